//! Questions: a municipality asks its own, hides those it does without, and orders them.

use entity::directory::values::ChangeAction;
use entity::framework::framework_question;
use entity::framework::values::{Part, Section};
use entity::ids::FrameworkQuestionId;
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::{Value, json};

use super::super::state::QuestionState;
use super::super::writable::writable;
use super::super::{rules, store};
use super::{Asked, asked, held, name};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db::{self, insert_all};
use crate::directory::service as directory_service;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::history::{self, Happening};
use crate::ids::Opaque;

/// A question of a municipality's own, as somebody typed it.
pub(in crate::framework::draft) struct OwnQuestion {
    /// The question.
    pub title: Option<String>,
    /// What to think of when answering.
    pub guidance: Option<String>,
}

/// Asks a question of the municipality's own, as the last in its section.
///
/// # Errors
/// What the policy says; refusals; the database's.
pub(in crate::framework::draft) async fn create(
    ctx: &Ctx,
    municipality: &str,
    section: Section,
    own: OwnQuestion,
) -> Result<Asked> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    let here = directory.municipality.id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    let (title, guidance) = rules::own_question(own.title, own.guidance).map_err(Error::Refused)?;
    let tx = db::begin(ctx.app().db()).await?;
    let framework = writable(&tx, here).await?;
    let row = framework_question::Model {
        id: FrameworkQuestionId(ctx.new_key()),
        municipality_id: here,
        framework_id: framework.id,
        section,
        key: None,
        title: Some(title),
        guidance,
        position: last(&tx, here, section).await?,
        is_hidden: false,
        answer: String::new(),
        answered_at: None,
        answered_by: None,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let after = QuestionState::json(&row);
    insert_all(&tx, vec![row.clone()]).await?;
    tell(ctx, &tx, &row, ChangeAction::Created, None, Some(after)).await?;
    tx.commit().await?;
    asked(ctx, here, row.id).await
}

/// The place behind a section's questions.
///
/// # Errors
/// A refusal where the municipality asks as many of its own there as it can; the database's.
pub(super) async fn last(
    tx: &impl ConnectionTrait,
    here: entity::ids::MunicipalityId,
    section: Section,
) -> Result<i32> {
    let there = store::questions_of(tx, here, section).await?;
    if there.iter().filter(|question| question.key.is_none()).count() >= rules::OWN {
        let message = format!("At most {} questions of your own in a section.", rules::OWN);
        return Err(Refusal::new(RefusalCode::TooLong, "", message).into());
    }
    Ok(there.iter().map(|question| question.position + 1).max().unwrap_or_default())
}

/// Words a question of one's own anew, hides a question, or shows it again.
///
/// # Errors
/// What the policy says; `Stale`; refusals; the database's.
pub(in crate::framework::draft) async fn update(
    ctx: &Ctx,
    id: FrameworkQuestionId,
    revision: i32,
    own: OwnQuestion,
    is_hidden: bool,
) -> Result<Asked> {
    let tx = writing(ctx, id).await?;
    let before = held(&tx, id, revision).await?;
    let mut after = before.clone();
    after.is_hidden = is_hidden;
    if before.key.is_none() {
        let (title, guidance) = rules::own_question(own.title, own.guidance).map_err(Error::Refused)?;
        after.title = Some(title);
        after.guidance = guidance;
    } else if own.title.is_some() || own.guidance.is_some() {
        let message = "The model's questions keep their words; hide it and ask one of your own instead.";
        return Err(Refusal::new(RefusalCode::Invalid, "title", message).into());
    }
    if after != before {
        after.revision += 1;
        after.updated_at = ctx.now();
        let (was, is) = (QuestionState::json(&before), QuestionState::json(&after));
        store::put::<framework_question::Entity>(&tx, after.clone()).await?;
        tell(ctx, &tx, &after, ChangeAction::Updated, Some(was), Some(is)).await?;
    }
    tx.commit().await?;
    asked(ctx, before.municipality_id, id).await
}

/// Gives a question another place in its section; beyond the end is the end. The order is the section's: who is
/// answering the question meanwhile is not told to begin anew.
///
/// # Errors
/// What the policy says; `Stale`; a refusal for a place before the first; the database's.
pub(in crate::framework::draft) async fn move_to(
    ctx: &Ctx,
    id: FrameworkQuestionId,
    revision: i32,
    position: i32,
) -> Result<Asked> {
    let tx = writing(ctx, id).await?;
    let row = held(&tx, id, revision).await?;
    let Ok(to) = usize::try_from(position) else {
        return Err(Refusal::new(RefusalCode::Invalid, "position", "The first place is 0.").into());
    };
    let shown = store::questions_of(&tx, row.municipality_id, row.section).await?;
    let order = rules::moved(&shown, id, to);
    let was = shown.iter().position(|question| question.id == id);
    let is = order.iter().position(|other| *other == id);
    if was != is {
        for (place, id) in (0..).zip(order) {
            if shown.iter().any(|question| question.id == id && question.position != place) {
                store::place(&tx, id, place).await?;
            }
        }
        let state = |place: Option<usize>| Some(json!({ "position": place }));
        tell(ctx, &tx, &row, ChangeAction::Updated, state(was), state(is)).await?;
    }
    tx.commit().await?;
    asked(ctx, row.municipality_id, id).await
}

/// Takes a question of one's own out. Its history stays, and it can be restored from there.
///
/// # Errors
/// What the policy says; `Stale`; a refusal for one of the model's; the database's.
pub(in crate::framework::draft) async fn delete(
    ctx: &Ctx,
    id: FrameworkQuestionId,
    revision: i32,
) -> Result<()> {
    let tx = writing(ctx, id).await?;
    let row = held(&tx, id, revision).await?;
    if row.key.is_some() {
        let message = "The model's questions can be hidden, not taken out.";
        return Err(Refusal::new(RefusalCode::InUse, "id", message).into());
    }
    framework_question::Entity::delete_by_id(id).exec(&tx).await?;
    tell(ctx, &tx, &row, ChangeAction::Deleted, Some(QuestionState::json(&row)), None).await?;
    tx.commit().await?;
    Ok(())
}

/// A transaction that changes the question, for whoever may, while it can be changed.
async fn writing(ctx: &Ctx, id: FrameworkQuestionId) -> Result<sea_orm::DatabaseTransaction> {
    let found = store::question(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    let here = found.municipality_id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    let tx = db::begin(ctx.app().db()).await?;
    writable(&tx, here).await?;
    Ok(tx)
}

/// Tells history and log what became of a question.
async fn tell(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    row: &framework_question::Model,
    action: ChangeAction,
    before: Option<Value>,
    after: Option<Value>,
) -> Result<()> {
    let here = row.municipality_id;
    let (id, name, revision) = (row.id.0, name(row), row.revision);
    let told =
        Told { detail: Some(format!("{action:?}: {name}")), before: before.clone(), after: after.clone() };
    let happening = Happening { part: Part::Question, id, name, action, revision, before, after };
    history::record(ctx, tx, here, happening).await?;
    audit::record(ctx, tx, Some(here), Action::FrameworkWrite, row.id.show(), told).await
}
