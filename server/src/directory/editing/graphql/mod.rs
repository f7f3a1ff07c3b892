//! Editing in GraphQL: the mutations by kind of entry, and the history. Thin; what happens is in `service`.

mod entries;
mod history;
mod payloads;
mod taxonomy;

pub use entries::EntryMutation;
pub use history::{Change, ChangeAction, ChangeConnection, EntryKind, HistoryMutation};
pub use taxonomy::{Concept, TaxonomyMutation};
