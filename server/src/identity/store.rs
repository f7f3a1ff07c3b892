//! People in the database.

use entity::identity::{person, role_grant, session};
use entity::ids::{MunicipalityId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
};

use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Most sessions and roles of one person that are shown.
const MOST: u64 = 100;

pub(super) async fn person(db: &impl ConnectionTrait, id: PersonId) -> Result<person::Model> {
    person::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

pub(super) async fn person_by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<person::Model>> {
    Ok(person::Entity::find().filter(person::Column::Email.eq(email)).one(db).await?)
}

/// The people with these mail addresses.
pub(super) async fn people_by_email(db: &impl ConnectionTrait, emails: &[&str]) -> Result<Vec<String>> {
    let people = person::Entity::find().filter(person::Column::Email.is_in(emails.iter().copied()));
    Ok(people.all(db).await?.into_iter().map(|person| person.email).collect())
}

/// The municipality that the person has all their roles in; none where there are several, or roles beyond them.
pub(super) async fn home(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<MunicipalityId>> {
    let places = role_grant::Entity::find()
        .select_only()
        .column(role_grant::Column::MunicipalityId)
        .distinct()
        .filter(role_grant::Column::PersonId.eq(id))
        .limit(2);
    let places: Vec<Option<MunicipalityId>> = places.into_tuple().all(db).await?;
    Ok(if let [only] = places[..] { only } else { None })
}

/// The person, whom nobody else changes until the transaction is over. SQLite lets one write at a time anyway.
pub(super) async fn person_to_change(tx: &impl ConnectionTrait, id: PersonId) -> Result<person::Model> {
    person::Entity::find_by_id(id).lock_exclusive().one(tx).await?.ok_or(Error::NotFound)
}

/// A change of the person that counts as one.
pub(super) fn change(ctx: &Ctx, id: PersonId) -> UpdateMany<person::Entity> {
    let revision = person::Column::Revision;
    person::Entity::update_many()
        .col_expr(revision, Expr::cust("revision + 1"))
        .col_expr(person::Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(person::Column::Id.eq(id))
}

/// Notes the step of a code; false where one as late has been used already.
pub(super) async fn use_step(tx: &impl ConnectionTrait, id: PersonId, step: i64) -> Result<bool> {
    let last = person::Column::TotpLastStep;
    let used = person::Entity::update_many()
        .col_expr(last, Expr::value(step))
        .filter(person::Column::Id.eq(id))
        .filter(last.is_null().or(last.lt(step)));
    Ok(used.exec(tx).await?.rows_affected == 1)
}

/// The person's sessions that last, the newest first.
pub(super) async fn sessions(ctx: &Ctx, id: PersonId) -> Result<Vec<session::Model>> {
    let mine = session::Entity::find()
        .filter(session::Column::PersonId.eq(id))
        .filter(session::Column::ExpiresAt.gt(ctx.now()))
        .order_by_desc(session::Column::CreatedAt)
        .order_by_desc(session::Column::Id)
        .limit(MOST);
    Ok(mine.all(ctx.app().db()).await?)
}

/// The person's roles, in the order in which they were given.
pub(super) async fn roles(ctx: &Ctx, id: PersonId) -> Result<Vec<role_grant::Model>> {
    let mine = role_grant::Entity::find()
        .filter(role_grant::Column::PersonId.eq(id))
        .order_by_asc(role_grant::Column::Id)
        .limit(MOST);
    Ok(mine.all(ctx.app().db()).await?)
}
