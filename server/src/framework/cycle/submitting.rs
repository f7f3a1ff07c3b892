//! Laying the framework before the steering group, and taking it back.

use entity::directory::values::ChangeAction;
use entity::framework::values::{FrameworkState, Part, SubmissionState};
use entity::framework::{framework, framework_submission};
use entity::identity::values::Role;
use entity::ids::FrameworkSubmissionId;
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::store::{people, submissions};
use super::{letters, submission};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::forms::{Problems, Tidy};
use crate::framework::content::Content;
use crate::framework::draft::read::Draft;
use crate::framework::draft::{store, version, writable};
use crate::framework::history::{self, Happening};
use crate::framework::rules;
use crate::ids::Opaque;
use crate::{db, mail};

/// Longest note, in characters.
const NOTE: usize = 2_000;

/// A note in order; none where it is empty.
///
/// # Errors
/// A refusal where it is longer than 2,000 characters or can't be shown.
pub(super) fn note(text: Option<String>) -> Result<Option<String>> {
    let mut text = text;
    text.tidy();
    let Some(words) = text else { return Ok(None) };
    let mut problems = Problems::default();
    problems.required("note", &words, NOTE);
    let found = problems.found();
    if found.is_empty() { Ok(Some(words)) } else { Err(Error::Refused(found)) }
}

/// Lays the framework before the steering group as it was read, and writes to its members.
///
/// # Errors
/// What the policy says; `NotFound` where nothing has been begun; refusals `IN_USE` where it lies there already and
/// `INVALID` where fewer are in the steering group than must approve, `STALE` where anything in it has changed since this
/// version was read; the database's.
pub async fn submit(
    ctx: &Ctx,
    municipality: &str,
    version: &str,
    note: Option<String>,
) -> Result<framework_submission::Model> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    let here = directory.municipality.id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    let note = self::note(note)?;

    let tx = db::begin(ctx.app().db()).await?;
    let framework = writable::writable(&tx, here).await?;
    let draft = Draft::load(ctx, &tx, directory.clone()).await?.ok_or(Error::NotFound)?;
    if version::of(&draft) != version {
        let message = "Somebody has written in it since it was read.";
        return Err(Refusal::new(RefusalCode::Stale, "version", message).into());
    }
    let here_are = people::here(&tx, here).await?;
    let members = here_are.with(&[Role::SteeringMember]);
    let needed = framework.approvals_needed;
    if !rules::is_approved(members.len(), needed) {
        let message =
            format!("{needed} must approve, and there are {} in the steering group.", members.len());
        return Err(Refusal::new(RefusalCode::Invalid, "", message).into());
    }
    let content = Content::of(ctx, &tx, &directory).await?;
    let row = framework_submission::Model {
        id: FrameworkSubmissionId(ctx.new_key()),
        municipality_id: here,
        framework_id: framework.id,
        state: SubmissionState::Pending,
        note,
        submitted_at: ctx.now(),
        submitted_by: ctx.person().map(|person| person.id),
        approvals_needed: needed,
        content: content.write()?,
        decided_at: None,
    };
    submissions::insert(&tx, row.clone()).await?;
    move_on(ctx, &tx, &directory, &framework, FrameworkState::Submitted).await?;
    let letters = members.into_iter().map(|member| letters::submitted(ctx, &directory, &row, member));
    mail::enqueue_all(ctx, &tx, letters).await?;
    let told = Told::words("Laid before the steering group");
    audit::record(ctx, &tx, Some(here), Action::FrameworkWrite, row.id.show(), told).await?;
    tx.commit().await?;
    Ok(row)
}

/// Takes a submission back while it waits.
///
/// # Errors
/// What the policy says; `NotFound`; `Stale` where it has been decided meanwhile; the database's.
pub async fn withdraw(ctx: &Ctx, id: FrameworkSubmissionId) -> Result<framework_submission::Model> {
    let row = submission::found(ctx, id).await?;
    let here = row.municipality_id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    let directory = ctx.app().directories().by_id(here).ok_or(Error::NotFound)?;

    let tx = db::begin(ctx.app().db()).await?;
    let framework = store::hold(&tx, here).await?.ok_or(Error::NotFound)?;
    pending(&tx, id).await?;
    submissions::decide(ctx, &tx, id, SubmissionState::Withdrawn).await?;
    move_on(ctx, &tx, &directory, &framework, FrameworkState::Draft).await?;
    let told = Told::words("Taken back from the steering group");
    audit::record(ctx, &tx, Some(here), Action::FrameworkWrite, id.show(), told).await?;
    tx.commit().await?;
    submission::found(ctx, id).await
}

/// The submission, where it still waits. Hold the framework first.
///
/// # Errors
/// `NotFound`; `Stale` where it has been decided; the database's.
pub(super) async fn pending(
    tx: &impl ConnectionTrait,
    id: FrameworkSubmissionId,
) -> Result<framework_submission::Model> {
    let row = submissions::find(tx, id).await?.ok_or(Error::NotFound)?;
    if row.state == SubmissionState::Pending {
        return Ok(row);
    }
    let message = "It has been decided or taken back meanwhile.";
    Err(Refusal::new(RefusalCode::Stale, "id", message).into())
}

/// Moves the framework between the project leader and the steering group, and notes it in its history.
pub(super) async fn move_on(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    framework: &framework::Model,
    state: FrameworkState,
) -> Result<()> {
    let revision = submissions::move_on(ctx, tx, framework, state, None).await?;
    let happening = Happening {
        part: Part::Framework,
        id: framework.id.0,
        name: &directory.municipality.name,
        action: ChangeAction::Updated,
        revision,
        before: Some(json!({ "state": framework.state })),
        after: Some(json!({ "state": state })),
    };
    history::record(ctx, tx, framework.municipality_id, happening).await
}
