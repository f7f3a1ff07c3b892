//! The framework while it is written: its settings, sections, questions and answers, and who is writing where.
//!
//! A framework **begins** with the model's questions, or with what another municipality has published. A municipality
//! hides questions that it does without and asks its own. A **section** can be given to a person until a day; they, and
//! the project leaders, write in it. An answer is saved as it is typed, and never over somebody else's: who is too late
//! is shown what stands there. While a framework lies before the steering group, nothing of it changes.

pub(in crate::framework) mod rules;
mod state;

pub(in crate::framework) mod store;

pub(in crate::framework) mod read;
pub(in crate::framework) mod version;
pub(in crate::framework) mod writable;

mod letters;
pub mod reminders;
pub(in crate::framework) mod service;

pub(crate) use service::{Approved, Written, load};

pub mod graphql;
