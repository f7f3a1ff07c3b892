//! What can be done with a municipality's people.

use std::collections::HashMap;
use std::sync::Arc;

use entity::identity::values::{LinkPurpose, Role};
use entity::identity::{person, role_grant, session};
use entity::ids::{MunicipalityId, OrganisationId, PersonId, RoleGrantId};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde_json::json;

use super::letters::{self, Letter, Told};
use super::{rules, store};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::identity::{self, links};
use crate::ids::Opaque;
use crate::mail::{self, Mail};
use crate::{audit, db};

/// Somebody with a role in a municipality.
#[derive(Clone, Debug)]
pub struct PersonHere {
    /// Who.
    pub person: person::Model,
    /// Their roles here.
    pub roles: Vec<role_grant::Model>,
    /// Where they are signed in. Empty to those who may not look after the whole account.
    pub sessions: Vec<session::Model>,
}

/// Whom to invite, and to what.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Slug of the municipality; needed for every role but the administrator's.
    pub municipality: Option<String>,
    /// Mail address.
    pub email: String,
    /// Full name; not taken where there is such a person already.
    pub name: String,
    /// What they become.
    pub role: Role,
    /// Slug of the organisation, where the role is of one.
    pub organisation: Option<String>,
}

/// Somebody who has been invited.
pub struct Invited {
    /// Who.
    pub person: PersonId,
    /// Where they set their password; none for somebody who has one already.
    pub link: Option<String>,
}

/// Everybody with a role in the municipality, by name. At most three statements.
///
/// # Errors
/// What the policy says; the database's.
pub async fn list(ctx: &Ctx, directory: &Directory) -> Result<Vec<PersonHere>> {
    let municipality = directory.municipality.id;
    ctx.authorize(Action::PeopleRead, Subject::Municipality(municipality))?;
    let db = ctx.app().db();
    let (mut people, grants) = store::everybody(db, municipality).await?;
    people.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id));

    let mut by_person: HashMap<PersonId, Vec<role_grant::Model>> = HashMap::new();
    for grant in grants {
        by_person.entry(grant.person_id).or_default().push(grant);
    }
    let account_is_theirs = |id: &PersonId| {
        let grants = by_person.get(id).map(Vec::as_slice).unwrap_or_default();
        may_manage_account(ctx, municipality, grants)
    };
    let whole = people.iter().map(|person| person.id).filter(account_is_theirs).collect();
    let mut sessions: HashMap<PersonId, Vec<session::Model>> = HashMap::new();
    for session in store::sessions_of(db, whole).await? {
        if session.expires_at > ctx.now() {
            sessions.entry(session.person_id).or_default().push(session);
        }
    }
    let here = |person: person::Model| {
        let mut roles = by_person.remove(&person.id).unwrap_or_default();
        roles.retain(|grant| grant.municipality_id == Some(municipality));
        roles.sort_by_key(|grant| grant.id);
        let mut sessions = sessions.remove(&person.id).unwrap_or_default();
        sessions.sort_by_key(|session| std::cmp::Reverse(session.last_seen_at));
        PersonHere { person, roles, sessions }
    };
    Ok(people.into_iter().map(here).collect())
}

/// One person as the municipality sees them, whether or not they still have a role there.
///
/// # Errors
/// What the policy says; `NotFound`; the database's.
pub async fn one(ctx: &Ctx, municipality: MunicipalityId, id: PersonId) -> Result<PersonHere> {
    ctx.authorize(Action::PeopleRead, Subject::Municipality(municipality))?;
    let db = ctx.app().db();
    let person = store::person(db, id).await?.ok_or(Error::NotFound)?;
    let mut roles = store::grants_of(db, id).await?;
    let whole = may_manage_account(ctx, municipality, &roles);
    roles.retain(|grant| grant.municipality_id == Some(municipality));
    let mut sessions = if whole { store::sessions_of(db, vec![id]).await? } else { Vec::new() };
    sessions.retain(|session| session.expires_at > ctx.now());
    Ok(PersonHere { person, roles, sessions })
}

