//! The sample municipalities: Esbjerg, Aabenraa and Randers as their own published documents describe them.
//! The data is `server/samples/<slug>/*.toml`, embedded in the binary; facts as they stand in the source each
//! file names, descriptions in our own words. [`format`] is what a file may hold, [`check`] what must hold of it.

mod check;
pub mod format;
pub mod framework;
pub mod people;
pub mod plan;
mod read;
mod rows;
pub mod service;
mod store;

pub use read::{Sample, shipped};
