//! Writes entries: the row itself, guarded by its revision. What hangs on it is written by [`lists`].

use entity::directory::values::{Access, ContactKind, Sector, ServiceStatus, Visibility};
use entity::directory::{concept, contact, organisation, service, target_group, theme};
use entity::ids::ServiceId;
use entity::strings::Strings;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::lists::{self, of_contact, of_organisation, of_service};
use crate::ctx::Ctx;
use crate::db::insert_all;
use crate::directory::Directory;
use crate::directory::forms::Form;
use crate::directory::rules::slug;
use crate::error::{Error, Result};
use crate::ids::NodeId;

/// Overwrites a row that still has the revision it was read with.
macro_rules! overwrite {
    ($tx:expr, $table:ident, $row:expr) => {{
        let row = $row;
        let (id, held) = (row.id, row.revision);
        let row = $table::Model { revision: held + 1, ..row };
        let written = $table::Entity::update_many()
            .set(row.into_active_model().reset_all())
            .filter($table::Column::Id.eq(id))
            .filter($table::Column::Revision.eq(held))
            .exec($tx)
            .await?;
        if written.rows_affected != 1 {
            return Err(Error::Stale);
        }
    }};
}

/// Sets an entry that is there to what a form says.
pub(super) async fn update(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    id: NodeId,
    before: &Form,
    form: &Form,
) -> Result<()> {
    let updated_at = ctx.now();
    match (id, before, form) {
        (NodeId::Organisation(id), Form::Organisation(before), Form::Organisation(form)) => {
            let at = directory.organisation(id).ok_or(Error::NotFound)?;
            let row = organisation::Model { updated_at, ..directory.organisations[at].row.clone() };
            overwrite!(tx, organisation, form.written_over(row));
            of_organisation(ctx, tx, directory, id, Some(before), form).await
        }
        (NodeId::Contact(id), Form::Contact(before), Form::Contact(form)) => {
            let at = directory.contact(id).ok_or(Error::NotFound)?;
            let row = contact::Model { updated_at, ..directory.contacts[at].row.clone() };
            overwrite!(tx, contact, form.written_over(row));
            of_contact(ctx, tx, directory, id, Some(before), form).await
        }
        (NodeId::Service(id), Form::Service(before), Form::Service(form)) => {
            let at = directory.service(id).ok_or(Error::NotFound)?;
            let row = service::Model { updated_at, ..directory.services[at].row.clone() };
            overwrite!(tx, service, form.written_over(row));
            of_service(ctx, tx, directory, id, Some(before), form).await
        }
        (NodeId::Theme(id), _, Form::Theme(form)) => {
            let at = directory.theme(id).ok_or(Error::NotFound)?;
            overwrite!(tx, theme, form.written_over(directory.themes[at].row.clone()));
            Ok(())
        }
        (NodeId::TargetGroup(id), _, Form::TargetGroup(form)) => {
            let at = directory.target_group(id).ok_or(Error::NotFound)?;
            overwrite!(tx, target_group, form.written_over(directory.target_groups[at].row.clone()));
            Ok(())
        }
        (NodeId::Concept(id), _, Form::Concept(form)) => {
            let at = directory.concept(id).ok_or(Error::NotFound)?;
            let row = concept::Model { updated_at, ..directory.concepts[at].clone() };
            overwrite!(tx, concept, form.written_over(row));
            Ok(())
        }
        _ => Err(Error::NotFound),
    }
}

