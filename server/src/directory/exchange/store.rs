//! Files that were sent in, and where they stand.

use chrono::{DateTime, Utc};
use entity::directory::import_run::{Column, Entity, Model};
use entity::directory::values::{ImportFailure, ImportStatus};
use entity::ids::ImportRunId;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter,
    QuerySelect, UpdateMany,
};

use super::report::Report;
use crate::error::Result;

/// The file with this key, its content left out: that is long, and asked for by nobody who looks where it stands.
pub(super) async fn find(db: &impl ConnectionTrait, id: ImportRunId) -> Result<Option<Model>> {
    let columns = Column::iter().filter(|column| !matches!(column, Column::Content));
    let found = Entity::find_by_id(id).select_only().columns(columns).expr_as(Expr::value(""), "content");
    Ok(found.one(db).await?)
}

/// What stands in the file.
pub(super) async fn content(db: &impl ConnectionTrait, id: ImportRunId) -> Result<Option<String>> {
    Ok(Entity::find_by_id(id).select_only().column(Column::Content).into_tuple().one(db).await?)
}

/// Puts in a file.
pub(super) async fn insert(tx: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Says until when an instance has a file in hand, if it still has.
pub(super) async fn claim(db: &impl ConnectionTrait, id: ImportRunId, until: DateTime<Utc>) -> Result<()> {
    let update = Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::value(until))
        .filter(Column::Id.eq(id))
        .filter(is_under_way());
    update.exec(db).await?;
    Ok(())
}

/// Takes a file that was checked in hand to be applied; false where another was faster.
pub(super) async fn begin_applying(
    db: &impl ConnectionTrait,
    id: ImportRunId,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<bool> {
    let update = moved_claimed(id, ImportStatus::Checked, ImportStatus::Applying, now, Some(until));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Notes what the check of a file found.
pub(super) async fn set_checked(
    db: &impl ConnectionTrait,
    id: ImportRunId,
    total: i32,
    report: &Report,
    base_revision: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let update = moved(id, ImportStatus::Checking, ImportStatus::Checked, now)
        .col_expr(Column::Total, Expr::value(total))
        .col_expr(Column::Done, Expr::value(total))
        .col_expr(Column::Report, Expr::value(serde_json::to_string(report).unwrap_or_default()))
        .col_expr(Column::BaseRevision, Expr::value(base_revision));
    update.exec(db).await?;
    Ok(())
}

/// Notes that a file was applied; false where it was given up meanwhile.
pub(super) async fn set_applied(
    tx: &impl ConnectionTrait,
    id: ImportRunId,
    total: i32,
    now: DateTime<Utc>,
) -> Result<bool> {
    let update = moved(id, ImportStatus::Applying, ImportStatus::Applied, now)
        .col_expr(Column::Done, Expr::value(total));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// Notes that work on a file ended without being done, unless it has been given up already.
pub(super) async fn end(
    db: &impl ConnectionTrait,
    id: ImportRunId,
    from: ImportStatus,
    to: ImportStatus,
    failure: Option<ImportFailure>,
    now: DateTime<Utc>,
) -> Result<()> {
    moved(id, from, to, now).col_expr(Column::Failure, Expr::value(failure)).exec(db).await?;
    Ok(())
}

/// Marks as interrupted what nobody has in hand any more; `mine` are those that this instance knows it has.
pub(super) async fn give_up(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    mine: Vec<ImportRunId>,
) -> Result<u64> {
    let is_left = Condition::any().add(Column::ClaimedUntil.is_null()).add(Column::ClaimedUntil.lt(now));
    let mut update = Entity::update_many()
        .col_expr(Column::Status, Expr::value(ImportStatus::Failed))
        .col_expr(Column::Failure, Expr::value(Some(ImportFailure::Interrupted)))
        .col_expr(Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .filter(is_under_way())
        .filter(is_left);
    if !mine.is_empty() {
        update = update.filter(Column::Id.is_not_in(mine));
    }
    Ok(update.exec(db).await?.rows_affected)
}

fn is_under_way() -> Condition {
    Condition::all().add(Column::Status.is_in([ImportStatus::Checking, ImportStatus::Applying]))
}

/// Moves a file on that nobody is to have in hand after that.
fn moved(id: ImportRunId, from: ImportStatus, to: ImportStatus, now: DateTime<Utc>) -> UpdateMany<Entity> {
    moved_claimed(id, from, to, now, None)
}

fn moved_claimed(
    id: ImportRunId,
    from: ImportStatus,
    to: ImportStatus,
    now: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(to))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::ClaimedUntil, Expr::value(until))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(from))
}
