//! A plan.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use entity::ids::PlanId;

use super::Goal;
use crate::access::{Action, Subject};
use crate::directory::Directory;
use crate::directory::graphql::Visibility;
use crate::error::Result;
use crate::framework::draft::graphql::FrameworkChangeConnection;
use crate::graphql::request;
use crate::ids::Opaque;
use crate::plan::rules::{self, Progress};
use crate::plan::service;
use crate::plan::values::PlanKind;
use crate::plan::whole::{PlanEntry, Plans};

/// A plan with its goals.
pub struct Plan {
    plans: Arc<Plans>,
    at: usize,
}

impl Plan {
    /// The municipality's plans that are for whoever asks.
    pub(crate) async fn list(context: &Context<'_>, directory: &Arc<Directory>) -> Result<Vec<Self>> {
        let ctx = request(context);
        let plans = Arc::new(service::list(ctx, directory).await?);
        ctx.hand_out(plans.plans.len())?;
        Ok((0..plans.plans.len()).map(|at| Self { plans: plans.clone(), at }).collect())
    }

    /// One of them.
    pub(crate) async fn find(
        context: &Context<'_>,
        directory: &Arc<Directory>,
        id: &str,
    ) -> Result<Option<Self>> {
        let Some(id) = PlanId::read(id) else { return Ok(None) };
        Ok(Self::of(Arc::new(service::find(request(context), directory, id).await?), id))
    }

    pub(super) fn of(plans: Arc<Plans>, id: PlanId) -> Option<Self> {
        plans.plan(id).map(|at| Self { plans, at })
    }

    fn entry(&self) -> &PlanEntry {
        &self.plans.plans[self.at]
    }

    fn progress(&self, context: &Context<'_>) -> Progress {
        rules::progress(service::today(request(context)), self.entry().activities())
    }
}

/// A plan: an action plan, a strategy, or the steps of a launch.
#[Object]
impl Plan {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.entry().row.id.show().into()
    }

    /// What kind of plan.
    async fn kind(&self) -> PlanKind {
        self.entry().row.kind.into()
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.entry().row.title
    }

    /// The day it begins.
    async fn begins_on(&self) -> Option<NaiveDate> {
        self.entry().row.begins_on
    }

    /// The day by which its goals are to be met.
    async fn ends_on(&self) -> Option<NaiveDate> {
        self.entry().row.ends_on
    }

    /// The mission, in Markdown.
    async fn mission(&self) -> Option<&str> {
        self.entry().row.mission.as_deref()
    }

    /// The values, in Markdown.
    async fn values(&self) -> Option<&str> {
        self.entry().row.values.as_deref()
    }

    /// The vision, in Markdown.
    async fn vision(&self) -> Option<&str> {
        self.entry().row.vision.as_deref()
    }

    /// Who may read it.
    async fn visibility(&self) -> Visibility {
        self.entry().row.visibility.into()
    }

    /// Counts up with every change of the plan's own words.
    async fn revision(&self) -> i32 {
        self.entry().row.revision
    }

    /// How many of its activities are done.
    async fn done(&self, context: &Context<'_>) -> usize {
        self.progress(context).done
    }

    /// How many activities there are, without those that were given up.
    async fn total(&self, context: &Context<'_>) -> usize {
        self.progress(context).total
    }

    /// How many of its activities are late.
    async fn overdue(&self, context: &Context<'_>) -> usize {
        self.progress(context).overdue
    }

    /// Whether the viewer may change it, its goals and activities.
    async fn can_write(&self, context: &Context<'_>) -> bool {
        request(context).may(Action::PlanWrite, Subject::Internal(self.entry().row.municipality_id))
    }

    /// Its goals, in order; at most 60.
    #[graphql(complexity = "10 * child_complexity")]
    async fn goals(&self, context: &Context<'_>) -> Result<Vec<Goal>> {
        let count = self.entry().goals.len();
        request(context).hand_out(count)?;
        Ok((0..count).map(|goal| Goal::new(self.plans.clone(), self.at, goal)).collect())
    }

    /// What has changed in it, in its goals and its activities, the newest first; null for those without a role here.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn changes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
    ) -> Result<Option<FrameworkChangeConnection>> {
        let here = self.entry().row.municipality_id;
        if !request(context).may(Action::FrameworkRead, Subject::Internal(here)) {
            return Ok(None);
        }
        let page =
            FrameworkChangeConnection::of_plan(context, &self.plans, self.entry().row.id, (first, after));
        Ok(Some(page.await?))
    }
}
