//! The directory in and out: files, editions of the catalogue that are kept, and new municipalities.

pub(crate) mod pages;

mod choose_file;
mod comparison;
mod editions_page;
mod exchange_page;
mod file_changes;
mod file_errors;
mod fix_form;
mod import;
mod new_municipality_page;
mod outcome;
mod progress;
mod queries;
mod upload;
