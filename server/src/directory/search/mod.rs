//! Finding services by everyday words, as one types.
//!
//! [`words`] turns text into words and stems. [`thesaurus`] knows which lay words mean which official ones, from
//! data files. [`compounds`] takes Danish compounds apart. [`plan`] turns what was typed into slots of candidates,
//! each with a weight: the word itself, its thesaurus neighbours, its parts, its likely spelling. [`postings`] and
//! [`terms`] hold where the services' words stand, [`index`] ranks by the plan. [`explain`] says afterwards why a hit matched.
//!
//! Deliberately not here: filters and counts ([`super::facets`]), and any word list (those are data).

pub mod compounds;
mod document;
pub mod explain;
pub mod index;
pub mod near;
pub mod plan;
mod postings;
mod terms;
pub mod thesaurus;
pub mod vocabulary;
pub mod words;

pub use explain::{Match, MatchField, MatchVia};
pub use index::{Hit, SearchIndex};
pub use plan::Plan;
