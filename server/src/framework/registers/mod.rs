//! The registers: what a framework lists instead of telling it in prose. Thirteen of them, from figures of the target
//! group to the ways in which the framework is made known; each row has a form of its own, a place in its register, and a
//! history.
//!
//! A row belongs under the model's question that has its register and, where the register has **levels** (within the
//! municipality, between it and others, among the others, with the citizen), the level of the row.

pub mod forms;
pub mod rules;

mod letters;
pub(in crate::framework) mod reading;
mod row;
pub(in crate::framework) mod series;
mod store;
mod writing;

pub(in crate::framework) mod reminders;

pub(in crate::framework) mod service;

pub mod graphql;

pub(in crate::framework) use row::Row;
pub(crate) use row::{row_links, service_links};
