//! What a person can do to keep a directory fresh: say that an entry is right, see what is overdue, note that they
//! have looked through the changes.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use entity::directory::service;
use entity::directory::values::ServiceStatus;
use entity::identity::{person, role_grant};
use entity::ids::{OneTimeLinkId, PersonId, ServiceId, SessionId};
use sea_orm::ConnectionTrait;

use super::{rules, store};
use crate::access::{Action, Entry, Subject};
use crate::audit::{self, Told};
use crate::ctx::{Actor, Ctx, Grant, SignedIn};
use crate::db;
use crate::directory::{Directory, freshness, service as directory_service};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::identity::token::Token;
use crate::ids::NodeId;

/// Notes that the service's entry was checked today and is right.
///
/// # Errors
/// What the policy says; `Stale` where it has been changed since this revision; a refusal where it has closed.
pub async fn confirm(ctx: &Ctx, id: ServiceId, revision: i32) -> Result<(Arc<Directory>, usize)> {
    let directory = authorize(ctx, id)?;
    let tx = db::begin(ctx.app().db()).await?;
    let row = store::service(&tx, directory.municipality.id, id).await?.ok_or(Error::NotFound)?;
    if row.revision != revision {
        return Err(Error::Stale);
    }
    check(ctx, &tx, &row, "Checked, still right").await?;
    tx.commit().await?;
    ctx.app().directories().refresh(ctx.app().db()).await?;
    directory_service::find_node(ctx, NodeId::Service(id))?.ok_or(Error::NotFound)
}

/// Notes the same by a link from a mail, in the name of the person it was sent to. Returns the service's name.
///
/// # Errors
/// A refusal where the link opens nothing, has been used, or its time is over; what the policy says of its person.
pub async fn confirm_by_link(ctx: &Ctx, token: &str) -> Result<String> {
    let wrong = || Refusal::new(RefusalCode::Wrong, "token", "This link opens nothing. Sign in instead.");
    let expired = || Refusal::new(RefusalCode::Expired, "token", "This link has been used, or is too old.");
    let token = Token::shown(token).ok_or_else(wrong)?;
    let tx = db::begin(ctx.app().db()).await?;
    let link = store::link(&tx, &token.hash()).await?.ok_or_else(wrong)?;
    let id = link.service_id.ok_or_else(wrong)?;
    let (person, grants) = store::person(&tx, link.person_id).await?.ok_or_else(wrong)?;
    let ctx = &ctx.clone().acting_as(holder(person, grants, link.id));
    let directory = authorize(ctx, id).map_err(|_| wrong())?;
    if !store::use_link(ctx, &tx, link.id).await? {
        return Err(expired().into());
    }
    let row = store::service(&tx, directory.municipality.id, id).await?.ok_or_else(wrong)?;
    check(ctx, &tx, &row, "Checked, still right; by the link in the mail").await?;
    tx.commit().await?;
    ctx.app().directories().refresh(ctx.app().db()).await?;
    Ok(row.name)
}

/// Who holds the link: the person it was sent to, with their roles. The link stands where a session would.
fn holder(person: person::Model, grants: Vec<role_grant::Model>, link: OneTimeLinkId) -> Actor {
    let grant = |row: role_grant::Model| Grant {
        role: row.role,
        municipality: row.municipality_id,
        organisation: row.organisation_id,
    };
    let grants = grants.into_iter().map(grant).collect();
    Actor::Person(SignedIn::new(person.id, SessionId(link.0), person.name, person.email, grants).into())
}

/// Lets on whoever may confirm the service; returns the directory it stands in.
fn authorize(ctx: &Ctx, id: ServiceId) -> Result<Arc<Directory>> {
    let (directory, at) = directory_service::find_node(ctx, NodeId::Service(id))?.ok_or(Error::NotFound)?;
    authorize_at(ctx, &directory, at)?;
    Ok(directory)
}

fn authorize_at(ctx: &Ctx, directory: &Directory, at: usize) -> Result<()> {
    let entry = &directory.services[at];
    let within = directory.within(entry.organisation);
    let subject =
        Entry { municipality: directory.municipality.id, within: &within, owner: entry.row.owner_id };
    ctx.authorize(Action::ServiceConfirm, Subject::Entry(subject))
}

/// Whether whoever asks may confirm the service, and there is something to confirm.
pub(crate) fn may_confirm(ctx: &Ctx, directory: &Directory, at: usize) -> bool {
    let is_open = directory.services[at].row.status != ServiceStatus::Closed;
    is_open && authorize_at(ctx, directory, at).is_ok()
}

