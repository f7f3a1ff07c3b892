//! A proposal, and pages of them.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object};
use chrono::{DateTime, Utc};
use entity::directory::{proposal, values as stored};
use entity::ids::ProposalId;
use serde_json::Value;

use crate::directory::Directory;
use crate::directory::editing::graphql::EntryKind;
use crate::directory::forms::difference::{self, ChangedField};
use crate::directory::forms::{ContactForm, Form, OrganisationForm, ServiceForm};
use crate::directory::proposals::entry;
use crate::directory::proposals::service::{self, Wanted};
use crate::error::{Error, Result};
use crate::graphql::request;
use crate::graphql::slice::{self, connection};
use crate::ids::{NodeId, Opaque};

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "stored::ProposalStatus")]
pub enum ProposalStatus {
    /// Waits for the project leader.
    Pending,
    /// Taken over as it was.
    Accepted,
    /// Taken over with changes.
    Adjusted,
    /// Not taken over.
    Declined,
    /// Taken back by whoever proposed it.
    Withdrawn,
}

/// What somebody says an entry should be, or what is wrong with it.
#[derive(Clone)]
pub struct Proposal {
    pub(super) directory: Arc<Directory>,
    pub(super) row: proposal::Model,
}

impl Proposal {
    /// The proposal about an entry of this directory.
    pub(crate) fn new(directory: Arc<Directory>, row: proposal::Model) -> Self {
        Self { directory, row }
    }

    fn cursor(&self) -> String {
        self.row.id.show()
    }

    fn subject(&self) -> Option<NodeId> {
        entry(self.row.kind, self.row.subject_id?)
    }

    /// The form as proposed; none for a report in words.
    fn form(&self) -> Result<Option<Form>> {
        self.row.proposed.as_deref().map(|json| Form::from_json(self.row.kind, json)).transpose()
    }

    /// The entry's revision today; none where it is gone.
    fn held(&self) -> Option<i32> {
        Form::of(&self.directory, self.subject()?).map(|(_, revision)| revision)
    }
}

/// What somebody says an entry should be, or what is wrong with it.
#[Object]
impl Proposal {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.row.id.show().into()
    }

    /// Kind of entry.
    async fn kind(&self) -> EntryKind {
        self.row.kind.into()
    }

    /// The entry's key; it may be gone.
    async fn subject_id(&self) -> Option<ID> {
        self.subject().map(|id| id.to_string().into())
    }

    /// What the entry was called then.
    async fn subject_name(&self) -> &str {
        &self.row.subject_name
    }

    /// The entry's revision today, to adjust the proposal on; null where the entry is gone.
    async fn subject_revision(&self) -> Option<i32> {
        self.held()
    }

    /// Where it stands.
    async fn status(&self) -> ProposalStatus {
        self.row.status.into()
    }

    /// What is wrong, or why.
    async fn message(&self) -> Option<&str> {
        self.row.message.as_deref()
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// Who made it; null for a visitor who did not say.
    async fn proposer_name(&self) -> Option<&str> {
        self.row.proposer_name.as_deref()
    }

    /// Where to answer.
    async fn proposer_email(&self) -> Option<&str> {
        self.row.proposer_email.as_deref()
    }

    /// The fields that would change, against what stood there then; empty for a report in words.
    #[graphql(complexity = "5 * child_complexity")]
    async fn fields(&self) -> Vec<ChangedField> {
        let read =
            |json: &Option<String>| json.as_deref().and_then(|json| serde_json::from_str::<Value>(json).ok());
        let (base, proposed) = (read(&self.row.base), read(&self.row.proposed));
        if proposed.is_none() {
            return Vec::new();
        }
        difference::between(&self.directory, base.as_ref(), proposed.as_ref())
    }

    /// The service as proposed; null for another kind and for a report in words.
    async fn service_form(&self) -> Result<Option<ServiceForm>> {
        Ok(if let Some(Form::Service(form)) = self.form()? { Some(*form) } else { None })
    }

    /// The contact as proposed; null for another kind and for a report in words.
    async fn contact_form(&self) -> Result<Option<ContactForm>> {
        Ok(if let Some(Form::Contact(form)) = self.form()? { Some(form) } else { None })
    }

    /// The organisation as proposed; null for another kind and for a report in words.
    async fn organisation_form(&self) -> Result<Option<OrganisationForm>> {
        Ok(if let Some(Form::Organisation(form)) = self.form()? { Some(form) } else { None })
    }

    /// Whether the entry has been changed since; what is proposed can then only be adjusted.
    async fn is_outdated(&self) -> bool {
        self.row.proposed.is_some() && self.held() != self.row.base_revision
    }

    /// What the project leader answered.
    async fn answer(&self) -> Option<&str> {
        self.row.answer.as_deref()
    }

    /// When it was decided; null while it waits.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.row.decided_at
    }

    /// Counts up with every change of the proposal.
    async fn revision(&self) -> i32 {
        self.row.revision
    }
}

connection! {
    /// A page of proposals, the newest first.
    ProposalConnection { wanted: Wanted },
    /// A proposal on a page.
    ProposalEdge of Proposal
}

impl ProposalConnection {
    async fn count(&self, context: &Context<'_>) -> Result<u64> {
        service::count(request(context), &self.wanted).await
    }

    /// The page of proposals that the viewer may see.
    pub(crate) async fn of(
        context: &Context<'_>,
        directory: &Arc<Directory>,
        first: i32,
        after: Option<&str>,
        statuses: Option<Vec<ProposalStatus>>,
    ) -> Result<Self> {
        let ctx = request(context);
        let wrong = || Error::invalid("after", "This cursor is not in the list; start from the beginning.");
        let after = after.map(|cursor| ProposalId::read(cursor).ok_or_else(wrong)).transpose()?;
        let statuses = statuses.unwrap_or_default().into_iter().map(Into::into).collect();
        let wanted = service::wanted(ctx, directory, statuses)?;
        let page = service::list(ctx, &wanted, slice::size(first)?, after).await?;
        Ok(Self::new(page.map(|row| Proposal { directory: directory.clone(), row }), wanted))
    }
}
