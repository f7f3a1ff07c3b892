//! Rows of registers to read, each register in the form that serves it. They serve the draft and the editions alike; a
//! page that lets somebody change rows hands in what stands beside each of them.

mod agreements;
mod cards;
mod chart;
mod figures;
mod forums;
mod matrix;
mod party;
mod rows;
mod support;

pub(super) use rows::heading;
pub(crate) use rows::{RegisterRows, Tools, register_name};
