//! What happened to the parts of the framework, and setting one back.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;
use crate::directory::queries::hits::PageInfo;
use crate::editing::queries::history::{ChangeAction, ChangedField};
use crate::format::moment::Moment;
use crate::mutation;

/// Asks for a page of changes: of one part, or of all.
pub(crate) fn page(variables: ChangesVariables) -> Operation<Changes, ChangesVariables> {
    Changes::build(variables)
}

/// Which changes.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ChangesVariables {
    /// The municipality's slug.
    pub(crate) slug: String,
    /// Of which part.
    pub(crate) subject: Option<cynic::Id>,
    /// How many.
    pub(crate) first: i32,
    /// After which.
    pub(crate) after: Option<String>,
}

/// The changes.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ChangesVariables")]
pub(crate) struct Changes {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ChangedMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "ChangesVariables")]
pub(crate) struct ChangedMunicipality {
    /// What is being written.
    pub(crate) framework: Option<ChangedFramework>,
}

/// What is being written.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Framework", variables = "ChangesVariables")]
pub(crate) struct ChangedFramework {
    /// The changes, the newest first.
    #[arguments(subject: $subject, first: $first, after: $after)]
    pub(crate) changes: FrameworkChangeConnection,
}

/// A page of changes.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkChangeConnection {
    /// The changes.
    pub(crate) nodes: Vec<FrameworkChange>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
}

/// A change.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkChange {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// What kind of part.
    pub(crate) part: FrameworkPart,
    /// Which.
    pub(crate) subject_id: cynic::Id,
    /// What it was called then.
    pub(crate) subject_name: String,
    /// What was done.
    pub(crate) action: ChangeAction,
    /// When.
    pub(crate) at: Moment,
    /// By whom.
    pub(crate) actor_name: String,
    /// The revision it left behind.
    pub(crate) revision: i32,
    /// What differs.
    pub(crate) fields: Vec<ChangedField>,
    /// Whether the reader may set the part back to what it was after this.
    pub(crate) can_restore: bool,
}

/// Kinds of parts.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrameworkPart {
    /// The framework itself.
    Framework,
    /// A section.
    Section,
    /// A question and its answer.
    Question,
    /// A row of a register.
    RegisterRow,
    /// A plan.
    Plan,
    /// A goal of a plan.
    Goal,
    /// An activity of a plan.
    Activity,
}

/// Which change to go back to.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkChangeRestoreInput {
    /// The change.
    pub(crate) change_id: cynic::Id,
    /// The part's revision now; 0 where it was taken out.
    pub(crate) revision: i32,
}

mutation! {
    /// Sets a part back to what it was after a change.
    framework_change_restore(FrameworkChangeRestoreInput) -> "FrameworkChangeRestorePayload"
}
