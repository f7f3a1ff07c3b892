//! Editing the directory: forms, history, proposals, and what is due to be checked.
//!
//! A form is data (`specs`), drawn by one renderer (`fields`); an entry is edited whole (`editor`), kept as a draft while
//! it is written (`draft`), and put together with what others saved meanwhile (`merge`, `stale`). Pages fetch, the rest
//! does not.

pub(crate) mod differences;
pub(crate) mod draft;
pub(crate) mod editor;
pub(crate) mod entry_links;
pub(crate) mod fields;
pub(crate) mod leave_guard;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod service_form_page;
pub(crate) mod service_upkeep;
pub(crate) mod specs;

mod adjust;
mod beyond;
mod chooser;
mod close_page;
mod confirm;
mod confirm_page;
mod contact_form_page;
mod decide;
mod delete_page;
mod form_page;
mod history_page;
mod merge;
mod merge_page;
mod note_field;
mod organisation_form_page;
mod overdue_page;
mod proposal_card;
mod proposals_page;
mod report_error;
mod restoring;
mod save_bar;
mod saving;
mod saving_taxonomy;
mod side_by_side;
mod stale;
mod taxonomy_form_page;
mod taxonomy_page;
