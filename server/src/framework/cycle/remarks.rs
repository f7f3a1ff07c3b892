//! Remarks on the sections of what lies before the steering group, and seeing to them.

use entity::framework::values::{Section, SubmissionState};
use entity::framework::{framework_remark, framework_submission};
use entity::ids::{FrameworkRemarkId, FrameworkSubmissionId};
use sea_orm::DatabaseTransaction;

use super::store::submissions;
use super::submission;
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::forms::{Problems, Tidy};
use crate::framework::draft::store;
use crate::ids::Opaque;

/// Longest remark, in characters.
const REMARK: usize = 2_000;
/// Most remarks on one submission.
const MOST: u64 = 200;

/// Adds a remark on a section.
///
/// # Errors
/// What the policy says; `NotFound`; refusals where the text can't be used, where there are 200 already, and `STALE`
/// where it has been approved, taken back, or followed by another; the database's.
pub async fn add(
    ctx: &Ctx,
    id: FrameworkSubmissionId,
    section: Section,
    text: &str,
) -> Result<framework_submission::Model> {
    let row = submission::found(ctx, id).await?;
    let here = row.municipality_id;
    ctx.authorize(Action::FrameworkRemark, Subject::Internal(here))?;
    let mut text = text.to_owned();
    text.tidy();
    let mut problems = Problems::default();
    problems.required("text", &text, REMARK);
    let found = problems.found();
    if !found.is_empty() {
        return Err(Error::Refused(found));
    }

    let tx = db::begin(ctx.app().db()).await?;
    open(&tx, &row).await?;
    if submissions::count_remarks(&tx, id).await? >= MOST {
        return Err(Refusal::new(RefusalCode::InUse, "text", "There are 200 remarks already.").into());
    }
    let remark = framework_remark::Model {
        id: FrameworkRemarkId(ctx.new_key()),
        municipality_id: here,
        framework_submission_id: id,
        section,
        person_id: ctx.person().map(|person| person.id),
        text,
        at: ctx.now(),
        settled_at: None,
    };
    let key = remark.id.show();
    submissions::add_remark(&tx, remark).await?;
    let told = Told::words("Remarked on a section");
    audit::record(ctx, &tx, Some(here), Action::FrameworkRemark, key, told).await?;
    tx.commit().await?;
    submission::found(ctx, id).await
}

/// Notes that a remark has been seen to, or that it has not after all. Twice is once.
///
/// # Errors
/// What the policy says; `NotFound`; a refusal `STALE` where its submission has been approved, taken back, or followed
/// by another; the database's.
pub async fn settle(
    ctx: &Ctx,
    id: FrameworkRemarkId,
    is_settled: bool,
) -> Result<framework_submission::Model> {
    let remark = submissions::remark(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    let row = submission::found(ctx, remark.framework_submission_id).await?;
    let here = row.municipality_id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    let tx = db::begin(ctx.app().db()).await?;
    open(&tx, &row).await?;
    if remark.settled_at.is_some() != is_settled {
        submissions::settle(ctx, &tx, id, is_settled).await?;
        let told = Told::words(if is_settled { "Seen to" } else { "Not seen to after all" });
        audit::record(ctx, &tx, Some(here), Action::FrameworkWrite, id.show(), told).await?;
    }
    tx.commit().await?;
    Ok(row)
}

/// Lets on where there is still something to be said of it: it waits, or was sent back and nothing has followed. Holds
/// the framework.
async fn open(tx: &DatabaseTransaction, row: &framework_submission::Model) -> Result<()> {
    store::hold(tx, row.municipality_id).await?.ok_or(Error::NotFound)?;
    let latest = submissions::latest(tx, row.municipality_id).await?;
    let is_open = |latest: &framework_submission::Model| {
        latest.id == row.id && matches!(latest.state, SubmissionState::Pending | SubmissionState::Returned)
    };
    if latest.as_ref().is_some_and(is_open) {
        return Ok(());
    }
    Err(Refusal::new(RefusalCode::Stale, "id", "It has been decided or taken back meanwhile.").into())
}
