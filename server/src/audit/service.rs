//! Reading the audit log.

use std::collections::HashMap;
use std::sync::Arc;

use entity::audit::audit_entry;
use entity::ids::{AuditEntryId, MunicipalityId, PersonId};

use super::chain::{self, Verdict};
use super::store;
pub use super::store::Filter;
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::error::Result;
use crate::graphql::slice::{Slice, size};
use crate::ids::{NodeId, Opaque};

/// An entry, with the names of who did it and of what it was done to.
#[derive(Clone, Debug)]
pub struct Named {
    /// The entry.
    pub entry: audit_entry::Model,
    /// Who did it, by name.
    pub actor: String,
    /// The name of what it was done to, as it is now; none where it is gone.
    pub subject: Option<String>,
}

/// Whose log: a municipality's, or what belongs to none and is the installation's.
pub type Whose = Option<Arc<Directory>>;

/// Entries about a municipality or the installation, the newest first.
///
/// # Errors
/// What the policy says; `Invalid` for a size out of bounds; the database's.
pub async fn list(
    ctx: &Ctx,
    whose: &Whose,
    filter: &Filter,
    first: i32,
    after: Option<AuditEntryId>,
) -> Result<Slice<Named>> {
    let size = size(first)?;
    let found = batch(ctx, whose, filter, size + 1, after).await?;
    Ok(Slice::of(found, size, after.is_some()))
}

/// At most `limit` entries after (older than) this one.
///
/// # Errors
/// What the policy says; the database's.
pub async fn batch(
    ctx: &Ctx,
    whose: &Whose,
    filter: &Filter,
    limit: u64,
    after: Option<AuditEntryId>,
) -> Result<Vec<Named>> {
    let municipality = authorize(ctx, whose)?;
    let db = ctx.app().db();
    let entries = store::list(db, municipality, filter, limit, after).await?;
    let people = entries
        .iter()
        .flat_map(|entry| [entry.person_id, PersonId::read(&entry.subject)])
        .flatten()
        .collect::<std::collections::HashSet<_>>();
    let names = store::names(db, people.into_iter().collect()).await?;
    Ok(entries.into_iter().map(|entry| named(entry, whose.as_deref(), &names)).collect())
}

/// How many entries there are.
///
/// # Errors
/// What the policy says; the database's.
pub async fn count(ctx: &Ctx, whose: &Whose, filter: &Filter) -> Result<u64> {
    let municipality = authorize(ctx, whose)?;
    store::count(ctx.app().db(), municipality, filter).await
}

fn authorize(ctx: &Ctx, whose: &Whose) -> Result<Option<MunicipalityId>> {
    let municipality = whose.as_ref().map(|directory| directory.municipality.id);
    ctx.authorize(Action::AuditRead, municipality.map_or(Subject::Installation, Subject::Municipality))?;
    Ok(municipality)
}

/// Reads the whole chain, of all municipalities.
///
/// # Errors
/// What the policy says; the database's.
pub async fn verify(ctx: &Ctx) -> Result<Verdict> {
    ctx.authorize(Action::AuditRead, Subject::Installation)?;
    chain::verify(ctx.app().db()).await
}

fn named(
    entry: audit_entry::Model,
    directory: Option<&Directory>,
    names: &HashMap<PersonId, String>,
) -> Named {
    let by_name = entry.person_id.and_then(|id| names.get(&id).cloned());
    let actor = by_name.unwrap_or_else(|| match entry.actor.strip_prefix("command:") {
        Some(command) => format!("tovholder {command}"),
        None => entry.actor.clone(),
    });
    let subject = match PersonId::read(&entry.subject) {
        Some(person) => names.get(&person).cloned(),
        None => NodeId::parse(&entry.subject).and_then(|id| name_of(directory?, id)),
    };
    Named { entry, actor, subject }
}

fn name_of(directory: &Directory, id: NodeId) -> Option<String> {
    let name = match id {
        NodeId::Municipality(id) => {
            let row = &directory.municipality;
            (row.id == id).then_some(&row.name)
        }
        NodeId::Theme(id) => directory.theme(id).map(|at| &directory.themes[at].row.name),
        NodeId::TargetGroup(id) => directory.target_group(id).map(|at| &directory.target_groups[at].row.name),
        NodeId::Organisation(id) => {
            directory.organisation(id).map(|at| &directory.organisations[at].row.name)
        }
        NodeId::Contact(id) => directory.contact(id).map(|at| &directory.contacts[at].row.name),
        NodeId::Concept(id) => directory.concept(id).map(|at| &directory.concepts[at].label),
        NodeId::Service(id) => directory.service(id).map(|at| &directory.services[at].row.name),
    };
    name.cloned()
}
