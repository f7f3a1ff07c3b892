//! The service directory: organisations, contacts and services of a municipality, found by theme, facet or word.
//!
//! A **service** is something an organisation offers citizens. It is anchored at one unit of the **organisation**
//! tree, stands under one or more **themes** (the chapters of the catalogue), and is reached through **contacts**.
//! How a citizen gets in is its **access**. Names of fields are those of HSDS 3 where it has the thing.
//!
//! The directory is read a thousand times for each write and fits in memory, so every municipality has one
//! immutable [`Directory`], the read model: built from the database in a fixed number of statements, swapped
//! whole when the municipality's `directory_revision` has moved. Lists, facets, search and pages are answered
//! from it alone.
//!
//! Deliberately not here: who may see what (`access`), and anything about citizens.

pub mod rules;
mod store;

mod read_model;
pub(crate) use read_model::{
    ContactEntry, OrganisationEntry, Reach, ServiceEntry, TargetGroupEntry, ThemeEntry,
};
pub use read_model::{Directories, Directory};
pub mod freshness;

pub mod facets;
mod search;
pub mod service;

pub mod catalogue;
pub mod editions;
pub mod exchange;
pub mod vcard;

pub mod proposals;
pub mod upkeep;

pub mod graphql;

pub mod editing;
pub mod forms;