/// Puts in an entry that is not there, at the end of its list.
pub(super) async fn insert(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    id: NodeId,
    form: &Form,
    revision: i32,
) -> Result<()> {
    let municipality_id = directory.municipality.id;
    let (created_at, updated_at) = (ctx.now(), ctx.now());
    let end = |positions: &mut dyn Iterator<Item = i32>| positions.max().map_or(0, |last| last + 1);
    match (id, form) {
        (NodeId::Organisation(id), Form::Organisation(form)) => {
            let row = organisation::Model {
                id,
                municipality_id,
                parent_id: None,
                slug: slug::of(&form.name, "organisation", |slug| {
                    directory.organisation_by_slug(slug).is_some()
                }),
                name: String::new(),
                alternate_names: Strings::default(),
                sector: Sector::Municipal,
                description: None,
                tax_id: None,
                source_note: None,
                position: end(&mut directory.organisations.iter().map(|entry| entry.row.position)),
                revision,
                created_at,
                updated_at,
            };
            insert_all(tx, vec![form.written_over(row)]).await?;
            of_organisation(ctx, tx, directory, id, None, form).await
        }
        (NodeId::Contact(id), Form::Contact(form)) => {
            let organisation = directory.organisations.first().ok_or(Error::NotFound)?;
            let row = contact::Model {
                id,
                municipality_id,
                organisation_id: organisation.row.id,
                kind: ContactKind::Person,
                name: String::new(),
                title: None,
                department: None,
                visibility: Visibility::Public,
                source_note: None,
                revision,
                created_at,
                updated_at,
            };
            insert_all(tx, vec![form.written_over(row)]).await?;
            of_contact(ctx, tx, directory, id, None, form).await
        }
        (NodeId::Service(id), Form::Service(form)) => {
            let organisation = directory.organisations.first().ok_or(Error::NotFound)?;
            let row = service::Model {
                id,
                municipality_id,
                organisation_id: organisation.row.id,
                parent_id: None,
                slug: slug::of(&form.name, "service", |slug| directory.service_by_slug(slug).is_some()),
                name: String::new(),
                alternate_names: Strings::default(),
                purpose: None,
                description: String::new(),
                eligibility_description: None,
                minimum_age: None,
                maximum_age: None,
                access: Access::Open,
                application_process: None,
                interpretation_services: None,
                languages: Strings::default(),
                fees_description: None,
                status: ServiceStatus::Active,
                paused_until: None,
                assured_date: Some(ctx.now().with_timezone(&crate::clock::DENMARK).date_naive()),
                assurer: ctx.person().map(|person| person.name.clone()),
                owner_id: None,
                check_interval_days: None,
                successor_id: None,
                source: None,
                source_note: None,
                position: end(&mut directory.services.iter().map(|entry| entry.row.position)),
                revision,
                created_at,
                updated_at,
            };
            insert_all(tx, vec![form.written_over(row)]).await?;
            of_service(ctx, tx, directory, id, None, form).await
        }
        (NodeId::Theme(id), Form::Theme(form)) => {
            let is_taken = |slug: &str| directory.themes.iter().any(|theme| theme.row.slug == slug);
            let row = theme::Model {
                id,
                municipality_id,
                slug: slug::of(&form.name, "theme", is_taken),
                name: String::new(),
                name_en: String::new(),
                description: None,
                icon: String::new(),
                position: end(&mut directory.themes.iter().map(|entry| entry.row.position)),
                revision,
            };
            insert_all(tx, vec![form.written_over(row)]).await
        }
        (NodeId::TargetGroup(id), Form::TargetGroup(form)) => {
            let is_taken = |slug: &str| directory.target_groups.iter().any(|group| group.row.slug == slug);
            let row = target_group::Model {
                id,
                municipality_id,
                slug: slug::of(&form.name, "target-group", is_taken),
                name: String::new(),
                name_en: String::new(),
                position: end(&mut directory.target_groups.iter().map(|entry| entry.row.position)),
                revision,
            };
            insert_all(tx, vec![form.written_over(row)]).await
        }
        (NodeId::Concept(id), Form::Concept(form)) => {
            let row = concept::Model {
                id,
                municipality_id,
                label: String::new(),
                official: Strings::default(),
                lay: Strings::default(),
                revision,
                created_at,
                updated_at,
            };
            insert_all(tx, vec![form.written_over(row)]).await
        }
        _ => Err(Error::NotFound),
    }
}

/// Takes out an entry that still has this revision; what hangs on it goes with it.
pub(super) async fn delete(tx: &impl ConnectionTrait, id: NodeId, revision: i32) -> Result<()> {
    macro_rules! take_out {
        ($table:ident, $id:expr) => {
            $table::Entity::delete_many()
                .filter($table::Column::Id.eq($id))
                .filter($table::Column::Revision.eq(revision))
                .exec(tx)
                .await?
        };
    }
    if let NodeId::Organisation(id) = id {
        lists::release_places(tx, id).await?;
    }
    let gone = match id {
        NodeId::Organisation(id) => take_out!(organisation, id),
        NodeId::Contact(id) => take_out!(contact, id),
        NodeId::Service(id) => take_out!(service, id),
        NodeId::Theme(id) => take_out!(theme, id),
        NodeId::TargetGroup(id) => take_out!(target_group, id),
        NodeId::Concept(id) => take_out!(concept, id),
        NodeId::Municipality(_) => return Err(Error::NotFound),
    };
    if gone.rows_affected == 1 { Ok(()) } else { Err(Error::Stale) }
}

/// Says which service took the place of one that was closed.
pub(super) async fn set_successor(
    tx: &impl ConnectionTrait,
    id: ServiceId,
    successor: Option<ServiceId>,
) -> Result<()> {
    let column = service::Column::SuccessorId;
    let update = service::Entity::update_many().col_expr(column, Expr::value(successor));
    update.filter(service::Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}
