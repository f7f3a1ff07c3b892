//! What the mutations about proposals answer.

use async_graphql::{Context, SimpleObject};
use entity::directory::proposal;
use entity::ids::ProposalId;

use super::proposal::Proposal;
use crate::directory::editing::service::Latest;
use crate::directory::forms::{ContactForm, Form, OrganisationForm, ServiceForm};
use crate::directory::proposals::service;
use crate::error::{Error, RefusalCode, Result};
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;

/// The report has been sent.
#[derive(SimpleObject)]
pub struct ErrorReportPayload {
    /// Whether it has.
    pub(super) done: bool,
    /// What was wrong with what was typed.
    pub(super) user_errors: Vec<UserError>,
}

/// It is noted.
#[derive(SimpleObject)]
pub struct ProposalAnswerNotePayload {
    /// Always true.
    pub(super) done: bool,
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
    pub(super) fn new(context: &Context<'_>, result: Result<proposal::Model>) -> Result<Self> {
        let (row, user_errors) = answered(result)?;
        Ok(Self { proposal: row.map(|row| shown(context, row)).transpose()?, user_errors })
    }
}

/// A proposal that was taken over; where somebody else has changed the entry meanwhile (`STALE`), what it says now.
#[derive(SimpleObject)]
pub struct ProposalAcceptPayload {
    /// The proposal; null where nothing was changed.
    proposal: Option<Proposal>,
    /// What the service says now; only where the decision came too late and the entry is one.
    current_service: Option<ServiceForm>,
    /// What the contact says now; only where the decision came too late and the entry is one.
    current_contact: Option<ContactForm>,
    /// What the organisation says now; only where the decision came too late and the entry is one.
    current_organisation: Option<OrganisationForm>,
    /// The entry's revision; only where the decision came too late.
    current_revision: Option<i32>,
    /// Who has changed it; only where the decision came too late.
    changed_by: Option<String>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl ProposalAcceptPayload {
    pub(super) async fn new(
        context: &Context<'_>,
        id: ProposalId,
        result: Result<proposal::Model>,
    ) -> Result<Self> {
        let is_late = match &result {
            Err(Error::Stale) => true,
            Err(Error::Refused(refusals)) => refusals.iter().any(|one| one.code == RefusalCode::Stale),
            _ => false,
        };
        let latest = if is_late { service::latest(request(context), id).await? } else { None };
        let (row, user_errors) = answered(result)?;
        let mut payload = Self {
            proposal: row.map(|row| shown(context, row)).transpose()?,
            current_service: None,
            current_contact: None,
            current_organisation: None,
            current_revision: None,
            changed_by: None,
            user_errors,
        };
        if let Some(Latest { form, revision, changed_by }) = latest {
            payload.current_revision = Some(revision);
            payload.changed_by = changed_by;
            match form {
                Form::Service(form) => payload.current_service = Some(*form),
                Form::Contact(form) => payload.current_contact = Some(form),
                Form::Organisation(form) => payload.current_organisation = Some(form),
                _ => {}
            }
        }
        Ok(payload)
    }
}

fn shown(context: &Context<'_>, row: proposal::Model) -> Result<Proposal> {
    let directory = request(context).app().directories().by_id(row.municipality_id);
    Ok(Proposal { directory: directory.ok_or(Error::NotFound)?, row })
}
