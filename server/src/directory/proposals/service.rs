//! What a person can do with proposals: report an error, propose, look them up, decide, take back.

use entity::directory::proposal;
use entity::directory::values::{ChangeAction, EntryKind, ProposalStatus};
use entity::ids::{OrganisationId, ProposalId};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

pub use super::store::Wanted;
use super::{entry, letters, parts, store};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::editing::service::with_subject;
use crate::directory::editing::writing::{Doing, Writing};
use crate::directory::forms::Form;
use crate::directory::rules::reach::is_email;
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::graphql::slice::Slice;
use crate::identity::throttle;
use crate::ids::{NodeId, Opaque};
use crate::mail;

/// Longest message or answer, in characters.
const MESSAGE: usize = 2_000;
/// Longest name, in characters.
const NAME: usize = 200;
/// Longest mail address, in bytes (RFC 5321).
const ADDRESS: usize = 254;

/// What somebody reports as wrong.
pub struct Report {
    /// What is wrong.
    pub message: String,
    /// Who, where they say.
    pub name: Option<String>,
    /// Where to answer, where they say.
    pub email: Option<String>,
}

/// Notes that an entry is wrong. Anybody can.
///
/// # Errors
/// What the policy says; `NotFound`; a refusal; `Throttled` after ten reports from one place in an hour.
pub async fn report_error(ctx: &Ctx, id: NodeId, report: Report) -> Result<()> {
    let (kind, key) = parts(id).ok_or(Error::NotFound)?;
    let (directory, _) = directory_service::find_node(ctx, id)?.ok_or(Error::NotFound)?;
    with_subject(&directory, id, |subject| ctx.authorize(Action::ErrorReport, subject))?;
    let (held, revision) = Form::of(&directory, id).ok_or(Error::NotFound)?;

    let mut refusals = Vec::new();
    let message = words("message", &report.message, true, &mut refusals);
    let mut name = report.name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let mut email = report.email.map(|email| email.trim().to_owned()).filter(|email| !email.is_empty());
    if name.as_ref().is_some_and(|name| name.chars().count() > NAME) {
        refusals.push(Refusal::new(RefusalCode::TooLong, "name", format!("At most {NAME} characters.")));
    }
    if name.as_ref().is_some_and(|name| name.chars().any(char::is_control)) {
        refusals.push(Refusal::new(RefusalCode::Invalid, "name", "Write it in one line."));
    }
    if email.as_ref().is_some_and(|email| email.len() > ADDRESS || !is_email(email)) {
        refusals.push(Refusal::new(RefusalCode::Invalid, "email", "This is no mail address."));
    }
    if !refusals.is_empty() {
        return Err(Error::Refused(refusals));
    }
    if let Some(person) = ctx.person() {
        (name, email) = (Some(person.name.clone()), Some(person.email.clone()));
    }

    let row = proposal::Model {
        base_revision: Some(revision),
        message,
        proposer_name: name,
        proposer_email: email,
        ..begun(ctx, &directory, kind, key, &held)
    };
    let place = ctx.origin().address.map_or_else(|| "unknown".to_owned(), throttle::network);
    let tx = db::begin(ctx.app().db()).await?;
    store::count_report(ctx, &tx, &place).await?;
    put_in(ctx, &tx, &directory, row, Action::ErrorReport).await?;
    tx.commit().await?;
    Ok(())
}

/// Lets on whoever may propose a change of the entry.
///
/// # Errors
/// `NotFound`; what the policy says.
pub fn may_propose(ctx: &Ctx, id: NodeId) -> Result<()> {
    let (directory, _) = directory_service::find_node(ctx, id)?.ok_or(Error::NotFound)?;
    with_subject(&directory, id, |subject| ctx.authorize(Action::ProposalMake, subject))
}

