//! The registers in the database. Places in a register go from 0 without gaps; whoever writes holds the framework.

use entity::framework::values::{Register, Section};
use entity::framework::{framework_section, register_row};
use entity::ids::{FrameworkId, MunicipalityId, PersonId, RegisterRowId};
use register_row::{Column, Entity};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect,
    Select,
};

use crate::error::{Error, Result};

/// The row with this key.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    id: RegisterRowId,
) -> Result<Option<register_row::Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Every municipality's agreements.
pub(super) async fn agreements(db: &impl ConnectionTrait) -> Result<Vec<register_row::Model>> {
    Ok(Entity::find().filter(Column::Register.eq(Register::Agreement)).all(db).await?)
}

/// To whom a section is given.
pub(super) async fn assignee(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    section: Section,
) -> Result<Option<PersonId>> {
    let found = framework_section::Entity::find()
        .filter(framework_section::Column::MunicipalityId.eq(municipality))
        .filter(framework_section::Column::Section.eq(section))
        .select_only()
        .column(framework_section::Column::PersonId)
        .into_tuple();
    Ok(found.one(db).await?.flatten())
}

/// How many rows a register has.
pub(super) async fn count(
    db: &impl ConnectionTrait,
    framework: FrameworkId,
    register: Register,
) -> Result<u64> {
    Ok(of(framework, register).count(db).await?)
}

/// Puts a row in.
pub(super) async fn insert(db: &impl ConnectionTrait, row: register_row::Model) -> Result<()> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Sets a row to what `row` says, where it still is of the revision before.
pub(super) async fn update(db: &impl ConnectionTrait, row: &register_row::Model) -> Result<()> {
    let done = Entity::update_many()
        .col_expr(Column::Form, Expr::value(row.form.clone()))
        .col_expr(Column::Position, Expr::value(row.position))
        .col_expr(Column::Revision, Expr::value(row.revision))
        .col_expr(Column::UpdatedAt, Expr::value(row.updated_at))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Revision.eq(row.revision - 1))
        .exec(db)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(Error::Stale) }
}

/// Takes a row out, and closes the gap that it leaves.
pub(super) async fn delete(db: &impl ConnectionTrait, row: &register_row::Model) -> Result<()> {
    Entity::delete_by_id(row.id).exec(db).await?;
    shift(db, row, row.position + 1, i32::MAX, -1).await
}

/// Moves those between a row's place and its new one to make room for it there.
pub(super) async fn make_room(db: &impl ConnectionTrait, row: &register_row::Model, to: i32) -> Result<()> {
    if to > row.position {
        shift(db, row, row.position + 1, to, -1).await
    } else {
        shift(db, row, to, row.position - 1, 1).await
    }
}

async fn shift(
    db: &impl ConnectionTrait,
    beside: &register_row::Model,
    from: i32,
    to: i32,
    by: i32,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Position, Expr::col(Column::Position).add(by))
        .filter(Column::FrameworkId.eq(beside.framework_id))
        .filter(Column::Register.eq(beside.register))
        .filter(Column::Position.between(from, to))
        .exec(db)
        .await?;
    Ok(())
}

fn of(framework: FrameworkId, register: Register) -> Select<Entity> {
    Entity::find().filter(Column::FrameworkId.eq(framework)).filter(Column::Register.eq(register))
}
