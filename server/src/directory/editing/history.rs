//! The history of entries: every change with who, when, why, and the form before and after it.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::directory::directory_change::{self, Column, Entity};
use entity::directory::values::{ChangeAction, EntryKind};
use entity::identity::person;
use entity::ids::{
    ConceptId, ContactId, DirectoryChangeId, MunicipalityId, OrganisationId, PersonId, ServiceId,
    TargetGroupId, ThemeId,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use uuid::Uuid;

use super::writing;
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::forms::Form;
use crate::error::{Error, Result};
use crate::graphql::slice::Slice;
use crate::ids::{NodeId, Opaque};

/// Which changes.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of this entry alone.
    pub subject: Option<NodeId>,
    /// Made after this moment.
    pub since: Option<DateTime<Utc>>,
}

/// A change with the name of whoever made it.
#[derive(Clone)]
pub struct Told {
    /// The change.
    pub change: Arc<directory_change::Model>,
    /// A person's name, or the name of a command.
    pub actor: String,
    /// The names of people that stand in what it said before and after, by key.
    pub people: Arc<HashMap<PersonId, String>>,
}

/// A page of a directory's changes, the newest first. Two statements.
///
/// # Errors
/// What the policy says; the database's.
pub async fn list(
    ctx: &Ctx,
    directory: &Directory,
    wanted: &Wanted,
    size: u64,
    after: Option<DirectoryChangeId>,
) -> Result<Slice<Told>> {
    let mut found = select(ctx, directory, wanted)?.order_by_desc(Column::Id).limit(size + 1);
    if let Some(after) = after {
        found = found.filter(Column::Id.lt(after));
    }
    let rows = found.all(ctx.app().db()).await?;
    let mut mentioned = Vec::new();
    for row in &rows {
        mentioned.extend(row.person_id);
        mentioned.extend([&row.before, &row.after].into_iter().flatten().filter_map(|json| owner(json)));
    }
    let people = names(ctx, mentioned).await?;
    let people = Arc::new(people);
    let told = |change: directory_change::Model| {
        let actor = actor_name(&change, &people);
        Told { change: Arc::new(change), actor, people: people.clone() }
    };
    Ok(Slice::of(rows, size, after.is_some()).map(told))
}

/// How many there are on all pages.
///
/// # Errors
/// What the policy says; the database's.
pub async fn count(ctx: &Ctx, directory: &Directory, wanted: &Wanted) -> Result<u64> {
    Ok(select(ctx, directory, wanted)?.count(ctx.app().db()).await?)
}

fn select(ctx: &Ctx, directory: &Directory, wanted: &Wanted) -> Result<Select<Entity>> {
    let municipality = directory.municipality.id;
    ctx.authorize(Action::HistoryRead, Subject::Internal(municipality))?;
    let mut found = Entity::find().filter(Column::MunicipalityId.eq(municipality));
    if let Some(subject) = wanted.subject {
        found = found.filter(Column::SubjectId.eq(key(subject)));
    }
    if let Some(since) = wanted.since {
        found = found.filter(Column::At.gt(since));
    }
    Ok(found)
}

/// The change with this key, for those who may see the history it stands in.
///
/// # Errors
/// `NotFound`; the database's.
pub(super) async fn find(ctx: &Ctx, id: DirectoryChangeId) -> Result<directory_change::Model> {
    let found = Entity::find_by_id(id).one(ctx.app().db()).await?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::HistoryRead, Subject::Internal(found.municipality_id))?;
    Ok(found)
}

/// The state that can be set again: the one that the change left, or the one that a deletion took away.
///
/// # Errors
/// `Data` where it can't be read.
pub(super) fn state(change: &directory_change::Model) -> Result<Option<Form>> {
    let json = if change.action == ChangeAction::Deleted { &change.before } else { &change.after };
    json.as_deref().map(|json| Form::from_json(change.kind, json)).transpose()
}

/// Whether setting that state again would change anything, and whether the actor may.
pub(super) fn can_restore(ctx: &Ctx, directory: &Directory, change: &directory_change::Model) -> bool {
    let may = ctx.may(Action::DirectoryWrite, Subject::Municipality(directory.municipality.id));
    let now = Form::of(directory, subject(change)).map(|(form, _)| form);
    may && state(change).ok().flatten().is_some_and(|state| Some(state) != now)
}

