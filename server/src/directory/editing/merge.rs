//! Merging: one entry becomes part of another of its kind. What hangs on it moves over, entry by entry, so that every
//! history tells of it; what it says and the other does not is added to the other; then it is taken out.

use entity::directory::values::ChangeAction;
use entity::directory::{catalogue_edition, proposal};
use entity::identity::role_grant;
use entity::ids::{ContactId, OrganisationId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::writing::{Doing, Writing};
use crate::ctx::Ctx;
use crate::directory::forms::{ContactForm, Form, OrganisationForm, ServiceForm};
use crate::directory::graphql::Visibility;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::NodeId;

/// What becomes part of what.
#[derive(Clone, Copy)]
pub struct Merging<'n> {
    /// The entry that goes.
    pub id: NodeId,
    /// The entry that it becomes part of.
    pub into: NodeId,
    /// The revision that was read of the one that goes.
    pub revision: i32,
    /// The revision that was read of the other.
    pub into_revision: i32,
    /// Why, in a word.
    pub note: Option<&'n str>,
}

/// Merges two organisations or two contacts.
pub(super) async fn merge(ctx: &Ctx, writing: &mut Writing, merging: &Merging<'_>) -> Result<()> {
    let Merging { id, into, note, .. } = *merging;
    let (goes, stays) = (writing.held(id, merging.revision)?, writing.held(into, merging.into_revision)?);
    if id == into {
        let message = "An entry can't become part of itself.";
        return Err(Refusal::new(RefusalCode::Invalid, "intoId", message).into());
    }
    let note = note.map_or_else(|| format!("{} → {}", goes.name(), stays.name()), str::to_owned);
    let merged = match (id, into, &goes, stays) {
        (
            NodeId::Organisation(id),
            NodeId::Organisation(into),
            Form::Organisation(goes),
            Form::Organisation(stays),
        ) => {
            move_from_organisation(ctx, writing, id, into, &note).await?;
            Form::Organisation(with_organisation(stays, goes))
        }
        (NodeId::Contact(id), NodeId::Contact(into), Form::Contact(goes), Form::Contact(stays)) => {
            move_from_contact(ctx, writing, id, Some(into), &note).await?;
            Form::Contact(with_contact(stays, goes))
        }
        _ => return Err(Error::NotFound),
    };
    writing.put(ctx, into, &merged, Doing::new(ChangeAction::Merged, Some(&note))).await?;
    writing.delete(ctx, id, Doing::new(ChangeAction::Deleted, Some(&note))).await
}

/// Refuses to take out what something else needs; takes a contact from its services.
pub(super) async fn let_go(ctx: &Ctx, writing: &mut Writing, id: NodeId, note: Option<&str>) -> Result<()> {
    let directory = writing.directory().clone();
    let in_use = match id {
        NodeId::Organisation(id) => {
            let people = role_grant::Entity::find().filter(role_grant::Column::OrganisationId.eq(id));
            directory.organisations.iter().any(|entry| entry.row.parent_id == Some(id))
                || directory.contacts.iter().any(|entry| entry.row.organisation_id == id)
                || directory.services.iter().any(|entry| entry.row.organisation_id == id)
                || people.count(writing.tx()).await? > 0
        }
        NodeId::Theme(id) => {
            let at = directory.theme(id);
            directory.services.iter().any(|entry| entry.themes.iter().any(|theme| Some(*theme) == at))
        }
        NodeId::TargetGroup(id) => {
            let at = directory.target_group(id);
            directory.services.iter().any(|entry| entry.target_groups.iter().any(|group| Some(*group) == at))
        }
        NodeId::Contact(id) => {
            move_from_contact(ctx, writing, id, None, note.unwrap_or_default()).await?;
            false
        }
        NodeId::Concept(_) => false,
        // A service is closed instead: people have its address.
        NodeId::Service(_) | NodeId::Municipality(_) => return Err(Error::NotFound),
    };
    if in_use {
        let message = "Something still belongs to it; move that first.";
        return Err(Refusal::new(RefusalCode::InUse, "id", message).into());
    }
    Ok(())
}

