//! The mutations of a draft.

use async_graphql::{Context, ID, Object};
use entity::ids::{FrameworkChangeId, FrameworkQuestionId, FrameworkSectionId, PersonId};

use super::inputs::*;
use super::{Framework, FrameworkQuestion, FrameworkSection};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::draft::rules::Settings;
use crate::framework::draft::service::{self, Giving, OwnQuestion, Restored};
use crate::framework::registers::graphql::RegisterRow;
use crate::graphql::payload::answered;
use crate::graphql::request;
use crate::ids::Opaque;

/// Writes a framework.
#[derive(Default)]
pub struct FrameworkMutation;

fn question_id(id: &str) -> Result<FrameworkQuestionId> {
    FrameworkQuestionId::read(id).ok_or(Error::NotFound)
}

#[Object]
impl FrameworkMutation {
    /// Begins a municipality's overall framework: with the model's questions, or as a copy of what another municipality
    /// has published.
    async fn framework_begin(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Where, and whence.")] input: FrameworkBeginInput,
    ) -> Result<FrameworkBeginPayload> {
        let begun = service::begin(request(context), &input.municipality, input.copy_from.as_deref()).await;
        let (draft, user_errors) = answered(begun)?;
        Ok(FrameworkBeginPayload { framework: draft.map(Framework::new), user_errors })
    }

    /// Sets how many must approve a framework, how often and by whom it is updated, and who may read its editions.
    async fn framework_settings_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What is to be set.")] input: FrameworkSettingsUpdateInput,
    ) -> Result<FrameworkSettingsUpdatePayload> {
        let settings = Settings {
            approvals_needed: input.approvals_needed,
            interval_months: input.interval_months,
            due_on: input.due_on,
            next_update_by: input.next_update_by,
        };
        let (ctx, visibility) = (request(context), input.visibility.into());
        let set = service::update_settings(ctx, &input.municipality, input.revision, settings, visibility);
        let (draft, user_errors) = answered(set.await)?;
        Ok(FrameworkSettingsUpdatePayload { framework: draft.map(Framework::new), user_errors })
    }

    /// Gives a section to somebody, who gets a mail; or says that it is done.
    async fn framework_section_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and to whom.")] input: FrameworkSectionUpdateInput,
    ) -> Result<FrameworkSectionUpdatePayload> {
        let id = FrameworkSectionId::read(&input.id).ok_or(Error::NotFound)?;
        let given = match person(input.assignee_id.as_ref()) {
            Ok(person) => {
                let giving = Giving { person, due_on: input.due_on, is_done: input.is_done };
                service::update_section(request(context), id, input.revision, giving).await
            }
            Err(refusal) => Err(refusal.into()),
        };
        let (found, user_errors) = answered(given)?;
        let section = found.map(|(draft, at)| FrameworkSection::new(draft, at));
        Ok(FrameworkSectionUpdatePayload { section, user_errors })
    }

    /// Asks a question of the municipality's own.
    async fn framework_question_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What, and where.")] input: FrameworkQuestionCreateInput,
    ) -> Result<FrameworkQuestionPayload> {
        let own = OwnQuestion { title: Some(input.title), guidance: input.guidance };
        let asked = service::create(request(context), &input.municipality, input.section.into(), own).await;
        FrameworkQuestionPayload::of(asked)
    }

    /// Words a question of the municipality's own anew, hides a question, or shows it again.
    async fn framework_question_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: FrameworkQuestionUpdateInput,
    ) -> Result<FrameworkQuestionPayload> {
        let id = question_id(&input.id)?;
        let own = OwnQuestion { title: input.title, guidance: input.guidance };
        let asked = service::update(request(context), id, input.revision, own, input.is_hidden).await;
        FrameworkQuestionPayload::of(asked)
    }

    /// Gives a question another place in its section.
    async fn framework_question_move(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and where to.")] input: FrameworkQuestionMoveInput,
    ) -> Result<FrameworkQuestionPayload> {
        let id = question_id(&input.id)?;
        let asked = service::move_to(request(context), id, input.revision, input.position).await;
        FrameworkQuestionPayload::of(asked)
    }

    /// Takes a question of the municipality's own out, with its answer. It can be restored from the history.
    async fn framework_question_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: FrameworkQuestionDeleteInput,
    ) -> Result<FrameworkQuestionDeletePayload> {
        let id = question_id(&input.id)?;
        let (done, user_errors) = answered(service::delete(request(context), id, input.revision).await)?;
        let deleted_id = done.map(|()| ID::from(id.show()));
        Ok(FrameworkQuestionDeletePayload { deleted_id, user_errors })
    }

    /// Answers a question, unless somebody else has meanwhile: then both versions are kept, and this one can be laid
    /// beside what stands there.
    async fn framework_answer_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which question, and the answer.")] input: FrameworkAnswerUpdateInput,
    ) -> Result<FrameworkAnswerUpdatePayload> {
        let (ctx, id) = (request(context), question_id(&input.id)?);
        let saved = service::answer(ctx, id, input.revision, &input.answer).await;
        let latest = match &saved {
            Err(Error::Stale) => Some(service::latest(ctx, id).await?),
            _ => None,
        };
        let (asked, user_errors) = answered(saved)?;
        let question = asked.map(FrameworkQuestion::of);
        Ok(FrameworkAnswerUpdatePayload { question, latest: latest.map(FrameworkQuestion::of), user_errors })
    }

    /// Notes that the viewer is writing an answer, or no longer is. To be called again every half minute or so.
    async fn framework_writing_note(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which question.")] input: FrameworkWritingNoteInput,
    ) -> Result<FrameworkWritingNotePayload> {
        let id = question_id(&input.id)?;
        let noted = service::note_writing(request(context), id, input.is_writing).await;
        let (found, user_errors) = answered(noted)?;
        let (writing, revision) = found.map(|(names, revision)| (names, Some(revision))).unwrap_or_default();
        Ok(FrameworkWritingNotePayload { writing, revision, user_errors })
    }

    /// Sets a question, an answer or a row to the state after a change, or takes a deletion back. Nothing is lost: this is
    /// a change too.
    async fn framework_change_restore(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which state.")] input: FrameworkChangeRestoreInput,
    ) -> Result<FrameworkChangeRestorePayload> {
        let change = FrameworkChangeId::read(&input.change_id).ok_or(Error::NotFound)?;
        let (restored, user_errors) =
            answered(service::restore(request(context), change, input.revision).await)?;
        let (question, row) = match restored {
            Some(Restored::Question(asked)) => (Some(FrameworkQuestion::of(asked)), None),
            Some(Restored::Row(row)) => (None, Some(RegisterRow::new(row))),
            None => (None, None),
        };
        Ok(FrameworkChangeRestorePayload { question, row, user_errors })
    }
}

/// The person that an id of the API names.
fn person(id: Option<&ID>) -> Result<Option<PersonId>, Refusal> {
    let unknown = || {
        let message = "Choose somebody who has a role in this municipality.";
        Refusal::new(RefusalCode::NotFound, "assigneeId", message)
    };
    id.map(|id| PersonId::read(id).ok_or_else(unknown)).transpose()
}
