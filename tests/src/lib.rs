//! What the proofs from outside share: databases to throw away, the API in process, a directory of any
//! size, rows written behind the service's back, and the shape of the schema.

#![expect(clippy::expect_used, reason = "a proof that can't be set up has failed")]

pub mod api;
pub mod database;
pub mod large;
pub mod people;
pub mod process;
pub mod queries;
pub mod rows;
pub mod shape;
