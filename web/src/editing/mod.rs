//! Editing the directory: forms, history, proposals, and what is due to be checked.
//!
//! A form is data (`specs`), drawn by one renderer (`fields`); an entry is edited whole (`editor`), kept as a draft while
//! it is written (`draft`), and put together with what others saved meanwhile (`merge`, `stale`). Pages fetch, the rest
//! does not.

pub(crate) mod confirm_page;
pub(crate) mod contact_form_page;
pub(crate) mod entry_links;
pub(crate) mod history_page;
pub(crate) mod organisation_form_page;
pub(crate) mod overdue_page;
pub(crate) mod proposals_page;
pub(crate) mod service_form_page;

mod adjust;
mod decide;
mod differences;
mod draft;
mod editor;
mod fields;
mod form_page;
mod leave_guard;
mod merge;
mod proposal_card;
mod queries;
mod report_error;
mod save_bar;
mod saving;
mod specs;
mod stale;