/// Invites somebody: gives them the role, and the means to begin. A person who has an account already gets the role
/// and is told of it.
///
/// # Errors
/// What the policy says; what can't be used of what was typed; the database's.
pub async fn invite(ctx: &Ctx, invitation: Invitation) -> Result<Invited> {
    let Invitation { municipality, email, name, role, organisation } = invitation;
    let directory = match municipality.as_deref().filter(|_| rules::is_of_municipality(role)) {
        Some(slug) => Some(find_municipality(ctx, slug)?),
        None => None,
    };
    let municipality = directory.as_ref().map(|directory| directory.municipality.id);
    ctx.authorize(Action::PeopleManage, municipality.map_or(Subject::Installation, Subject::Municipality))?;
    if directory.is_none() && rules::is_of_municipality(role) {
        return Err(Refusal::new(RefusalCode::Required, "municipality", "Say which municipality.").into());
    }

    let mut refusals = Vec::new();
    let email = identity::rules::email(&email).map_err(|refusal| refusals.push(refusal)).unwrap_or_default();
    let name = identity::rules::name(&name).map_err(|refusal| refusals.push(refusal)).unwrap_or_default();
    let unit = match rules::organisation_fits(role, organisation.as_deref()) {
        Err(refusal) => {
            refusals.push(refusal);
            None
        }
        Ok(()) => match (directory.as_deref(), organisation.as_deref()) {
            (Some(directory), Some(slug)) => {
                find_organisation(directory, slug).map_err(|refusal| refusals.push(refusal)).ok()
            }
            _ => None,
        },
    };
    if !refusals.is_empty() {
        return Err(Error::Refused(refusals));
    }

    let tx = db::begin(ctx.app().db()).await?;
    let person = store::person_by_email(ctx, &tx, &email, &name).await?;
    let refuse = |code, field: &str, message: &str| Err(Refusal::new(code, field, message).into());
    if person.blocked_at.is_some() {
        return refuse(RefusalCode::InUse, "email", "This person may not sign in; let them in again first.");
    }
    let organisation = unit.as_ref().map(|(id, _)| *id);
    let has_it = |grant: &role_grant::Model| {
        grant.role == role && grant.municipality_id == municipality && grant.organisation_id == organisation
    };
    if store::grants_of(&tx, person.id).await?.iter().any(has_it) {
        return refuse(RefusalCode::Taken, "role", "They have this role already.");
    }
    store::add_grant(ctx, &tx, person.id, role, municipality, organisation).await?;

    let told = Told {
        role,
        municipality: directory.as_ref().map(|directory| directory.municipality.name.as_str()),
        organisation: unit.as_ref().map(|(_, name)| name.as_str()),
    };
    let (letter, link) = if person.password_hash.is_some() {
        (letters::another_role(ctx, &person, &told), None)
    } else {
        let token = links::issue(ctx, &tx, person.id, LinkPurpose::Invitation, None).await?;
        let link = links::url(ctx, &token);
        (letters::invitation(ctx, &person, &told, &link), Some(link))
    };
    send(ctx, &tx, municipality, &person, letter).await?;
    let after = json!({ "role": role, "organisation": unit.as_ref().map(|(_, name)| name) });
    let detail = Some(format!("role given: {role:?}"));
    note(ctx, &tx, municipality, person.id, audit::Told { detail, before: None, after: Some(after) }).await?;
    tx.commit().await?;
    Ok(Invited { person: person.id, link })
}

/// Takes a role away; returns whose it was, and where. It counts from the person's next request on.
///
/// # Errors
/// `NotFound` where there is no such role or the actor may not know of it; a refusal for one's own roles and for the
/// last project leader's or administrator's; the database's.
pub async fn revoke(ctx: &Ctx, id: RoleGrantId) -> Result<(Option<MunicipalityId>, PersonId)> {
    let tx = db::begin(ctx.app().db()).await?;
    let grant = store::grant(&tx, id).await?.ok_or(Error::NotFound)?;
    let municipality = grant.municipality_id;
    // Who may not take it does not learn that it is there.
    ctx.authorize(Action::PeopleManage, municipality.map_or(Subject::Installation, Subject::Municipality))
        .map_err(|_| Error::NotFound)?;
    not_oneself(ctx, grant.person_id, "id")?;
    store::hold(&tx, municipality).await?;
    not_the_last(&tx, &grant, "id").await?;
    if !store::remove_grant(&tx, id).await? {
        return Err(Error::NotFound);
    }
    let before = Some(json!({ "role": grant.role, "organisation": grant.organisation_id.map(|id| id.0) }));
    let detail = Some(format!("role taken: {:?}", grant.role));
    note(ctx, &tx, municipality, grant.person_id, audit::Told { detail, before, after: None }).await?;
    tx.commit().await?;
    Ok((municipality, grant.person_id))
}

/// Signs a person out everywhere.
///
/// # Errors
/// What the policy says; a refusal where the account is not the municipality's alone; the database's.
pub async fn end_sessions(ctx: &Ctx, directory: &Directory, id: PersonId) -> Result<()> {
    let (tx, person) = account(ctx, directory, id).await?;
    let ended = store::end_sessions(&tx, person.id).await?;
    let told = audit::Told::words(format!("{ended} sessions ended"));
    note(ctx, &tx, Some(directory.municipality.id), id, told).await?;
    Ok(tx.commit().await?)
}

/// Takes a person's second factor away, because the phone is lost: they are signed out, told of it, and set up a new
/// one when they sign in next.
///
/// # Errors
/// As [`end_sessions`]; a refusal for one's own.
pub async fn reset_second_factor(ctx: &Ctx, directory: &Directory, id: PersonId) -> Result<()> {
    let (tx, person) = account(ctx, directory, id).await?;
    not_oneself(ctx, id, "person")?;
    store::clear_second_factor(ctx, &tx, id).await?;
    store::end_sessions(&tx, id).await?;
    let municipality = Some(directory.municipality.id);
    send(ctx, &tx, municipality, &person, letters::second_factor_gone(ctx, &person)).await?;
    note(ctx, &tx, municipality, id, audit::Told::words("second factor taken away")).await?;
    Ok(tx.commit().await?)
}

