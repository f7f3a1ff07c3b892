//! What the proofs from outside share: databases to throw away, the API in process, and a directory of any size.

#![expect(clippy::expect_used, reason = "a proof that can't be set up has failed")]

pub mod api;
pub mod database;
pub mod large;
pub mod queries;
