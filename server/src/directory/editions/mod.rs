//! Editions of the catalogue that are kept: the public directory as it was on a day, under a number, readable for as
//! long as the municipality is here, and held against what the directory says today.
//!
//! An edition keeps the pages as they were written, in both languages, so that nothing that changes later (an entry,
//! or how pages are written) changes what it says; and the entries' forms, to compare.

mod store;

pub mod service;

pub mod graphql;
