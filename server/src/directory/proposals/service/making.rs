//! Saying what is wrong with an entry, and how it should be.

use entity::directory::proposal;
use entity::directory::values::{EntryKind, ProposalStatus};
use entity::ids::{OrganisationId, ProposalId};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{NAME, words};
use crate::access::Action;
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::editing::service::with_subject;
use crate::directory::forms::Form;
use crate::directory::proposals::{letters, parts, store};
use crate::directory::rules::reach::is_email;
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::identity::throttle;
use crate::ids::{NodeId, Opaque};
use crate::mail;

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
        answer_seen_at: None,
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
    let leaders = store::leaders(tx, row.municipality_id).await?;
    let letters = leaders.iter().map(|leader| letters::waiting(ctx, directory, &row, leader));
    mail::enqueue_all(ctx, tx, letters).await?;
    let told = Told::words(format!("About {}", row.subject_name));
    let (of, subject) = (Some(row.municipality_id), row.id.show());
    store::insert(tx, row).await?;
    audit::record(ctx, tx, of, action, subject, told).await
}
