//! Files that were sent in, and where they stand.

use entity::directory::import_run::{Column, Entity, Model};
use entity::directory::values::ImportStatus;
use entity::ids::ImportRunId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::plan::Report;
use crate::ctx::Ctx;
use crate::error::Result;

/// The file with this key.
pub(super) async fn find(db: &impl ConnectionTrait, id: ImportRunId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Puts in a file.
pub(super) async fn insert(tx: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Moves a file on; false where it stood elsewhere.
pub(super) async fn set_status(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ImportRunId,
    from: ImportStatus,
    to: ImportStatus,
) -> Result<bool> {
    let update = Entity::update_many()
        .col_expr(Column::Status, Expr::value(to))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.app().clock().now()))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(from));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Notes what the check of a file found.
pub(super) async fn set_report(
    db: &impl ConnectionTrait,
    id: ImportRunId,
    total: i32,
    report: &Report,
    base_revision: i64,
) -> Result<()> {
    let update = Entity::update_many()
        .col_expr(Column::Total, Expr::value(total))
        .col_expr(Column::Done, Expr::value(total))
        .col_expr(Column::Report, Expr::value(serde_json::to_string(report).unwrap_or_default()))
        .col_expr(Column::BaseRevision, Expr::value(base_revision))
        .filter(Column::Id.eq(id));
    update.exec(db).await?;
    Ok(())
}
