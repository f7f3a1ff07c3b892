//! The draft in GraphQL. Thin; what happens is in `service`.

mod changes;
mod framework;
mod inputs;
mod mutations;
mod question;
mod section;

pub(crate) use changes::FrameworkChangeConnection;
pub use framework::Framework;
pub use mutations::FrameworkMutation;
pub use question::FrameworkQuestion;
pub use section::FrameworkSection;
