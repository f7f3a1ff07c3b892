//! Editing: entries of a directory are made, changed, merged, closed, taken out and set back to an earlier state.
//!
//! An entry is always edited whole, as its [form](super::forms). Who changes one says which **revision** they read; if
//! somebody else has changed it meanwhile, nothing is written and both versions are shown. Every change is kept in the
//! entry's **history** with the form before and after it, so that any state can be looked at and set again. What was
//! there before its history began gets its first state written down with the first change.
//!
//! Writers of one municipality stand in line ([`writing`]): the read model is then the state that they change, and
//! rules can look at the whole directory without asking the database again.
//!
//! Deliberately not here: proposals (they call [`service`]), and checking that an entry is still right (`upkeep`).

mod lists;
mod rows;
mod store;
pub(crate) mod writing;

pub mod service;

pub mod history;
mod merge;

pub mod graphql;
