//! People, roles and invitations in the database.

use entity::identity::values::Role;
use entity::identity::{municipality, person, role_grant, session};
use entity::ids::{MunicipalityId, OrganisationId, PersonId, RoleGrantId};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QuerySelect,
};

use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Makes writers of a municipality's roles, or of the administrators', wait for each other.
pub(super) async fn hold(tx: &impl ConnectionTrait, municipality: Option<MunicipalityId>) -> Result<()> {
    match municipality {
        Some(id) => drop(municipality::Entity::find_by_id(id).lock_exclusive().one(tx).await?),
        None => {
            let administrators =
                role_grant::Entity::find().filter(role_grant::Column::MunicipalityId.is_null());
            drop(administrators.lock_exclusive().all(tx).await?);
        }
    }
    Ok(())
}

/// The person with this mail address; made with this name where there is none. Others who would change them wait.
pub(super) async fn person_by_email(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    email: &str,
    name: &str,
) -> Result<person::Model> {
    let row = person::Model {
        id: PersonId(ctx.new_key()),
        email: email.to_owned(),
        name: name.to_owned(),
        password_hash: None,
        totp_secret: None,
        totp_confirmed_at: None,
        totp_last_step: None,
        language: "da".to_owned(),
        blocked_at: None,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let once = OnConflict::column(person::Column::Email).do_nothing().to_owned();
    person::Entity::insert(row.into_active_model()).on_conflict(once).exec_without_returning(tx).await?;
    let found = person::Entity::find().filter(person::Column::Email.eq(email)).lock_exclusive();
    found.one(tx).await?.ok_or(Error::NotFound)
}

/// The person with this key; others who would change them wait.
pub(super) async fn person(tx: &impl ConnectionTrait, id: PersonId) -> Result<Option<person::Model>> {
    Ok(person::Entity::find_by_id(id).lock_exclusive().one(tx).await?)
}

pub(super) async fn grants_of(tx: &impl ConnectionTrait, person: PersonId) -> Result<Vec<role_grant::Model>> {
    Ok(role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(person)).all(tx).await?)
}

pub(super) async fn grant(tx: &impl ConnectionTrait, id: RoleGrantId) -> Result<Option<role_grant::Model>> {
    Ok(role_grant::Entity::find_by_id(id).one(tx).await?)
}

pub(super) async fn add_grant(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
    role: Role,
    municipality: Option<MunicipalityId>,
    organisation: Option<OrganisationId>,
) -> Result<()> {
    let row = role_grant::Model {
        id: RoleGrantId(ctx.new_key()),
        person_id: person,
        role,
        municipality_id: municipality,
        organisation_id: organisation,
        created_at: ctx.now(),
    };
    role_grant::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes a role away; false where it is gone already.
pub(super) async fn remove_grant(tx: &impl ConnectionTrait, id: RoleGrantId) -> Result<bool> {
    Ok(role_grant::Entity::delete_by_id(id).exec(tx).await?.rows_affected > 0)
}

/// How many people who may sign in have this role here, this person left out.
pub(super) async fn others_with(
    tx: &impl ConnectionTrait,
    role: Role,
    municipality: Option<MunicipalityId>,
    except: PersonId,
) -> Result<u64> {
    let blocked = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(person::Column::BlockedAt.is_not_null())
        .to_owned();
    let here = match municipality {
        Some(id) => role_grant::Column::MunicipalityId.eq(id),
        None => role_grant::Column::MunicipalityId.is_null(),
    };
    let others = Condition::all()
        .add(role_grant::Column::Role.eq(role))
        .add(here)
        .add(role_grant::Column::PersonId.ne(except))
        .add(role_grant::Column::PersonId.not_in_subquery(blocked));
    Ok(role_grant::Entity::find().filter(others).count(tx).await?)
}

/// Ends every session of a person; returns how many there were.
pub(super) async fn end_sessions(tx: &impl ConnectionTrait, person: PersonId) -> Result<u64> {
    let theirs = session::Entity::delete_many().filter(session::Column::PersonId.eq(person));
    Ok(theirs.exec(tx).await?.rows_affected)
}

/// Blocks a person or lets them in again.
pub(super) async fn set_blocked(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
    blocked: bool,
) -> Result<()> {
    let at = blocked.then(|| ctx.now());
    change(ctx, tx, person, |update| update.col_expr(person::Column::BlockedAt, Expr::value(at))).await
}

/// Takes a person's second factor away.
pub(super) async fn clear_second_factor(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
) -> Result<()> {
    change(ctx, tx, person, |update| {
        update
            .col_expr(person::Column::TotpSecret, Expr::value(None::<String>))
            .col_expr(person::Column::TotpConfirmedAt, Expr::value(None::<chrono::DateTime<chrono::Utc>>))
            .col_expr(person::Column::TotpLastStep, Expr::value(None::<i64>))
    })
    .await
}

async fn change(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
    to: impl FnOnce(sea_orm::UpdateMany<person::Entity>) -> sea_orm::UpdateMany<person::Entity>,
) -> Result<()> {
    let revision = person::Column::Revision;
    to(person::Entity::update_many())
        .col_expr(revision, Expr::col(revision).add(1))
        .col_expr(person::Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(person::Column::Id.eq(person))
        .exec(tx)
        .await?;
    Ok(())
}

/// Everybody who has a role here, with all the roles they have anywhere.
pub(super) async fn everybody(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<(Vec<person::Model>, Vec<role_grant::Model>)> {
    let here = Query::select()
        .column(role_grant::Column::PersonId)
        .from(role_grant::Entity)
        .and_where(role_grant::Column::MunicipalityId.eq(municipality))
        .to_owned();
    let people = person::Entity::find().filter(person::Column::Id.in_subquery(here.clone())).all(db).await?;
    let grants = role_grant::Entity::find().filter(role_grant::Column::PersonId.in_subquery(here)).all(db);
    Ok((people, grants.await?))
}

pub(super) async fn sessions_of(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
) -> Result<Vec<session::Model>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    Ok(session::Entity::find().filter(session::Column::PersonId.is_in(people)).all(db).await?)
}