/// Proposes an entry as it should be.
///
/// # Errors
/// What the policy says; `Stale` where it has been changed since this revision; refusals of what the form says.
pub async fn propose(
    ctx: &Ctx,
    id: NodeId,
    revision: i32,
    form: Form,
    message: Option<&str>,
) -> Result<proposal::Model> {
    let (kind, key) = parts(id).ok_or(Error::NotFound)?;
    let (directory, _) = directory_service::find_node(ctx, id)?.ok_or(Error::NotFound)?;
    with_subject(&directory, id, |subject| ctx.authorize(Action::ProposalMake, subject))?;
    let person = ctx.person().ok_or(Error::Forbidden)?;
    let (base, held) = Form::of(&directory, id).ok_or(Error::NotFound)?;
    // White space that stands there from before is no change.
    let base = base.tidied();
    if base.kind() != form.kind() {
        return Err(Error::NotFound);
    }
    if held != revision {
        return Err(Error::Stale);
    }
    let form = without_duties(form.tidied(), &base);
    let mut refusals = form.check(&directory, Some(id));
    let message = words("message", message.unwrap_or_default(), false, &mut refusals);
    if form == base {
        refusals.push(Refusal::new(RefusalCode::Invalid, "", "Nothing would change."));
    }
    if !refusals.is_empty() {
        return Err(Error::Refused(refusals));
    }
    let row = proposal::Model {
        base_revision: Some(held),
        base: Some(base.to_json().to_string()),
        proposed: Some(form.to_json().to_string()),
        message,
        organisation_id: for_organisation(ctx, &directory),
        proposer_name: Some(person.name.clone()),
        proposer_email: Some(person.email.clone()),
        ..begun(ctx, &directory, kind, key, &base)
    };
    let tx = db::begin(ctx.app().db()).await?;
    put_in(ctx, &tx, &directory, row.clone(), Action::ProposalMake).await?;
    tx.commit().await?;
    Ok(row)
}

/// Who looks after an entry and how often it is checked is not for a proposal to say.
fn without_duties(mut form: Form, base: &Form) -> Form {
    if let (Form::Service(form), Form::Service(base)) = (&mut form, base) {
        form.owner_id.clone_from(&base.owner_id);
        form.check_interval_days = base.check_interval_days;
    }
    form
}

/// The organisation that the proposer speaks for here.
fn for_organisation(ctx: &Ctx, directory: &Directory) -> Option<OrganisationId> {
    let grants = ctx.person()?.grants().iter();
    grants
        .filter(|grant| grant.municipality == Some(directory.municipality.id))
        .find_map(|grant| grant.organisation)
}

fn begun(ctx: &Ctx, directory: &Directory, kind: EntryKind, key: Uuid, held: &Form) -> proposal::Model {
    proposal::Model {
        id: ProposalId(ctx.new_key()),
        municipality_id: directory.municipality.id,
        kind,
        subject_id: Some(key),
        subject_name: held.name().to_owned(),
        base_revision: None,
        base: None,
        proposed: None,
        message: None,
        person_id: ctx.person().map(|person| person.id),
        organisation_id: None,
        proposer_name: None,
        proposer_email: None,
        status: ProposalStatus::Pending,
        decided_by: None,
        decided_at: None,
        answer: None,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    }
}

/// Puts the proposal in, writes to the project leaders, and tells the audit log.
async fn put_in(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    row: proposal::Model,
    action: Action,
) -> Result<()> {
    for leader in store::leaders(tx, row.municipality_id).await? {
        mail::enqueue(ctx, tx, letters::waiting(ctx, directory, &row, &leader)).await?;
    }
    let told = Told::words(format!("About {}", row.subject_name));
    let (of, subject) = (Some(row.municipality_id), row.id.show());
    store::insert(tx, row).await?;
    audit::record(ctx, tx, of, action, subject, told).await
}

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

fn subject(row: &proposal::Model) -> Subject<'static> {
    Subject::Proposal(row.municipality_id, row.person_id)
}

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
        let written_on = if adjusted.is_some() { acceptance.written_on } else { row.base_revision };
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

/// A message of several lines.
fn words(field: &str, text: &str, is_required: bool, refusals: &mut Vec<Refusal>) -> Option<String> {
    let text = text.trim().replace("\r\n", "\n");
    if text.is_empty() {
        if is_required {
            refusals.push(Refusal::new(RefusalCode::Required, field, "Write a few words."));
        }
        return None;
    }
    if text.chars().count() > MESSAGE {
        refusals.push(Refusal::new(RefusalCode::TooLong, field, format!("At most {MESSAGE} characters.")));
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        let message = "There are characters in it that can't be shown.";
        refusals.push(Refusal::new(RefusalCode::Invalid, field, message));
    }
    Some(text)
}
