//! Proposals in GraphQL.

mod inputs;
mod payloads;
mod proposal;

use async_graphql::{Context, Object};
use entity::ids::ProposalId;

use self::inputs::{
    ErrorReportInput, ProposalAcceptInput, ProposalAnswerNoteInput, ProposalDeclineInput, ProposalMakeInput,
    ProposalWithdrawInput, one_form,
};
use self::payloads::{ErrorReportPayload, ProposalAcceptPayload, ProposalAnswerNotePayload, ProposalPayload};
pub use self::proposal::{Proposal, ProposalConnection, ProposalStatus};
use super::service::{self, Acceptance, Report};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::graphql::payload::answered;
use crate::graphql::request;
use crate::ids::{NodeId, Opaque};

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
        let made = match one_form(input.service_form, input.contact_form, input.organisation_form) {
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
    ) -> Result<ProposalAcceptPayload> {
        let id = ProposalId::read(&input.id).ok_or(Error::NotFound)?;
        let accepted = match one_form(input.service_form, input.contact_form, input.organisation_form) {
            Ok(adjusted) => {
                let written_on = input.subject_revision;
                let acceptance = Acceptance { adjusted, written_on, answer: input.answer };
                service::accept(request(context), id, input.revision, acceptance).await
            }
            Err(error) => Err(error),
        };
        ProposalAcceptPayload::new(context, id, accepted).await
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

    /// Notes that one has seen what became of one's own proposal; it is no more on one's desk.
    async fn proposal_answer_note(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which.")] input: ProposalAnswerNoteInput,
    ) -> Result<ProposalAnswerNotePayload> {
        let id = ProposalId::read(&input.id).ok_or(Error::NotFound)?;
        service::note_answer(request(context), id).await?;
        Ok(ProposalAnswerNotePayload { done: true })
    }
}
