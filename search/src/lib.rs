//! Finding services by everyday words, as one types.
//!
//! A directory's services come in as [`Document`]s, and a query's answer goes out as [`Hit`]s: places in that list. In
//! reading order: `words` turns text into words and stems. `thesaurus` knows which lay words mean which official ones, from
//! data files. `compounds` takes Danish compounds apart. `plan` turns what was typed into slots of candidates, each with
//! a weight: the word itself, its thesaurus neighbours, its parts, its likely spelling. `postings` and `terms` hold where the
//! services' words stand, `index` ranks by the plan. `explain` says afterwards why a hit matched, `near` what to offer where
//! nothing did.
//!
//! Deliberately not here: the directory itself, filters and counts (those are the service's), and any word list (those are
//! data, in `thesaurus/`). A crate of its own, because making the words ready is slow unless it is optimised, which the tests
//! that start a service by the hundred would pay for.

mod document;
mod error;

mod words;

mod compounds;
mod thesaurus;
mod vocabulary;

mod plan;

mod index;
mod postings;
mod terms;

mod explain;
mod near;

pub use document::{Document, MatchField};
pub use error::{Error, Result};
pub use explain::{Match, MatchVia};
pub use index::{Hit, SearchIndex};
pub use near::nearest;
pub use plan::{LONGEST, Plan, national_digits};
pub use thesaurus::OwnConcept;
pub use words::{Word, words};
