//! What a municipality has published: the editions of its framework, read, listed and held against each other. The views
//! of sections and differences serve those who decide on the next edition too.

pub(crate) mod differences;
pub(crate) mod done;
pub(crate) mod field_words;
pub(crate) mod grouping;
pub(crate) mod pages;
pub(crate) mod queries;
pub(crate) mod section;

mod compare_page;
mod contents;
mod edition;
mod editions_page;
mod published_page;
mod read_receipt;
mod receipts;
mod services;
mod word_diff;