/// Keeps a person from signing in, or lets them in again.
///
/// # Errors
/// As [`end_sessions`]; a refusal for oneself and for the last project leader.
pub async fn set_blocked(ctx: &Ctx, directory: &Directory, id: PersonId, blocked: bool) -> Result<()> {
    let (tx, person) = account(ctx, directory, id).await?;
    not_oneself(ctx, id, "person")?;
    if person.blocked_at.is_some() == blocked {
        return Ok(());
    }
    if blocked {
        for grant in store::grants_of(&tx, id).await? {
            store::hold(&tx, grant.municipality_id).await?;
            not_the_last(&tx, &grant, "person").await?;
        }
        store::end_sessions(&tx, id).await?;
        links::void(ctx, &tx, id, &[LinkPurpose::Invitation, LinkPurpose::PasswordReset]).await?;
    }
    store::set_blocked(ctx, &tx, id, blocked).await?;
    let told = audit::Told {
        detail: None,
        before: Some(json!({ "blocked": !blocked })),
        after: Some(json!({ "blocked": blocked })),
    };
    note(ctx, &tx, Some(directory.municipality.id), id, told).await?;
    Ok(tx.commit().await?)
}

/// Opens a transaction on somebody's whole account, for those who may look after it.
async fn account(
    ctx: &Ctx,
    directory: &Directory,
    id: PersonId,
) -> Result<(DatabaseTransaction, person::Model)> {
    let municipality = directory.municipality.id;
    ctx.authorize(Action::PeopleManage, Subject::Municipality(municipality))?;
    let tx = db::begin(ctx.app().db()).await?;
    let person = store::person(&tx, id).await?.ok_or(Error::NotFound)?;
    let grants = store::grants_of(&tx, id).await?;
    if !grants.iter().any(|grant| grant.municipality_id == Some(municipality)) {
        return Err(Error::NotFound);
    }
    if may_manage_account(ctx, municipality, &grants) {
        return Ok((tx, person));
    }
    let elsewhere =
        "They have roles elsewhere too, so this is for an administrator. You can take their roles here.";
    Err(Refusal::new(RefusalCode::InUse, "person", elsewhere).into())
}

/// Whether the actor may look after a whole account: one with roles in this municipality only, or any as administrator.
fn may_manage_account(ctx: &Ctx, municipality: MunicipalityId, grants: &[role_grant::Model]) -> bool {
    let is_here_only = grants.iter().all(|grant| grant.municipality_id == Some(municipality));
    let subject = if is_here_only { Subject::Municipality(municipality) } else { Subject::Installation };
    ctx.may(Action::PeopleManage, subject)
}

fn not_oneself(ctx: &Ctx, person: PersonId, field: &str) -> Result<()> {
    if ctx.person().is_some_and(|myself| myself.id == person) {
        let message = "You can't do this to yourself; ask another project leader.";
        return Err(Refusal::new(RefusalCode::InUse, field, message).into());
    }
    Ok(())
}

/// Sees to it that somebody is left who looks after the municipality, or the installation.
async fn not_the_last(tx: &impl ConnectionTrait, grant: &role_grant::Model, field: &str) -> Result<()> {
    let must_remain = matches!(grant.role, Role::ProjectLeader | Role::Administrator);
    if must_remain && store::others_with(tx, grant.role, grant.municipality_id, grant.person_id).await? == 0 {
        let message = "This is the last one with this role; give it to somebody else first.";
        return Err(Refusal::new(RefusalCode::InUse, field, message).into());
    }
    Ok(())
}

/// The municipality with this slug.
///
/// # Errors
/// A refusal where there is none.
pub(crate) fn find_municipality(ctx: &Ctx, slug: &str) -> Result<Arc<Directory>> {
    ctx.app().directories().by_slug(slug).ok_or_else(|| {
        Refusal::new(RefusalCode::NotFound, "municipality", "There is no such municipality.").into()
    })
}

fn find_organisation(directory: &Directory, slug: &str) -> Result<(OrganisationId, String), Refusal> {
    let missing =
        || Refusal::new(RefusalCode::NotFound, "organisation", "There is no such organisation here.");
    let at = directory.organisation_by_slug(slug).ok_or_else(missing)?;
    let row = &directory.organisations[at].row;
    Ok((row.id, row.name.clone()))
}

async fn send(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: Option<MunicipalityId>,
    person: &person::Model,
    letter: Letter,
) -> Result<()> {
    let mail = Mail {
        municipality,
        recipient: person.email.clone(),
        subject: letter.subject.to_owned(),
        body: letter.body,
        dedupe_key: None,
        due_at: ctx.now(),
    };
    mail::enqueue(ctx, tx, mail).await
}

async fn note(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: Option<MunicipalityId>,
    person: PersonId,
    told: audit::Told,
) -> Result<()> {
    audit::record(ctx, tx, municipality, Action::PeopleManage, person.show(), told).await
}
