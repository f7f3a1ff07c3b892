//! Fresh by duty: every service that is not closed is checked again after a set number of days, by its **owner**.
//!
//! The days are the service's own, or else the municipality's. Thirty and seven days before, the owner is reminded;
//! from the day itself on once a week; and when an entry is fourteen days late, the project leaders are told too. A
//! service whose owner is missing (none named, blocked, or without any role left) is the project leaders' own duty.
//! A person gets one mail at a time, with all that is due; for each service it holds a link that says “checked, still
//! right” without signing in; it works once.
//!
//! Deliberately not here: changing what an entry says (`editing`), and sending mail (`crate::mail`).

pub mod rules;

mod letters;
mod store;

pub mod owners;
pub mod reminders;
pub mod service;

pub mod graphql;
