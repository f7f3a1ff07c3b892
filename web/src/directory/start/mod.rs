//! A municipality's start page: one question, answered as one types, and the themes as pictures and words.

pub(crate) mod start_page;

mod combobox;
mod framework_line;
mod quick_choices;
mod search_field;
mod theme_grid;
