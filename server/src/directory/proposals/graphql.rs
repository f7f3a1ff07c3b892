//! Proposals in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use entity::directory::{proposal, values as stored};
use entity::ids::ProposalId;
use serde_json::Value;

use super::entry;
use super::service::{self, Acceptance, Report, Wanted};
use crate::directory::Directory;
use crate::directory::editing::graphql::EntryKind;
use crate::directory::forms::difference::{self, ChangedField};
use crate::directory::forms::{ContactForm, Form, OrganisationForm, ServiceForm};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::graphql::payload::{UserError, answered};
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
    directory: Arc<Directory>,
    row: proposal::Model,
}

impl Proposal {
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

/// What people say about entries that they may not change, and what becomes of it.
#[derive(Default)]
pub struct ProposalMutation;

#[Object]
impl ProposalMutation {
    /// Says that an entry is wrong. Anybody can, ten times an hour.
    async fn error_report(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What is wrong.")] input: ErrorReportInput,
    ) -> Result<ErrorReportPayload> {
        let id = NodeId::parse(&input.subject).ok_or(Error::NotFound)?;
        let report = Report { message: input.message, name: input.name, email: input.email };
        let (done, user_errors) = answered(service::report_error(request(context), id, report).await)?;
        Ok(ErrorReportPayload { done: done.is_some(), user_errors })
    }

    /// Proposes an entry of one's own organisation as it should be.
    async fn proposal_make(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The entry as it should be.")] input: ProposalMakeInput,
    ) -> Result<ProposalPayload> {
        let id = NodeId::parse(&input.subject).ok_or(Error::NotFound)?;
        service::may_propose(request(context), id)?;
        let given = [
            input.service_form.map(|form| Form::Service(form.into())),
            input.contact_form.map(Form::Contact),
            input.organisation_form.map(Form::Organisation),
        ];
        let made = match one_form(given) {
            Ok(Some(form)) => {
                let message = input.message.as_deref();
                service::propose(request(context), id, input.revision, form, message).await
            }
            Ok(None) => {
                Err(Refusal::new(RefusalCode::Required, "", "Give the entry as it should be.").into())
            }
            Err(error) => Err(error),
        };
        ProposalPayload::new(context, made)
    }

    /// Takes a proposal over, as it is or adjusted.
    async fn proposal_accept(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which, and how it was adjusted.")] input: ProposalAcceptInput,
    ) -> Result<ProposalPayload> {
        let id = ProposalId::read(&input.id).ok_or(Error::NotFound)?;
        let given = [
            input.service_form.map(|form| Form::Service(form.into())),
            input.contact_form.map(Form::Contact),
            input.organisation_form.map(Form::Organisation),
        ];
        let accepted = match one_form(given) {
            Ok(adjusted) => {
                let written_on = input.subject_revision;
                let acceptance = Acceptance { adjusted, written_on, answer: input.answer };
                service::accept(request(context), id, input.revision, acceptance).await
            }
            Err(error) => Err(error),
        };
        ProposalPayload::new(context, accepted)
    }

    /// Declines a proposal with a word why.
    async fn proposal_decline(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: ProposalDeclineInput,
    ) -> Result<ProposalPayload> {
        let id = ProposalId::read(&input.id).ok_or(Error::NotFound)?;
        let declined = service::decline(request(context), id, input.revision, &input.answer).await;
        ProposalPayload::new(context, declined)
    }

    /// Takes one's own proposal back.
    async fn proposal_withdraw(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which.")] input: ProposalWithdrawInput,
    ) -> Result<ProposalPayload> {
        let id = ProposalId::read(&input.id).ok_or(Error::NotFound)?;
        ProposalPayload::new(context, service::withdraw(request(context), id, input.revision).await)
    }
}

/// The one form that was given.
fn one_form(given: [Option<Form>; 3]) -> Result<Option<Form>> {
    let mut forms = given.into_iter().flatten();
    let form = forms.next();
    if forms.next().is_some() {
        return Err(Refusal::new(RefusalCode::Invalid, "", "Give one form, of the entry's kind.").into());
    }
    Ok(form)
}

/// What is wrong with an entry.
#[derive(InputObject)]
pub struct ErrorReportInput {
    /// Key of an organisation, contact or service.
    subject: ID,
    /// What is wrong, at most 2,000 characters.
    message: String,
    /// Who reports it, if they like.
    name: Option<String>,
    /// Where to answer, if they like.
    email: Option<String>,
}

/// The report has been sent.
#[derive(SimpleObject)]
pub struct ErrorReportPayload {
    /// Whether it has.
    done: bool,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

/// An entry as it should be: one form, of its kind.
#[derive(InputObject)]
pub struct ProposalMakeInput {
    /// Key of an organisation, contact or service.
    subject: ID,
    /// The entry's revision that was read.
    revision: i32,
    /// The service as it should be. Who looks after it and how often it is checked stay as they are.
    service_form: Option<ServiceForm>,
    /// The contact as it should be.
    contact_form: Option<ContactForm>,
    /// The organisation as it should be.
    organisation_form: Option<OrganisationForm>,
    /// Why, at most 2,000 characters.
    message: Option<String>,
}

/// A proposal to take over, with a form where it is adjusted.
#[derive(InputObject)]
pub struct ProposalAcceptInput {
    /// The proposal's key.
    id: ID,
    /// The proposal's revision that was read.
    revision: i32,
    /// The service as it shall be, where it is adjusted.
    service_form: Option<ServiceForm>,
    /// The contact as it shall be, where it is adjusted.
    contact_form: Option<ContactForm>,
    /// The organisation as it shall be, where it is adjusted.
    organisation_form: Option<OrganisationForm>,
    /// The entry's revision that the adjusted form was written on. Where it is given and somebody has changed the entry
    /// meanwhile, nothing is overwritten.
    subject_revision: Option<i32>,
    /// A word to whoever proposed it, at most 2,000 characters.
    answer: Option<String>,
}

/// A proposal to decline.
#[derive(InputObject)]
pub struct ProposalDeclineInput {
    /// The proposal's key.
    id: ID,
    /// The proposal's revision that was read.
    revision: i32,
    /// Why, at most 2,000 characters.
    answer: String,
}

/// A proposal to take back.
#[derive(InputObject)]
pub struct ProposalWithdrawInput {
    /// The proposal's key.
    id: ID,
    /// The proposal's revision that was read.
    revision: i32,
}

/// A proposal as it stands after the change.
#[derive(SimpleObject)]
pub struct ProposalPayload {
    /// The proposal; null where nothing was changed.
    proposal: Option<Proposal>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl ProposalPayload {
    fn new(context: &Context<'_>, result: Result<proposal::Model>) -> Result<Self> {
        let (row, user_errors) = answered(result)?;
        let Some(row) = row else { return Ok(Self { proposal: None, user_errors }) };
        let directory = request(context).app().directories().by_id(row.municipality_id);
        let proposal = Proposal { directory: directory.ok_or(Error::NotFound)?, row };
        Ok(Self { proposal: Some(proposal), user_errors })
    }
}
