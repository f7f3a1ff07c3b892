//! The framework while it is written and decided on.

pub(crate) mod pages;
pub(crate) mod queries;

mod decide_page;
mod deciding;
mod history_page;
mod history_words;
mod new_row_page;
mod overview;
mod overview_page;
mod progress;
mod remarks;
mod restoring;
mod row_page;
mod section;
mod section_page;
mod settings_page;
