//! The parts of the page where the steering group decides: what waits, its sections with what is new and what is
//! remarked, the decision, and what came of it.

pub(super) mod outcome;
pub(super) mod waiting;

mod remarks;
mod section;
mod verdict;
mod verdicts;
