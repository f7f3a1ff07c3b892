//! An activity of a plan.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use entity::ids::{ActivityId, PlanId};
use entity::plan::activity;

use crate::access::{Action, Subject};
use crate::directory::Directory;
use crate::error::Result;
use crate::graphql::request;
use crate::ids::{NodeId, Opaque};
use crate::plan::values::{ActivityResult, ActivityStatus};
use crate::plan::whole::{self, Plans};
use crate::plan::{rules, service};

/// An activity, and the plan it belongs to.
pub struct Activity {
    plans: Arc<Plans>,
    plan: PlanId,
    row: activity::Model,
}

impl Activity {
    pub(super) fn new(plans: Arc<Plans>, plan: PlanId, row: activity::Model) -> Self {
        Self { plans, plan, row }
    }

    pub(super) fn of(plans: Arc<Plans>, id: ActivityId) -> Option<Self> {
        plans.activity(id).map(|(plan, row)| Self { plans, plan, row })
    }

    /// What the viewer is responsible for and has to report on, the longest waiting first.
    pub(crate) async fn to_report(context: &Context<'_>, directory: &Arc<Directory>) -> Result<Vec<Self>> {
        let ctx = request(context);
        let (plans, found) = service::to_report(ctx, directory).await?;
        ctx.hand_out(found.len())?;
        let plans = Arc::new(plans);
        Ok(found.into_iter().map(|(row, plan)| Self::new(plans.clone(), plan, row)).collect())
    }

    /// The person who is responsible, for those who may know people here.
    fn person(&self) -> Option<&str> {
        self.plans.names.get(&self.row.responsible_person_id?).map(String::as_str)
    }

    /// What was written of who is responsible.
    fn written(&self, context: &Context<'_>) -> Option<&str> {
        self.internal(context, self.row.responsible.as_deref())
    }

    /// What is for those with a role here, since people may be named in it.
    fn internal<'a>(&self, context: &Context<'_>, said: Option<&'a str>) -> Option<&'a str> {
        let may_know = request(context).may(Action::PlanRead, Subject::Internal(self.row.municipality_id));
        said.filter(|_| may_know)
    }
}

/// Something that is done for a goal.
#[Object]
impl Activity {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.row.id.show().into()
    }

    /// The plan it belongs to.
    async fn plan_id(&self) -> ID {
        self.plan.show().into()
    }

    /// Counts up with every change.
    async fn revision(&self) -> i32 {
        self.row.revision
    }

    /// Its place under the goal, from 0.
    async fn position(&self) -> i32 {
        self.row.position
    }

    /// The part of the goal that it serves.
    async fn sub_goal(&self) -> Option<&str> {
        self.row.sub_goal.as_deref()
    }

    /// What is done.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Who is responsible, as it was written; for those with a role here, since it may be the name of a person.
    async fn responsible(&self, context: &Context<'_>) -> Option<&str> {
        self.written(context)
    }

    /// Who is responsible, where they have an account; for those with a role here.
    async fn responsible_person_id(&self) -> Option<ID> {
        self.person()?;
        self.row.responsible_person_id.map(|id| id.show().into())
    }

    /// The organisation that is responsible, where it stands in the directory.
    async fn responsible_organisation_id(&self) -> Option<ID> {
        self.row.responsible_organisation_id.map(|id| NodeId::Organisation(id).to_string().into())
    }

    /// Who is responsible: the person, the organisation, or the name that was written. For those without a role here the
    /// organisation alone.
    async fn responsible_name(&self, context: &Context<'_>) -> Option<&str> {
        let organisation = || whole::organisation(&self.plans.directory, &self.row);
        self.person().or_else(organisation).or_else(|| self.written(context))
    }

    /// Who else takes part; for those with a role here, since people may be named.
    async fn others(&self, context: &Context<'_>) -> Option<&str> {
        self.internal(context, self.row.others.as_deref())
    }

    /// The day it starts.
    async fn starts_on(&self) -> Option<NaiveDate> {
        self.row.starts_on
    }

    /// The day it is to be done.
    async fn due_on(&self) -> Option<NaiveDate> {
        self.row.due_on
    }

    /// Where it stands.
    async fn status(&self) -> ActivityStatus {
        self.row.status.into()
    }

    /// The day it was done.
    async fn done_on(&self) -> Option<NaiveDate> {
        self.row.done_on
    }

    /// The day it is followed up.
    async fn follow_up_on(&self) -> Option<NaiveDate> {
        self.row.follow_up_on
    }

    /// What comes of it.
    async fn result(&self) -> Option<ActivityResult> {
        self.row.result.map(Into::into)
    }

    /// Notes, in Markdown; for those with a role here, since people may be named.
    async fn notes(&self, context: &Context<'_>) -> Option<&str> {
        self.internal(context, self.row.notes.as_deref())
    }

    /// Whether the day by which it was to be done has gone by.
    async fn is_overdue(&self, context: &Context<'_>) -> bool {
        rules::is_overdue(service::today(request(context)), &self.row)
    }

    /// Whether the day of following up has come, and nobody has said yet what comes of it.
    async fn needs_follow_up(&self, context: &Context<'_>) -> bool {
        rules::needs_follow_up(service::today(request(context)), &self.row)
    }

    /// Whether the viewer may change it: project leaders may.
    async fn can_write(&self, context: &Context<'_>) -> bool {
        request(context).may(Action::PlanWrite, Subject::Internal(self.row.municipality_id))
    }

    /// Whether the viewer may tell where it stands: project leaders and whoever is responsible may.
    async fn can_report(&self, context: &Context<'_>) -> bool {
        let task = Subject::Task(self.row.municipality_id, self.row.responsible_person_id);
        request(context).may(Action::ActivityReport, task)
    }
}
