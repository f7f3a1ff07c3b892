//! The steering group's verdicts: approving what lies before it, or sending it back.

use entity::framework::values::{FrameworkState, SubmissionState};
use entity::framework::{framework, framework_edition, framework_submission, framework_verdict};
use entity::identity::values::Role;
use entity::ids::{FrameworkSubmissionId, PersonId};
use sea_orm::DatabaseTransaction;

use super::store::{people, submissions};
use super::{letters, publishing, submission, submitting};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::draft::store;
use crate::framework::rules;
use crate::ids::Opaque;
use crate::{db, mail};

/// Approves a submission. Where that is the last approval needed, it becomes an edition, which is returned too.
///
/// # Errors
/// What the policy says; `NotFound`; refusals `STALE` where it has been decided meanwhile and `IN_USE` where the actor
/// has given their verdict already; the database's.
pub async fn approve(
    ctx: &Ctx,
    id: FrameworkSubmissionId,
    note: Option<String>,
) -> Result<(framework_submission::Model, Option<framework_edition::Model>)> {
    let here = decidable(ctx, id, "approve").await?.municipality_id;
    let note = submitting::note(note)?;
    let directory = ctx.app().directories().by_id(here).ok_or(Error::NotFound)?;
    let tx = db::begin(ctx.app().db()).await?;
    let Verdict { framework, row, before } = give(ctx, &tx, id, true, note).await?;
    let edition = if rules::is_approved(before + 1, row.approvals_needed) {
        submissions::decide(ctx, &tx, id, SubmissionState::Approved).await?;
        Some(publishing::publish(ctx, &tx, &directory, &framework, &row).await?)
    } else {
        None
    };
    let words = match &edition {
        Some(edition) => format!("Approved; edition {}", edition.number),
        None => format!("Approved; {} of {}", before + 1, row.approvals_needed),
    };
    audit::record(ctx, &tx, Some(here), Action::FrameworkDecide, id.show(), Told::words(words)).await?;
    tx.commit().await?;
    Ok((submission::found(ctx, id).await?, edition))
}

/// Sends a submission back to the project leaders, who are written to.
///
/// # Errors
/// What the policy says; `NotFound`; refusals `REQUIRED` without a note and without a remark, `STALE` where it has been
/// decided meanwhile, `IN_USE` where the actor has given their verdict already; the database's.
pub async fn send_back(
    ctx: &Ctx,
    id: FrameworkSubmissionId,
    note: Option<String>,
) -> Result<framework_submission::Model> {
    let here = decidable(ctx, id, "send back").await?.municipality_id;
    let note = submitting::note(note)?;
    let directory = ctx.app().directories().by_id(here).ok_or(Error::NotFound)?;
    let tx = db::begin(ctx.app().db()).await?;
    let Verdict { framework, row, .. } = give(ctx, &tx, id, false, note.clone()).await?;
    let remarks = submissions::remarks(&tx, id).await?;
    if note.is_none() && remarks.is_empty() {
        let message =
            "Write a note, or remark on a section, so that the project leader knows what to change.";
        return Err(Refusal::new(RefusalCode::Required, "note", message).into());
    }
    submissions::decide(ctx, &tx, id, SubmissionState::Returned).await?;
    submitting::move_on(ctx, &tx, &directory, &framework, FrameworkState::Draft).await?;
    let here_are = people::here(&tx, here).await?;
    let writers = people::names(&tx, remarks.iter().filter_map(|remark| remark.person_id)).await?;
    let said = letters::Returned { note: note.as_deref(), remarks: &remarks, writers: &writers };
    let letter = |leader| letters::returned(ctx, &directory, &row, &said, leader);
    mail::enqueue_all(ctx, &tx, here_are.with(&[Role::ProjectLeader]).into_iter().map(letter)).await?;
    audit::record(ctx, &tx, Some(here), Action::FrameworkDecide, id.show(), Told::words("Sent back")).await?;
    tx.commit().await?;
    submission::found(ctx, id).await
}

struct Verdict {
    framework: framework::Model,
    row: framework_submission::Model,
    /// How many of those who are in the steering group today have approved before.
    before: usize,
}

/// Notes what the actor says of it. Holds the framework, so that of two approvals at once one comes after the other.
async fn give(
    ctx: &Ctx,
    tx: &DatabaseTransaction,
    id: FrameworkSubmissionId,
    approves: bool,
    note: Option<String>,
) -> Result<Verdict> {
    let person = member(ctx)?;
    let found = submissions::find(tx, id).await?.ok_or(Error::NotFound)?;
    let framework = store::hold(tx, found.municipality_id).await?.ok_or(Error::NotFound)?;
    let row = submitting::pending(tx, id).await?;
    let said = submissions::verdicts(tx, id).await?;
    if said.iter().any(|verdict| verdict.person_id == person) {
        let message = "You have given your verdict already.";
        return Err(Refusal::new(RefusalCode::InUse, "id", message).into());
    }
    let verdict = framework_verdict::Model {
        framework_submission_id: id,
        person_id: person,
        municipality_id: row.municipality_id,
        approves,
        note,
        at: ctx.now(),
    };
    submissions::add_verdict(tx, verdict).await?;
    // Who has left the steering group meanwhile, or is blocked, decides nothing any more.
    let here_are = people::here(tx, row.municipality_id).await?;
    let members = here_are.with(&[Role::SteeringMember]).into_iter().map(|member| member.id).collect();
    let before =
        said.iter().filter(|verdict| rules::counts(verdict.approves, verdict.person_id, &members)).count();
    Ok(Verdict { framework, row, before })
}

/// A verdict is a person's.
fn member(ctx: &Ctx) -> Result<PersonId> {
    ctx.person().map(|person| person.id).ok_or(Error::Forbidden)
}

/// The submission, for whoever may decide it. That somebody tried who may not, is noted.
async fn decidable(ctx: &Ctx, id: FrameworkSubmissionId, what: &str) -> Result<framework_submission::Model> {
    let row = submissions::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    let Err(refused) = ctx.authorize(Action::FrameworkDecide, Subject::Internal(row.municipality_id)) else {
        return Ok(row);
    };
    let tx = db::begin(ctx.app().db()).await?;
    let told = Told::words(format!("tried to {what} without being in the steering group: refused"));
    let of = Some(row.municipality_id);
    audit::record(ctx, &tx, of, Action::FrameworkDecide, id.show(), told).await?;
    tx.commit().await?;
    Err(refused)
}
