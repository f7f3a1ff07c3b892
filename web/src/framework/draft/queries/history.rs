//! What happened to the parts of the framework, and setting one back.

use cynic::QueryBuilder;

use crate::api::{Api, Failure, schema};
use crate::directory::queries::hits::PageInfo;
use crate::editing::queries::history::{ChangeAction, ChangedField};
use crate::format::moment::Moment;
use crate::mutation;

/// How many changes a page has.
pub(crate) const PAGE: i32 = 20;

/// Whose history.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Of {
    /// The whole framework's.
    All,
    /// That of a part of it, by its id.
    Part(String),
    /// A plan's, with its goals and activities.
    Plan(String),
}

/// A page of a history.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct History {
    /// What the plan is called, where it is a plan's.
    pub(crate) plan: Option<String>,
    /// The changes, the newest first.
    pub(crate) changes: FrameworkChangeConnection,
}

impl Of {
    /// Asks for a page of it; `None` where there is nothing that it could be of.
    pub(crate) async fn page(
        self,
        api: Api,
        slug: String,
        (first, after): (i32, Option<String>),
    ) -> Result<Option<History>, Failure> {
        let subject = match self {
            Self::All => None,
            Self::Part(id) => Some(cynic::Id::new(id)),
            Self::Plan(id) => {
                let asked = PlanChangesVariables { slug, id: cynic::Id::new(id), first, after };
                let plan = api.send(PlanChanges::build(asked)).await?.municipality.and_then(|here| here.plan);
                return Ok(
                    plan.and_then(|plan| Some(History { plan: Some(plan.title), changes: plan.changes? }))
                );
            }
        };
        let asked = ChangesVariables { slug, subject, first, after };
        let framework = api.send(Changes::build(asked)).await?.municipality.and_then(|here| here.framework);
        Ok(framework.map(|framework| History { plan: None, changes: framework.changes }))
    }
}

#[derive(cynic::QueryVariables, Clone, Debug)]
struct ChangesVariables {
    slug: String,
    subject: Option<cynic::Id>,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "ChangesVariables")]
struct Changes {
    #[arguments(slug: $slug)]
    municipality: Option<ChangedMunicipality>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality", variables = "ChangesVariables")]
struct ChangedMunicipality {
    framework: Option<ChangedFramework>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Framework", variables = "ChangesVariables")]
struct ChangedFramework {
    #[arguments(subject: $subject, first: $first, after: $after)]
    changes: FrameworkChangeConnection,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
struct PlanChangesVariables {
    slug: String,
    id: cynic::Id,
    first: i32,
    after: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "PlanChangesVariables")]
struct PlanChanges {
    #[arguments(slug: $slug)]
    municipality: Option<PlanMunicipality>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality", variables = "PlanChangesVariables")]
struct PlanMunicipality {
    #[arguments(id: $id)]
    plan: Option<ChangedPlan>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Plan", variables = "PlanChangesVariables")]
struct ChangedPlan {
    title: String,
    #[arguments(first: $first, after: $after)]
    changes: Option<FrameworkChangeConnection>,
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

impl FrameworkPart {
    /// Whether it is a plan, or stands in one.
    pub(crate) fn is_of_plan(self) -> bool {
        matches!(self, Self::Plan | Self::Goal | Self::Activity)
    }
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
