//! Writes the lists that hang on an entry: those that have changed are taken out and put in anew.

use entity::directory::{
    cost_option, email, key_figure, legal_basis, link, location, phone, schedule, schedule_exception,
    service_at_location, service_capacity, service_contact, service_target_group, service_theme,
};
use entity::ids::{ContactId, OrganisationId, ServiceId};
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
    QueryTrait,
};

use super::rows::{Maker, Owner};
use crate::ctx::Ctx;
use crate::db::insert_all;
use crate::directory::Directory;
use crate::directory::forms::{ContactForm, OrganisationForm, ServiceForm};
use crate::error::Result;

/// Replaces a list that hangs on an entry, where the form says another than before.
macro_rules! replace {
    ($tx:expr, $before:expr, $form:expr, $field:ident: $table:ident by $column:ident = $id:expr, $rows:expr) => {
        if $before.map(|before| &before.$field) != Some(&$form.$field) {
            if $before.is_some_and(|before| !before.$field.is_empty()) {
                $table::Entity::delete_many().filter($table::Column::$column.eq($id)).exec($tx).await?;
            }
            insert_all($tx, $rows).await?;
        }
    };
}

/// Writes what hangs on an organisation and has changed: all of it for a new one.
pub(super) async fn of_organisation(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    id: OrganisationId,
    before: Option<&OrganisationForm>,
    form: &OrganisationForm,
) -> Result<()> {
    let owner = Owner { organisation: Some(id), ..Owner::default() };
    let make = Maker { ctx, municipality: directory.municipality.id, owner };
    replace!(tx, before, form, phones: phone by OrganisationId = id, make.phones(&form.phones));
    replace!(tx, before, form, emails: email by OrganisationId = id, make.emails(&form.emails));
    replace!(tx, before, form, links: link by OrganisationId = id, make.links(&form.links));
    if before.and_then(|before| before.location.as_ref()) == form.location.as_ref() {
        return Ok(());
    }
    // Services may be given at the place, so it stays the same row.
    let held = directory.organisation(id).and_then(|at| directory.organisations[at].reach.locations.first());
    match (held, &form.location) {
        (Some(held), Some(place)) => {
            let row = location::Model { id: held.id, position: held.position, ..make.location(0, place) };
            let update = location::Entity::update_many().set(row.into_active_model().reset_all());
            update.filter(location::Column::Id.eq(held.id)).exec(tx).await?;
        }
        (None, Some(place)) => insert_all(tx, vec![make.location(0, place)]).await?,
        (Some(held), None) => {
            release_places(tx, id).await?;
            let unused = location::Entity::delete_by_id(held.id);
            unused.filter(location::Column::OrganisationId.eq(id)).exec(tx).await?;
        }
        (None, None) => {}
    }
    Ok(())
}

/// Leaves the places of an organisation where services are given to those services alone.
pub(super) async fn release_places(tx: &impl ConnectionTrait, id: OrganisationId) -> Result<()> {
    location::Entity::update_many()
        .col_expr(location::Column::OrganisationId, Expr::value(None::<OrganisationId>))
        .filter(location::Column::OrganisationId.eq(id))
        .filter(location::Column::Id.in_subquery(places_in_use()))
        .exec(tx)
        .await?;
    Ok(())
}

/// The keys of the places where services are given.
fn places_in_use() -> SelectStatement {
    let in_use = service_at_location::Entity::find().select_only();
    in_use.column(service_at_location::Column::LocationId).into_query()
}

/// Writes what hangs on a contact and has changed.
pub(super) async fn of_contact(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    id: ContactId,
    before: Option<&ContactForm>,
    form: &ContactForm,
) -> Result<()> {
    let owner = Owner { contact: Some(id), ..Owner::default() };
    let make = Maker { ctx, municipality: directory.municipality.id, owner };
    replace!(tx, before, form, phones: phone by ContactId = id, make.phones(&form.phones));
    replace!(tx, before, form, emails: email by ContactId = id, make.emails(&form.emails));
    replace!(tx, before, form, schedules: schedule by ContactId = id, make.schedules(&form.schedules));
    Ok(())
}

/// Writes what hangs on a service and has changed.
pub(super) async fn of_service(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    id: ServiceId,
    before: Option<&ServiceForm>,
    form: &ServiceForm,
) -> Result<()> {
    let owner = Owner { service: Some(id), ..Owner::default() };
    let make = Maker { ctx, municipality: directory.municipality.id, owner };
    replace!(tx, before, form, theme_ids: service_theme by ServiceId = id, make.themes(id, form));
    replace!(tx, before, form, target_group_ids: service_target_group by ServiceId = id, make.target_groups(id, form));
    replace!(tx, before, form, contacts: service_contact by ServiceId = id, make.contacts(id, form));
    replace!(tx, before, form, legal_basis: legal_basis by ServiceId = id, make.legal_bases(id, form));
    replace!(tx, before, form, capacities: service_capacity by ServiceId = id, make.capacities(id, form));
    replace!(tx, before, form, cost_options: cost_option by ServiceId = id, make.cost_options(id, form));
    replace!(tx, before, form, key_figures: key_figure by ServiceId = id, make.key_figures(id, form));
    replace!(tx, before, form, phones: phone by ServiceId = id, make.phones(&form.phones));
    replace!(tx, before, form, emails: email by ServiceId = id, make.emails(&form.emails));
    replace!(tx, before, form, links: link by ServiceId = id, make.links(&form.links));
    replace!(tx, before, form, schedules: schedule by ServiceId = id, make.schedules(&form.schedules));
    replace!(
        tx, before, form,
        schedule_exceptions: schedule_exception by ServiceId = id,
        make.schedule_exceptions(&form.schedule_exceptions)
    );
    if before.map(|before| &before.locations) != Some(&form.locations) {
        places(tx, &make, id, form).await?;
    }
    Ok(())
}

/// Replaces the places of a service. A place that is an organisation's own, or another service's too, stays.
async fn places(
    tx: &impl ConnectionTrait,
    make: &Maker<'_>,
    id: ServiceId,
    form: &ServiceForm,
) -> Result<()> {
    let held: Vec<_> = service_at_location::Entity::find()
        .filter(service_at_location::Column::ServiceId.eq(id))
        .all(tx)
        .await?;
    if !held.is_empty() {
        service_at_location::Entity::delete_many()
            .filter(service_at_location::Column::ServiceId.eq(id))
            .exec(tx)
            .await?;
        location::Entity::delete_many()
            .filter(location::Column::Id.is_in(held.iter().map(|row| row.location_id)))
            .filter(location::Column::OrganisationId.is_null())
            .filter(location::Column::Id.not_in_subquery(places_in_use()))
            .exec(tx)
            .await?;
    }
    let places: Vec<_> =
        form.locations.iter().enumerate().map(|(at, place)| make.location(at, place)).collect();
    let joins = places.iter().map(|place| service_at_location::Model {
        service_id: id,
        location_id: place.id,
        municipality_id: place.municipality_id,
        position: place.position,
    });
    let joins = joins.collect();
    insert_all(tx, places).await?;
    insert_all(tx, joins).await
}
