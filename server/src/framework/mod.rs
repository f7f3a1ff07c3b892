//! The overall framework: how a municipality's actors work together, written down section by section.
//!
//! The **draft** is what is being written: questions with answers, and **registers** (forums, agreements, pathways …) in
//! rows of their own. It is **submitted** to the steering group, who approve it or send it back. What they approve becomes
//! an **edition**, which never changes; the next is due half a year later.

pub mod model;
pub(crate) mod values;

pub mod rules;
pub(crate) mod words;

pub mod content;
pub(crate) mod history;

pub mod draft;

pub mod registers;

pub mod cycle;
mod printed;
