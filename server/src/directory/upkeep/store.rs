//! The rows of checking: a service's dates, who may be reminded, the links that were sent, and when somebody looked.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use entity::directory::values::{ChangeAction, EntryKind};
use entity::directory::{check_reminder, directory_change, service};
use entity::identity::values::LinkPurpose;
use entity::identity::{last_look, municipality, one_time_link, person, role_grant};
use entity::ids::{DirectoryChangeId, MunicipalityId, OneTimeLinkId, PersonId, ServiceId};
use sea_orm::sea_query::{Expr, LockType, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect,
};

use super::rules;
use crate::ctx::Ctx;
use crate::db;
use crate::error::Result;

/// Notes that the service was checked today; false where it stands in another revision.
pub(super) async fn set_checked(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    checked: &service::Model,
    assurer: &str,
) -> Result<bool> {
    let update = service::Entity::update_many()
        .col_expr(service::Column::AssuredDate, Expr::value(rules::today(ctx.now())))
        .col_expr(service::Column::Assurer, Expr::value(assurer))
        .col_expr(service::Column::Revision, Expr::value(checked.revision + 1))
        .col_expr(service::Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(service::Column::Id.eq(checked.id))
        .filter(service::Column::MunicipalityId.eq(checked.municipality_id))
        .filter(service::Column::Revision.eq(checked.revision));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// Writes the check into the service's history.
pub(super) async fn add_change(ctx: &Ctx, tx: &impl ConnectionTrait, checked: &service::Model) -> Result<()> {
    let row = directory_change::Model {
        id: DirectoryChangeId(ctx.new_key()),
        municipality_id: checked.municipality_id,
        kind: EntryKind::Service,
        subject_id: checked.id.0,
        subject_name: checked.name.clone(),
        action: ChangeAction::Checked,
        revision: checked.revision + 1,
        at: ctx.now(),
        actor: ctx.actor().to_string(),
        person_id: ctx.person().map(|person| person.id),
        note: None,
        before: None,
        after: None,
    };
    directory_change::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// The service as it stands now.
pub(super) async fn service(
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    id: ServiceId,
) -> Result<Option<service::Model>> {
    let found = service::Entity::find_by_id(id).filter(service::Column::MunicipalityId.eq(municipality));
    Ok(found.one(tx).await?)
}

/// The roles in a municipality, and the people who have them and are not blocked.
pub(super) async fn people(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<(Vec<role_grant::Model>, Vec<person::Model>)> {
    let grants = role_grant::Entity::find()
        .filter(role_grant::Column::MunicipalityId.eq(municipality))
        .all(db)
        .await?;
    let ids: HashSet<PersonId> = grants.iter().map(|grant| grant.person_id).collect();
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(ids))
        .filter(person::Column::BlockedAt.is_null())
        .all(db)
        .await?;
    Ok((grants, people))
}

/// Those of the people who have a role in the municipality and are not blocked. Two statements.
pub(super) async fn people_here(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
    wanted: HashSet<PersonId>,
) -> Result<HashMap<PersonId, person::Model>> {
    let grants = role_grant::Entity::find()
        .filter(role_grant::Column::MunicipalityId.eq(here))
        .filter(role_grant::Column::PersonId.is_in(wanted))
        .all(db)
        .await?;
    let ids: HashSet<PersonId> = grants.into_iter().map(|grant| grant.person_id).collect();
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(ids))
        .filter(person::Column::BlockedAt.is_null())
        .all(db)
        .await?;
    Ok(people.into_iter().map(|row| (row.id, row)).collect())
}

/// The person, where not blocked, with all roles.
pub(super) async fn person(
    db: &impl ConnectionTrait,
    id: PersonId,
) -> Result<Option<(person::Model, Vec<role_grant::Model>)>> {
    let found = person::Entity::find_by_id(id).filter(person::Column::BlockedAt.is_null());
    let Some(person) = found.one(db).await? else { return Ok(None) };
    let grants = role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(id)).all(db).await?;
    Ok(Some((person, grants)))
}

/// What somebody has been reminded of: service, day, step, person.
pub(super) type Reminded = (ServiceId, NaiveDate, String, PersonId);

/// Holds the municipality's reminders until the transaction ends, so that two instances don't write the same ones.
/// SQLite has let in only one writer anyway.
pub(super) async fn hold_reminders(tx: &impl ConnectionTrait, municipality: MunicipalityId) -> Result<()> {
    // A lock that lets others refer to the municipality meanwhile.
    municipality::Entity::find_by_id(municipality).lock(LockType::NoKeyUpdate).one(tx).await?;
    Ok(())
}

/// What people have been reminded of here.
pub(super) async fn reminded(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<HashSet<Reminded>> {
    let rows: Vec<Reminded> = check_reminder::Entity::find()
        .select_only()
        .column(check_reminder::Column::ServiceId)
        .column(check_reminder::Column::CheckOn)
        .column(check_reminder::Column::Step)
        .column(check_reminder::Column::PersonId)
        .filter(check_reminder::Column::MunicipalityId.eq(municipality))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Notes what people are being reminded of.
pub(super) async fn add_reminders(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    reminded: Vec<Reminded>,
) -> Result<()> {
    let row = |(service_id, check_on, step, person_id)| check_reminder::Model {
        service_id,
        check_on,
        step,
        person_id,
        municipality_id: municipality,
        written_at: ctx.now(),
    };
    db::insert_all(tx, reminded.into_iter().map(row).collect()).await
}

/// Adds links with which a person confirms services: each service with the hash of its token.
pub(super) async fn add_links(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
    services: Vec<(ServiceId, String)>,
    lasts: chrono::TimeDelta,
) -> Result<()> {
    let row = |(service, token_hash)| one_time_link::Model {
        id: OneTimeLinkId(ctx.new_key()),
        purpose: LinkPurpose::ServiceCheck,
        token_hash,
        person_id: person,
        service_id: Some(service),
        created_at: ctx.now(),
        expires_at: ctx.now() + lasts,
        used_at: None,
    };
    db::insert_all(tx, services.into_iter().map(row).collect()).await
}

/// The link with this token, used or not.
pub(super) async fn link(
    db: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<one_time_link::Model>> {
    let found = one_time_link::Entity::find()
        .filter(one_time_link::Column::TokenHash.eq(token_hash))
        .filter(one_time_link::Column::Purpose.eq(LinkPurpose::ServiceCheck));
    Ok(found.one(db).await?)
}

/// Uses the link up; false where somebody else has, or its time is over.
pub(super) async fn use_link(ctx: &Ctx, tx: &impl ConnectionTrait, id: OneTimeLinkId) -> Result<bool> {
    let update = one_time_link::Entity::update_many()
        .col_expr(one_time_link::Column::UsedAt, Expr::value(ctx.now()))
        .filter(one_time_link::Column::Id.eq(id))
        .filter(one_time_link::Column::UsedAt.is_null())
        .filter(one_time_link::Column::ExpiresAt.gt(ctx.now()));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// When the person last looked through the changes here.
pub(super) async fn last_look(
    db: &impl ConnectionTrait,
    person: PersonId,
    municipality: MunicipalityId,
) -> Result<Option<last_look::Model>> {
    Ok(last_look::Entity::find_by_id((person, municipality)).one(db).await?)
}

/// Notes that the person has looked now.
pub(super) async fn set_last_look(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
    municipality: MunicipalityId,
) -> Result<()> {
    let row = last_look::Model { person_id: person, municipality_id: municipality, looked_at: ctx.now() };
    let again = OnConflict::columns([last_look::Column::PersonId, last_look::Column::MunicipalityId])
        .update_column(last_look::Column::LookedAt)
        .to_owned();
    let insert = last_look::Entity::insert(row.into_active_model()).on_conflict(again);
    insert.exec_without_returning(tx).await?;
    Ok(())
}

/// How many changes there have been since, or ever.
pub(super) async fn count_changes(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    since: Option<&last_look::Model>,
) -> Result<u64> {
    let mut changes =
        directory_change::Entity::find().filter(directory_change::Column::MunicipalityId.eq(municipality));
    if let Some(look) = since {
        changes = changes.filter(directory_change::Column::At.gt(look.looked_at));
    }
    Ok(changes.count(db).await?)
}
