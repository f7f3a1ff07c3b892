//! The desk in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object};
use chrono::{DateTime, NaiveDate, Utc};
use entity::directory::proposal;
use tokio::sync::OnceCell;

use super::service;
use crate::directory::Directory;
use crate::directory::proposals::graphql::Proposal;
use crate::directory::proposals::service::Waiting;
use crate::directory::upkeep::graphql::OverdueService;
use crate::directory::upkeep::service::Duty;
use crate::error::Result;
use crate::framework::cycle::graphql::{FrameworkEdition, FrameworkSubmission};
use crate::framework::cycle::waiting::{self, Waiting as FrameworkWaiting};
use crate::framework::draft::graphql::{Framework, FrameworkSection};
use crate::graphql::page::size;
use crate::graphql::request;
use crate::plan::graphql::Activity;

/// What waits for the viewer in a municipality.
pub struct Desk {
    directory: Arc<Directory>,
    proposals_to_decide: Arc<Vec<proposal::Model>>,
    own_proposals: Arc<Vec<proposal::Model>>,
    answers: Arc<Vec<proposal::Model>>,
    checks: Arc<Vec<Duty>>,
    urgent_checks: Arc<Vec<Duty>>,
    changes: u64,
    looked_at: Option<DateTime<Utc>>,
    /// Read where it is asked for.
    framework: OnceCell<FrameworkWaiting>,
}

impl Desk {
    /// What waits for whoever asks.
    pub(crate) async fn read(context: &Context<'_>, directory: &Arc<Directory>) -> Result<Self> {
        let service::Desk { proposals, checks, changes, looked_at } =
            service::read(request(context), directory).await?;
        let Waiting { to_decide, own, answered } = proposals;
        let (urgent, others): (Vec<_>, Vec<_>) = checks.into_iter().partition(|duty| duty.is_urgent);
        Ok(Self {
            directory: directory.clone(),
            proposals_to_decide: Arc::new(to_decide),
            own_proposals: Arc::new(own),
            answers: Arc::new(answered),
            checks: Arc::new(others),
            urgent_checks: Arc::new(urgent),
            changes,
            looked_at,
            framework: OnceCell::new(),
        })
    }

    async fn framework(&self, context: &Context<'_>) -> Result<&FrameworkWaiting> {
        let read = async || waiting::read(request(context), &self.directory).await;
        self.framework.get_or_try_init(read).await
    }

    fn proposals(&self, rows: &Arc<Vec<proposal::Model>>) -> DeskProposals {
        DeskProposals { directory: self.directory.clone(), rows: rows.clone() }
    }

    fn duties(&self, duties: &Arc<Vec<Duty>>) -> DeskChecks {
        DeskChecks { directory: self.directory.clone(), duties: duties.clone() }
    }
}

/// What waits for the viewer in a municipality: nothing that is not theirs to do, the longest waiting first.
#[Object]
impl Desk {
    /// Proposals and reported errors that wait for the viewer's decision.
    async fn proposals_to_decide(&self) -> DeskProposals {
        self.proposals(&self.proposals_to_decide)
    }

    /// The viewer's own proposals that wait for an answer.
    async fn own_proposals(&self) -> DeskProposals {
        self.proposals(&self.own_proposals)
    }

    /// The viewer's own proposals that have been decided, which they have not noted yet.
    async fn answers(&self) -> DeskProposals {
        self.proposals(&self.answers)
    }

    /// Services that the viewer has to check, at most fourteen days late: those they look after; for a project leader
    /// those that nobody looks after.
    async fn checks(&self) -> DeskChecks {
        self.duties(&self.checks)
    }

    /// Services that the viewer has to check, more than fourteen days late; for a project leader whoever looks after
    /// them.
    async fn urgent_checks(&self) -> DeskChecks {
        self.duties(&self.urgent_checks)
    }

