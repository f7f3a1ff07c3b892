//! The tables of plans: action plans, strategies, launches.

pub mod activity;
pub mod goal;
#[expect(clippy::module_inception, reason = "the table is called like its area")]
pub mod plan;

pub mod values;
