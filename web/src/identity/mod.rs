//! People: signing in and out, one's own account, and — for who may — a municipality's people, settings and log.

pub(crate) mod account_page;
pub(crate) mod audit_page;
pub(crate) mod guard;
pub(crate) mod link_page;
pub(crate) mod outbox_page;
pub(crate) mod people_page;
pub(crate) mod queries;
pub(crate) mod reset_page;
pub(crate) mod return_path;
pub(crate) mod settings_page;
pub(crate) mod sign_in_page;
pub(crate) mod viewer;
pub(crate) mod words;

mod audit_differences;
mod audit_entry;
mod browser_name;
mod demo_accounts;
mod invite_form;
mod mail_text;
mod password_form;
mod person_card;
mod person_form;
mod second_factor;
mod second_factor_set_up;
mod sessions;
