//! The framework's cycle: laid before the steering group, approved or sent back, kept as an edition, sent out, read.
//!
//! What is **submitted** is a [snapshot](super::content::Content) of the draft; while it waits, the draft is not
//! changed. Each member of the steering group approves once; when as many have as the municipality asks for, the
//! snapshot becomes the next **edition**. One member can send it back, saying why in a note or in **remarks** on its
//! sections. Everybody with a role here is told of an edition and asked to confirm that they have read it.
//!
//! An edition never changes: neither what it says nor its printed page. Who may read it is what the municipality says
//! today.

mod snapshot;
pub(in crate::framework) mod store;

pub mod deciding;
pub mod editions;
mod publishing;
pub(in crate::framework) use publishing::keep;
pub mod receipts;
pub mod remarks;
pub mod submission;
pub mod submitting;

mod letters;
mod news;
pub mod reminders;
pub mod waiting;

pub mod graphql;