/// Who has changed the entry last.
pub(super) async fn last_actor(
    ctx: &Ctx,
    municipality: MunicipalityId,
    id: NodeId,
) -> Result<Option<String>> {
    let Some(change) = last(ctx.app().db(), municipality, id).await? else { return Ok(None) };
    let names = names(ctx, change.person_id).await?;
    Ok(Some(actor_name(&change, &names)))
}

/// The revision that the last change of an entry left behind.
pub(super) async fn last_revision(
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    id: NodeId,
) -> Result<Option<i32>> {
    Ok(last(tx, municipality, id).await?.map(|change| change.revision))
}

async fn last(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    id: NodeId,
) -> Result<Option<directory_change::Model>> {
    let found = Entity::find()
        .filter(Column::MunicipalityId.eq(municipality))
        .filter(Column::SubjectId.eq(key(id)))
        .order_by_desc(Column::Revision);
    Ok(found.one(db).await?)
}

/// Writes down the state an entry was found in, where nothing has been written of it yet: otherwise the first change
/// could not be taken back.
pub(super) async fn begin(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    id: NodeId,
    revision: i32,
    form: &Form,
) -> Result<()> {
    let is_begun = Entity::find()
        .filter(Column::MunicipalityId.eq(directory.municipality.id))
        .filter(Column::SubjectId.eq(key(id)))
        .filter(Column::After.is_not_null());
    if is_begun.count(tx).await? > 0 {
        return Ok(());
    }
    let made_at = match id {
        NodeId::Organisation(id) => {
            directory.organisation(id).map(|at| directory.organisations[at].row.created_at)
        }
        NodeId::Contact(id) => directory.contact(id).map(|at| directory.contacts[at].row.created_at),
        NodeId::Service(id) => directory.service(id).map(|at| directory.services[at].row.created_at),
        NodeId::Concept(id) => directory.concept(id).map(|at| directory.concepts[at].created_at),
        _ => None,
    };
    let at = made_at.unwrap_or(directory.municipality.created_at).min(ctx.now());
    let row = directory_change::Model {
        id: writing::first_key(ctx, at),
        municipality_id: directory.municipality.id,
        kind: form.kind(),
        subject_id: key(id),
        subject_name: form.name().to_owned(),
        action: ChangeAction::Created,
        revision,
        at,
        actor: "command:load".to_owned(),
        person_id: None,
        note: None,
        before: None,
        after: Some(form.to_json().to_string()),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// The names of these people, by key.
async fn names(ctx: &Ctx, people: impl IntoIterator<Item = PersonId>) -> Result<HashMap<PersonId, String>> {
    let people: Vec<PersonId> = people.into_iter().collect();
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let found = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(people));
    let rows: Vec<(PersonId, String)> = found.into_tuple().all(ctx.app().db()).await?;
    Ok(rows.into_iter().collect())
}

/// The owner that a form names.
fn owner(json: &str) -> Option<PersonId> {
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Owned {
        owner_id: Option<String>,
    }
    let owned: Owned = serde_json::from_str(json).ok()?;
    PersonId::read(&owned.owner_id?)
}

fn actor_name(change: &directory_change::Model, names: &HashMap<PersonId, String>) -> String {
    let name = change.person_id.and_then(|id| names.get(&id)).cloned();
    let command = || change.actor.strip_prefix("command:").map(|name| format!("tovholder {name}"));
    name.or_else(command).unwrap_or_else(|| change.actor.clone())
}

/// The bare key of an entry.
pub(super) fn key(id: NodeId) -> Uuid {
    match id {
        NodeId::Municipality(id) => id.0,
        NodeId::Theme(id) => id.0,
        NodeId::TargetGroup(id) => id.0,
        NodeId::Organisation(id) => id.0,
        NodeId::Contact(id) => id.0,
        NodeId::Service(id) => id.0,
        NodeId::Concept(id) => id.0,
    }
}

/// The entry that a change is of.
pub(super) fn subject(change: &directory_change::Model) -> NodeId {
    let key = change.subject_id;
    match change.kind {
        EntryKind::Organisation => NodeId::Organisation(OrganisationId(key)),
        EntryKind::Contact => NodeId::Contact(ContactId(key)),
        EntryKind::Service => NodeId::Service(ServiceId(key)),
        EntryKind::Theme => NodeId::Theme(ThemeId(key)),
        EntryKind::TargetGroup => NodeId::TargetGroup(TargetGroupId(key)),
        EntryKind::Concept => NodeId::Concept(ConceptId(key)),
    }
}
