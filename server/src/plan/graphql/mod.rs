//! Plans in GraphQL.

mod activity;
mod goal;
mod inputs;
mod mutations;
mod payloads;
mod plan;

pub use activity::Activity;
pub use goal::Goal;
pub use mutations::PlanMutation;
pub use plan::Plan;