/// Moves what hangs on an organisation to another.
async fn move_from_organisation(
    ctx: &Ctx,
    writing: &mut Writing,
    id: OrganisationId,
    into: OrganisationId,
    note: &str,
) -> Result<()> {
    let directory = writing.directory().clone();
    let above = directory.organisation(into).map(|at| directory.within(at)).unwrap_or_default();
    if above.contains(&id) {
        let message = "It is part of the one that would go; merge them the other way round.";
        return Err(Refusal::new(RefusalCode::Invalid, "intoId", message).into());
    }
    let target = async_graphql::ID(NodeId::Organisation(into).to_string());
    let doing = Doing::new(ChangeAction::Updated, Some(note));
    for (at, entry) in directory.organisations.iter().enumerate() {
        if entry.row.parent_id == Some(id) {
            let form =
                OrganisationForm { parent_id: Some(target.clone()), ..OrganisationForm::of(&directory, at) };
            let id = NodeId::Organisation(entry.row.id);
            writing.put(ctx, id, &Form::Organisation(form), doing.clone()).await?;
        }
    }
    for (at, entry) in directory.contacts.iter().enumerate() {
        if entry.row.organisation_id == id {
            let form = ContactForm { organisation_id: target.clone(), ..ContactForm::of(&directory, at) };
            let id = NodeId::Contact(entry.row.id);
            writing.put(ctx, id, &Form::Contact(form), doing.clone()).await?;
        }
    }
    for (at, entry) in directory.services.iter().enumerate() {
        if entry.row.organisation_id == id {
            let form = ServiceForm { organisation_id: target.clone(), ..ServiceForm::of(&directory, at) };
            let id = NodeId::Service(entry.row.id);
            writing.put(ctx, id, &Form::Service(form.into()), doing.clone()).await?;
        }
    }
    role_grant::Entity::update_many()
        .col_expr(role_grant::Column::OrganisationId, Expr::value(into))
        .filter(role_grant::Column::OrganisationId.eq(id))
        .exec(writing.tx())
        .await?;
    proposal::Entity::update_many()
        .col_expr(proposal::Column::OrganisationId, Expr::value(into))
        .filter(proposal::Column::OrganisationId.eq(id))
        .exec(writing.tx())
        .await?;
    Ok(())
}

/// Puts another contact in a contact's place, or none.
async fn move_from_contact(
    ctx: &Ctx,
    writing: &mut Writing,
    id: ContactId,
    into: Option<ContactId>,
    note: &str,
) -> Result<()> {
    let directory = writing.directory().clone();
    let gone = NodeId::Contact(id).to_string();
    let target = into.map(|into| async_graphql::ID(NodeId::Contact(into).to_string()));
    let doing = Doing::new(ChangeAction::Updated, Some(note).filter(|note| !note.is_empty()));
    for (at, entry) in directory.services.iter().enumerate() {
        if !entry.contacts.iter().any(|(contact, _)| directory.contacts[*contact].row.id == id) {
            continue;
        }
        let mut form = ServiceForm::of(&directory, at);
        let has_target = form.contacts.iter().any(|contact| Some(&contact.contact_id) == target.as_ref());
        match target.as_ref().filter(|_| !has_target) {
            Some(target) => {
                for contact in form.contacts.iter_mut().filter(|contact| contact.contact_id.0 == gone) {
                    contact.contact_id = target.clone();
                }
            }
            None => form.contacts.retain(|contact| contact.contact_id.0 != gone),
        }
        let id = NodeId::Service(entry.row.id);
        writing.put(ctx, id, &Form::Service(form.into()), doing.clone()).await?;
    }
    catalogue_edition::Entity::update_many()
        .col_expr(catalogue_edition::Column::EditorId, Expr::value(into))
        .filter(catalogue_edition::Column::EditorId.eq(id))
        .exec(writing.tx())
        .await?;
    Ok(())
}

fn with_organisation(stays: OrganisationForm, goes: &OrganisationForm) -> OrganisationForm {
    let names = std::iter::once(&goes.name).chain(&goes.alternate_names);
    let mut alternate_names = stays.alternate_names;
    add(&mut alternate_names, names, |one, other| one == other);
    alternate_names.retain(|name| *name != stays.name);
    let (mut phones, mut emails, mut links) = (stays.phones, stays.emails, stays.links);
    add(&mut phones, &goes.phones, |one, other| one.number == other.number);
    add(&mut emails, &goes.emails, |one, other| one.address == other.address);
    add(&mut links, &goes.links, |one, other| one.url == other.url);
    OrganisationForm {
        alternate_names,
        cvr: stays.cvr.or_else(|| goes.cvr.clone()),
        description: stays.description.or_else(|| goes.description.clone()),
        location: stays.location.or_else(|| goes.location.clone()),
        phones,
        emails,
        links,
        source_note: stays.source_note.or_else(|| goes.source_note.clone()),
        ..stays
    }
}

fn with_contact(stays: ContactForm, goes: &ContactForm) -> ContactForm {
    let (mut phones, mut emails) = (stays.phones, stays.emails);
    add(&mut phones, &goes.phones, |one, other| one.number == other.number);
    add(&mut emails, &goes.emails, |one, other| one.address == other.address);
    // Numbers that only some may see do not become public by merging.
    let is_public = [stays.visibility, goes.visibility].iter().all(|seen| *seen == Visibility::Public);
    ContactForm {
        title: stays.title.or_else(|| goes.title.clone()),
        department: stays.department.or_else(|| goes.department.clone()),
        visibility: if is_public { Visibility::Public } else { Visibility::SignedIn },
        phones,
        emails,
        schedules: if stays.schedules.is_empty() { goes.schedules.clone() } else { stays.schedules },
        source_note: stays.source_note.or_else(|| goes.source_note.clone()),
        ..stays
    }
}

/// Adds what is not there yet.
fn add<'i, T: Clone + 'i>(
    list: &mut Vec<T>,
    more: impl IntoIterator<Item = &'i T>,
    same: impl Fn(&T, &T) -> bool,
) {
    for item in more {
        if !list.iter().any(|known| same(known, item)) {
            list.push(item.clone());
        }
    }
}
