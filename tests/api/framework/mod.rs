//! The framework: each operation works, is refused to whom it is not for, and refuses what is not valid.

mod steps;

mod answers;
mod draft;
mod history;
mod questions;
mod sections;

mod registers;

mod begun;

mod submit;

mod decide;
mod remarks;

mod comparison;
mod editions;
mod printed;

mod receipts;
mod reminders;
mod waiting;

mod samples;
