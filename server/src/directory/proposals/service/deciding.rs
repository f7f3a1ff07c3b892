//! Deciding proposals: taking them over, declining them, taking them back.

use entity::directory::proposal;
use entity::directory::values::{ChangeAction, ProposalStatus};
use entity::ids::ProposalId;
use sea_orm::ConnectionTrait;

use super::{NAME, subject, words};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::editing::service::Latest;
use crate::directory::editing::writing::{Doing, Writing};
use crate::directory::forms::Form;
use crate::directory::proposals::{entry, letters, store};
use crate::directory::{Directory, editing};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::Opaque;
use crate::mail;

/// A project leader's decision to take a proposal over.
pub struct Acceptance {
    /// The entry as it shall be, where it is not as proposed.
    pub adjusted: Option<Form>,
    /// The entry's revision that this was written on, where it is known.
    pub written_on: Option<i32>,
    /// A word to whoever proposed it.
    pub answer: Option<String>,
}

/// Takes a proposal over, as it is or adjusted. A report in words is accepted as mended.
///
/// # Errors
/// What the policy says; `Stale` where the proposal has been decided meanwhile, or where it is outdated and is not
/// adjusted; refusals of what the form says.
pub async fn accept(
    ctx: &Ctx,
    id: ProposalId,
    revision: i32,
    acceptance: Acceptance,
) -> Result<proposal::Model> {
    let row = decidable(ctx, id, revision).await?;
    let mut refusals = Vec::new();
    let answer = words("answer", acceptance.answer.as_deref().unwrap_or_default(), false, &mut refusals);
    if !refusals.is_empty() {
        return Err(Error::Refused(refusals));
    }
    let gone = || Refusal::new(RefusalCode::NotFound, "id", "The entry is no longer there.");
    let proposed = row.proposed.as_deref().map(|json| Form::from_json(row.kind, json)).transpose()?;
    let adjusted = acceptance.adjusted.map(Form::tidied);

    let mut writing = Writing::begin(ctx, row.municipality_id).await?;
    let mut status = ProposalStatus::Accepted;
    if let Some(form) = adjusted.as_ref().or(proposed.as_ref()) {
        let about = row.subject_id.and_then(|key| entry(row.kind, key)).ok_or_else(gone)?;
        let (held, now) = Form::of(writing.directory(), about).ok_or_else(gone)?;
        if held.kind() != form.kind() {
            return Err(Error::NotFound);
        }
        if adjusted.is_some() && adjusted != proposed {
            status = ProposalStatus::Adjusted;
        }
        // Who does not say what they read has read what the proposal was made on.
        let read = acceptance.written_on.filter(|_| adjusted.is_some());
        let written_on = read.or(row.base_revision);
        if written_on.is_some_and(|written_on| written_on != now) {
            let message =
                "The entry has been changed since this was proposed. Adjust it to what stands there now.";
            return Err(Refusal::new(RefusalCode::Stale, "revision", message).into());
        }
        if held != *form {
            writing.check(form, Some(about)).await?;
            let who = row.proposer_name.as_deref().unwrap_or("en besøgende");
            let note: String = format!("Foreslået af {who}").chars().take(NAME).collect();
            let doing = Doing::new(ChangeAction::Updated, Some(&note));
            writing.put(ctx, about, form, doing).await?;
        }
    }
    let decided = settle(ctx, writing.tx(), writing.directory(), &row, status, answer.as_deref()).await?;
    writing.finish(ctx).await?;
    Ok(decided)
}

/// Declines a proposal, with a word why.
///
/// # Errors
/// What the policy says; `Stale` where it has been decided meanwhile; a refusal without a word why.
pub async fn decline(ctx: &Ctx, id: ProposalId, revision: i32, answer: &str) -> Result<proposal::Model> {
    let row = decidable(ctx, id, revision).await?;
    let mut refusals = Vec::new();
    let answer = words("answer", answer, true, &mut refusals);
    if !refusals.is_empty() {
        return Err(Error::Refused(refusals));
    }
    let directory = ctx.app().directories().by_id(row.municipality_id).ok_or(Error::NotFound)?;
    let tx = db::begin(ctx.app().db()).await?;
    let declined = ProposalStatus::Declined;
    let decided = settle(ctx, &tx, &directory, &row, declined, answer.as_deref()).await?;
    tx.commit().await?;
    Ok(decided)
}

/// The entry that a proposal is about as it is now, for whoever decides it; none where it is gone.
///
/// # Errors
/// What the policy says; the database's.
pub async fn latest(ctx: &Ctx, id: ProposalId) -> Result<Option<Latest>> {
    let row = store::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::ProposalDecide, Subject::Municipality(row.municipality_id))
        .map_err(|_| Error::NotFound)?;
    let Some(about) = row.subject_id.and_then(|key| entry(row.kind, key)) else { return Ok(None) };
    match editing::service::latest(ctx, about).await {
        Ok(latest) => Ok(Some(latest)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Takes one's own proposal back.
///
/// # Errors
/// What the policy says; `Forbidden` for somebody else's; `Stale` where it has been decided meanwhile.
pub async fn withdraw(ctx: &Ctx, id: ProposalId, revision: i32) -> Result<proposal::Model> {
    let row = store::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::ProposalRead, subject(&row))?;
    if row.person_id.is_none() || row.person_id != ctx.person().map(|person| person.id) {
        return Err(Error::Forbidden);
    }
    if row.revision != revision {
        return Err(Error::Stale);
    }
    let tx = db::begin(ctx.app().db()).await?;
    store::decide(ctx, &tx, &row, ProposalStatus::Withdrawn, None).await?;
    let told = Told::words(format!("Withdrawn: {}", row.subject_name));
    audit::record(ctx, &tx, Some(row.municipality_id), Action::ProposalMake, row.id.show(), told).await?;
    tx.commit().await?;
    store::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)
}

/// The proposal, for whoever may decide it, where it still has this revision.
async fn decidable(ctx: &Ctx, id: ProposalId, revision: i32) -> Result<proposal::Model> {
    let row = store::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    // Who may not even read it is not told that it is there.
    ctx.authorize(Action::ProposalRead, subject(&row)).map_err(|_| Error::NotFound)?;
    ctx.authorize(Action::ProposalDecide, Subject::Municipality(row.municipality_id))?;
    if row.revision == revision { Ok(row) } else { Err(Error::Stale) }
}

/// Notes the decision, writes to whoever proposed it, and tells the audit log.
async fn settle(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    row: &proposal::Model,
    status: ProposalStatus,
    answer: Option<&str>,
) -> Result<proposal::Model> {
    store::decide(ctx, tx, row, status, answer).await?;
    let proposer = store::people(tx, row.person_id).await?.pop();
    // Somebody who has been blocked since is not written to.
    let can_be_told = row.person_id.is_none() || proposer.is_some();
    let letter = letters::answered(ctx, directory, row, proposer.as_ref(), status, answer);
    if let Some(letter) = letter.filter(|_| can_be_told) {
        mail::enqueue(ctx, tx, letter).await?;
    }
    let who = row.proposer_name.as_deref().unwrap_or("a visitor");
    let told = Told {
        detail: Some(format!("{status:?}: {}, proposed by {who}", row.subject_name)),
        before: row.proposed.as_deref().and_then(|json| serde_json::from_str(json).ok()),
        after: answer.map(|answer| serde_json::json!({ "answer": answer })),
    };
    let of = Some(row.municipality_id);
    audit::record(ctx, tx, of, Action::ProposalDecide, row.id.show(), told).await?;
    store::find(tx, row.id).await?.ok_or(Error::NotFound)
}
