//! Looking proposals up.

use entity::directory::proposal;
use entity::directory::values::ProposalStatus;
use entity::ids::ProposalId;

use super::{Wanted, subject};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::proposals::store;
use crate::error::{Error, Result};
use crate::graphql::slice::Slice;

/// Which proposals the actor may see: all for project leaders, others their own.
///
/// # Errors
/// What the policy says.
pub fn wanted(ctx: &Ctx, directory: &Directory, statuses: Vec<ProposalStatus>) -> Result<Wanted> {
    let municipality = directory.municipality.id;
    let decides = ctx.may(Action::ProposalDecide, Subject::Municipality(municipality));
    if !decides {
        ctx.authorize(Action::HistoryRead, Subject::Internal(municipality))?;
    }
    let proposer = if decides { None } else { Some(ctx.person().ok_or(Error::NotFound)?.id) };
    Ok(Wanted { municipality, proposer, statuses })
}

/// A page of proposals, the newest first.
///
/// # Errors
/// What the policy says; the database's.
pub async fn list(
    ctx: &Ctx,
    wanted: &Wanted,
    size: u64,
    after: Option<ProposalId>,
) -> Result<Slice<proposal::Model>> {
    let found = store::list(ctx.app().db(), wanted, size, after).await?;
    for row in &found {
        ctx.authorize(Action::ProposalRead, subject(row))?;
    }
    Ok(Slice::of(found, size, after.is_some()))
}

/// How many there are on all pages.
///
/// # Errors
/// The database's.
pub async fn count(ctx: &Ctx, wanted: &Wanted) -> Result<u64> {
    store::count(ctx.app().db(), wanted).await
}

/// Most proposals that wait for one person and are told of at once.
const WAITING: u64 = 500;

/// The proposals that wait for whoever asks.
#[derive(Default)]
pub struct Waiting {
    /// For their decision.
    pub to_decide: Vec<proposal::Model>,
    /// Their own, that wait for an answer.
    pub own: Vec<proposal::Model>,
    /// Their own, whose answer they have not seen.
    pub answered: Vec<proposal::Model>,
}

/// What waits for whoever asks, the longest first; of each person's at most 500. One statement.
///
/// # Errors
/// What the policy says; the database's.
pub async fn waiting(ctx: &Ctx, directory: &Directory) -> Result<Waiting> {
    let here = directory.municipality.id;
    ctx.authorize(Action::DeskRead, Subject::Internal(here))?;
    let me = ctx.person().ok_or(Error::NotFound)?.id;
    let decides = ctx.may(Action::ProposalDecide, Subject::Municipality(here));
    let mut waiting = Waiting::default();
    for row in store::waiting(ctx.app().db(), here, me, decides, WAITING).await? {
        ctx.authorize(Action::ProposalRead, subject(&row))?;
        let pile = match row.status {
            ProposalStatus::Pending if decides => &mut waiting.to_decide,
            ProposalStatus::Pending => &mut waiting.own,
            _ => &mut waiting.answered,
        };
        pile.push(row);
    }
    Ok(waiting)
}

/// Notes that whoever made the proposal has seen what became of it. Nobody else is told, so the audit log isn't either.
///
/// # Errors
/// `NotFound`; what the policy says; `Forbidden` for somebody else's.
pub async fn note_answer(ctx: &Ctx, id: ProposalId) -> Result<()> {
    let row = store::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::ProposalRead, subject(&row))?;
    if row.person_id.is_none() || row.person_id != ctx.person().map(|person| person.id) {
        return Err(Error::Forbidden);
    }
    store::see_answer(ctx, ctx.app().db(), id).await
}
