//! What a row is: one SeaORM entity per table, in the areas of the service. No logic and no GraphQL.
//! Column names follow HSDS 3 (the Human Services Data Specification) where it has the thing.

pub mod audit;
pub mod directory;
pub mod framework;
pub mod identity;
pub mod ids;
pub mod mail;
pub mod plan;
mod stored;
pub mod strings;