    /// Activities that the viewer is responsible for and that are overdue or to be followed up, the longest waiting
    /// first; at most 500.
    #[graphql(complexity = "10 * child_complexity")]
    async fn activities_to_report(&self, context: &Context<'_>) -> Result<Vec<Activity>> {
        Activity::to_report(context, &self.directory).await
    }

    /// How many changes of the directory there have been since the viewer last looked through them.
    async fn changes_since_last_look(&self) -> u64 {
        self.changes
    }

    /// When the viewer last looked through the changes; null where never.
    async fn last_look_at(&self) -> Option<DateTime<Utc>> {
        self.looked_at
    }

    /// The framework as it lies before the steering group, where the viewer is of it and has not given their verdict.
    async fn submission_to_decide(&self, context: &Context<'_>) -> Result<Option<FrameworkSubmission>> {
        Ok(self.framework(context).await?.to_decide.clone().map(FrameworkSubmission::new))
    }

    /// The framework as the steering group has sent it back, where the viewer is to revise it.
    async fn framework_returned(&self, context: &Context<'_>) -> Result<Option<FrameworkSubmission>> {
        Ok(self.framework(context).await?.returned.clone().map(FrameworkSubmission::new))
    }

    /// The day by which the framework is to be updated, where that is within thirty days or has gone by; for project
    /// leaders and the steering group.
    async fn framework_due_on(&self, context: &Context<'_>) -> Result<Option<NaiveDate>> {
        Ok(self.framework(context).await?.due_on)
    }

    /// Sections of the framework that were given to the viewer, are not done and are asked for now: before the first
    /// edition, when the next is near, or where they were given since or a day was set.
    #[graphql(complexity = "6 * child_complexity")]
    async fn sections_to_write(&self, context: &Context<'_>) -> Result<Vec<FrameworkSection>> {
        let wanted = &self.framework(context).await?.sections;
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let framework = Framework::of(context, &self.directory).await?;
        let sections: Vec<_> = framework.iter().flat_map(|framework| framework.these(wanted)).collect();
        request(context).hand_out(sections.len())?;
        Ok(sections)
    }

    /// The newest edition of the framework, where the viewer was told of it and has not said that they have read it.
    async fn edition_to_confirm(&self, context: &Context<'_>) -> Result<Option<FrameworkEdition>> {
        match self.framework(context).await?.to_confirm {
            Some(number) => FrameworkEdition::find(context, &self.directory, Some(number)).await,
            None => Ok(None),
        }
    }
}

/// Proposals on a desk.
pub struct DeskProposals {
    directory: Arc<Directory>,
    rows: Arc<Vec<proposal::Model>>,
}

/// Proposals on a desk, the longest waiting first.
#[Object]
impl DeskProposals {
    /// The first of them.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn nodes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 5)] first: i32,
    ) -> Result<Vec<Proposal>> {
        let first = self.rows.iter().take(size(first)?);
        request(context).hand_out(first.len())?;
        Ok(first.map(|row| Proposal::new(self.directory.clone(), row.clone())).collect())
    }

    /// How many there are; those beyond 500 are not counted.
    async fn total_count(&self) -> usize {
        self.rows.len()
    }
}

/// Services to be checked on a desk.
pub struct DeskChecks {
    directory: Arc<Directory>,
    duties: Arc<Vec<Duty>>,
}

/// Services to be checked on a desk, the longest overdue first.
#[Object]
impl DeskChecks {
    /// The first of them.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn nodes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 5)] first: i32,
    ) -> Result<Vec<OverdueService>> {
        let first = self.duties.iter().take(size(first)?);
        request(context).hand_out(first.len())?;
        let node = |duty: &Duty| {
            OverdueService::new(self.directory.clone(), duty.at, duty.due_on, duty.owner.clone())
        };
        Ok(first.map(node).collect())
    }

    /// How many there are.
    async fn total_count(&self) -> usize {
        self.duties.len()
    }
}