async fn check(ctx: &Ctx, tx: &impl ConnectionTrait, row: &service::Model, words: &str) -> Result<()> {
    if row.status == ServiceStatus::Closed {
        return Err(Refusal::new(RefusalCode::InUse, "id", "The service has closed.").into());
    }
    let assurer = ctx.person().map_or_else(|| ctx.actor().to_string(), |person| person.name.clone());
    // First, as every other writer of the directory does: so none waits for another who waits for them.
    freshness::raise(ctx, tx, row.municipality_id).await?;
    if !store::set_checked(ctx, tx, row, &assurer).await? {
        return Err(Error::Stale);
    }
    store::add_change(ctx, tx, row).await?;
    let told = Told {
        detail: Some(words.to_owned()),
        before: Some(serde_json::json!({ "assuredDate": row.assured_date, "assurer": row.assurer })),
        after: Some(serde_json::json!({ "assuredDate": rules::today(ctx.now()), "assurer": assurer })),
    };
    let municipality = Some(row.municipality_id);
    audit::record(ctx, tx, municipality, Action::ServiceConfirm, NodeId::Service(row.id), told).await
}

/// The services whose day of checking has come or gone by, the longest overdue first: their places, and the day.
///
/// # Errors
/// What the policy says.
pub fn overdue(ctx: &Ctx, directory: &Directory) -> Result<Vec<(usize, NaiveDate)>> {
    ctx.authorize(Action::OverdueRead, Subject::Municipality(directory.municipality.id))?;
    Ok(due(directory, rules::today(ctx.now())))
}

/// What is due on a day or was before, the longest overdue first.
fn due(directory: &Directory, today: NaiveDate) -> Vec<(usize, NaiveDate)> {
    let mut overdue: Vec<(usize, NaiveDate)> = (0..directory.services.len())
        .filter_map(|at| {
            let due_on = rules::next_check(&directory.services[at].row, &directory.municipality)?;
            (due_on <= today).then_some((at, due_on))
        })
        .collect();
    overdue.sort_by_key(|(at, due_on)| (*due_on, *at));
    overdue
}

/// A service whose checking is due and falls to whoever asks.
pub struct Duty {
    /// Its place in the directory.
    pub at: usize,
    /// The day by which it was to be checked.
    pub due_on: NaiveDate,
    /// Who looks after it, where somebody does who can sign in.
    pub owner: Option<person::Model>,
    /// Whether it is so late that it comes before everything else.
    pub is_urgent: bool,
}

/// What whoever asks has to check, the longest overdue first: what they look after, and for a project leader what nobody
/// does or what has been left lying. Two statements.
///
/// # Errors
/// What the policy says; the database's.
pub async fn duties(ctx: &Ctx, directory: &Directory) -> Result<Vec<Duty>> {
    let here = directory.municipality.id;
    ctx.authorize(Action::DeskRead, Subject::Internal(here))?;
    let me = ctx.person().ok_or(Error::NotFound)?.id;
    let is_leader = ctx.may(Action::OverdueRead, Subject::Municipality(here));
    let today = rules::today(ctx.now());
    let due = due(directory, today);
    let owner_of = |at: usize| directory.services[at].row.owner_id;
    let owners = due.iter().filter_map(|(at, _)| owner_of(*at)).collect();
    let owners = store::people_here(ctx.app().db(), here, owners).await?;
    let duties = due.into_iter().filter_map(|(at, due_on)| {
        let owner = owner_of(at).and_then(|id| owners.get(&id));
        let is_mine = owner.is_some_and(|owner| owner.id == me);
        let is_leaders = is_leader && rules::falls_to_leaders(today, due_on, owner.is_some());
        let is_urgent = rules::is_urgent(today, due_on);
        (is_mine || is_leaders).then(|| Duty { at, due_on, owner: owner.cloned(), is_urgent })
    });
    Ok(duties.collect())
}

/// The people with a role in the municipality: among them the owners of its services.
///
/// # Errors
/// What the policy says; the database's.
pub async fn owners(ctx: &Ctx, directory: &Directory) -> Result<Vec<person::Model>> {
    ctx.authorize(Action::OverdueRead, Subject::Municipality(directory.municipality.id))?;
    Ok(store::people(ctx.app().db(), directory.municipality.id).await?.1)
}

/// How many changes there have been since the viewer last looked through them, and when that was.
///
/// # Errors
/// What the policy says; the database's.
pub async fn changes_since_last_look(
    ctx: &Ctx,
    directory: &Directory,
) -> Result<(u64, Option<DateTime<Utc>>)> {
    let person = viewer(ctx, directory)?;
    let (db, municipality) = (ctx.app().db(), directory.municipality.id);
    let look = store::last_look(db, person, municipality).await?;
    let count = store::count_changes(db, municipality, look.as_ref()).await?;
    Ok((count, look.map(|look| look.looked_at)))
}

/// Notes that the viewer has looked through the changes. Nobody else is told, so the audit log isn't either.
///
/// # Errors
/// What the policy says; the database's.
pub async fn note_last_look(ctx: &Ctx, directory: &Directory) -> Result<()> {
    let person = viewer(ctx, directory)?;
    store::set_last_look(ctx, ctx.app().db(), person, directory.municipality.id).await
}

fn viewer(ctx: &Ctx, directory: &Directory) -> Result<PersonId> {
    ctx.authorize(Action::HistoryRead, Subject::Internal(directory.municipality.id))?;
    Ok(ctx.person().ok_or(Error::NotFound)?.id)
}
