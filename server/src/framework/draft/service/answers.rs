//! Answers: saved as they are typed, and never over somebody else's.

use entity::directory::values::ChangeAction;
use entity::framework::values::Part;
use entity::framework::{framework, framework_question};
use entity::ids::FrameworkQuestionId;
use sea_orm::ConnectionTrait;

use super::super::state::QuestionState;
use super::super::writable::writable;
use super::super::{rules, store};
use super::{Asked, asked, authorize_section, name};
use crate::access::Action;
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::error::{Error, Result};
use crate::framework::history::{self, Happening};
use crate::ids::Opaque;

/// Sets the answer to a question, where the question still has the revision that was read.
///
/// # Errors
/// What the policy says; `Stale`; refusals; the database's.
pub(in crate::framework::draft) async fn answer(
    ctx: &Ctx,
    id: FrameworkQuestionId,
    revision: i32,
    answer: &str,
) -> Result<Asked> {
    let found = store::question(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    authorize_section(ctx, &found).await?;
    let answer = rules::answer(answer).map_err(Error::Refused)?;
    let here = found.municipality_id;
    let tx = db::begin(ctx.app().db()).await?;
    let framework = writable(&tx, here).await?;
    let before = store::question(&tx, id).await?.ok_or(Error::NotFound)?;
    // What stands there already is no change, whichever revision it was written on: a save whose answer got lost is
    // sent again.
    if before.answer == answer {
        tx.rollback().await?;
        return asked(ctx, here, id).await;
    }
    if before.revision != revision {
        return Err(Error::Stale);
    }
    begin_history(ctx, &tx, &framework, &before).await?;
    let mut after = before.clone();
    after.answer = answer;
    after.answered_at = Some(ctx.now());
    after.answered_by = ctx.person().map(|person| person.id);
    after.revision += 1;
    after.updated_at = ctx.now();
    let happening = Happening {
        part: Part::Question,
        id: id.0,
        name: name(&before),
        action: ChangeAction::Updated,
        revision: after.revision,
        before: Some(QuestionState::json(&before)),
        after: Some(QuestionState::json(&after)),
    };
    store::put::<framework_question::Entity>(&tx, after).await?;
    history::record_typing(ctx, &tx, here, happening).await?;
    let told = Told::words(format!("Answered: {}", name(&before)));
    audit::record(ctx, &tx, Some(here), Action::SectionWrite, id.show(), told).await?;
    tx.commit().await?;
    asked(ctx, here, id).await
}

/// Writes down what a question said before its first change, where there was something to lose.
pub(super) async fn begin_history(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    framework: &framework::Model,
    row: &framework_question::Model,
) -> Result<()> {
    if row.answer.is_empty() {
        return Ok(());
    }
    let first = Happening {
        part: Part::Question,
        id: row.id.0,
        name: name(row),
        action: ChangeAction::Created,
        revision: row.revision,
        before: None,
        after: Some(QuestionState::json(row)),
    };
    history::begin(ctx, tx, row.municipality_id, framework.created_at, first).await
}

/// The question as it is now, for whoever was too late.
///
/// # Errors
/// What the policy says; `NotFound` where it is gone; the database's.
pub(in crate::framework::draft) async fn latest(ctx: &Ctx, id: FrameworkQuestionId) -> Result<Asked> {
    let found = store::question(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    authorize_section(ctx, &found).await?;
    asked(ctx, found.municipality_id, id).await
}
