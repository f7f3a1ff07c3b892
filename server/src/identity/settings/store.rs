//! Municipalities in the database.

use entity::identity::municipality::{Column, Entity, Model};
use entity::ids::MunicipalityId;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QuerySelect,
};

use super::service::Settings;
use crate::ctx::Ctx;
use crate::error::Result;

pub(super) async fn load(db: &impl ConnectionTrait, id: MunicipalityId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The row; others who would change it wait.
pub(super) async fn hold(tx: &impl ConnectionTrait, id: MunicipalityId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).lock_exclusive().one(tx).await?)
}

/// Writes the settings over those of this revision; false where there is another by now. The directory's revision
/// goes on too, so that read models follow.
pub(super) async fn update(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    id: MunicipalityId,
    revision: i32,
    settings: &Settings,
) -> Result<bool> {
    let written = Entity::update_many()
        .col_expr(Column::Name, Expr::value(settings.name.as_str()))
        .col_expr(Column::Website, Expr::value(settings.website.clone()))
        .col_expr(Column::SecondFactorRequired, Expr::value(settings.second_factor_required))
        .col_expr(Column::CheckIntervalDays, Expr::value(settings.check_interval_days))
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .col_expr(Column::DirectoryRevision, Expr::col(Column::DirectoryRevision).add(1_i64))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::Revision.eq(revision))
        .exec(tx)
        .await?;
    Ok(written.rows_affected == 1)
}

/// Inserts a municipality; false where its slug or code is taken.
pub(super) async fn insert(tx: &impl ConnectionTrait, row: Model) -> Result<bool> {
    let free = OnConflict::new().do_nothing().to_owned();
    let written =
        Entity::insert(row.into_active_model()).on_conflict(free).exec_without_returning(tx).await?;
    Ok(written == 1)
}

/// Whether a municipality with this code is there.
pub(super) async fn has_code(tx: &impl ConnectionTrait, code: &str) -> Result<bool> {
    Ok(Entity::find().filter(Column::Code.eq(code)).one(tx).await?.is_some())
}
