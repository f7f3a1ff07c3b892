//! The directory out and in: everything as JSON, services as a spreadsheet (CSV: UTF-8, semicolons).
//!
//! A file that is sent in is first only **checked**: its report tells what is wrong, line by line, and what would
//! change. Then it is **applied**, all of it or nothing, as if somebody had typed it: through the same rules, with
//! history and audit. An export that comes back unchanged changes nothing. What a file does not mention stays as it is;
//! nothing is ever taken out by a file.

mod csv;
mod json;
mod plan;
mod report;
mod store;

pub mod service;
pub mod work;

pub mod graphql;
