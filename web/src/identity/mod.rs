//! People: signing in and out, one's own account, and — for who may — a municipality's people, settings and log.

pub(crate) mod guard;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod return_path;
pub(crate) mod viewer;
pub(crate) mod words;

mod account_page;
mod audit_differences;
mod audit_entry;
mod audit_page;
mod browser_name;
mod demo_accounts;
mod invite_form;
mod link_page;
mod mail_text;
mod outbox_page;
mod password_form;
mod people_page;
mod person_card;
mod person_form;
mod reset_page;
mod second_factor;
mod second_factor_set_up;
mod sessions;
mod settings_page;
mod sign_in_page;
