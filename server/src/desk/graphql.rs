//! The desk in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use entity::directory::proposal;

use super::service;
use crate::directory::Directory;
use crate::directory::proposals::graphql::Proposal;
use crate::directory::proposals::service::Waiting;
use crate::directory::upkeep::graphql::OverdueService;
use crate::directory::upkeep::service::Duty;
use crate::error::Result;
use crate::graphql::page::size;
use crate::graphql::request;

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
        })
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

    /// How many changes of the directory there have been since the viewer last looked through them.
    async fn changes_since_last_look(&self) -> u64 {
        self.changes
    }

    /// When the viewer last looked through the changes; null where never.
    async fn last_look_at(&self) -> Option<DateTime<Utc>> {
        self.looked_at
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
