//! Keeps the read models fresh: notices what other processes change and rebuilds what it touches.
//!
//! On PostgreSQL every writer sends a NOTIFY in its transaction and all instances listen. SQLite has no such
//! thing; there the revisions are looked at every second, which costs one small statement.

use std::time::Duration;

use entity::ids::MunicipalityId;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, DbErr, EntityTrait, QueryFilter, RuntimeErr, Statement,
};

use crate::app::App;
use crate::ctx::Ctx;
use crate::db;
use crate::error::{Error, Result};

const CHANNEL: &str = "tovholder_directory";
const POLL: Duration = Duration::from_secs(1);
const RETRY: Duration = Duration::from_secs(5);

/// Tells other instances that the municipality's directory has changed; call it inside the transaction.
///
/// # Errors
/// The database's.
pub async fn announce(tx: &impl ConnectionTrait, municipality: MunicipalityId) -> Result<()> {
    if tx.get_database_backend() == DatabaseBackend::Postgres {
        let values = [CHANNEL.into(), municipality.0.to_string().into()];
        tx.execute_raw(Statement::from_sql_and_values(
            DatabaseBackend::Postgres,
            "SELECT pg_notify($1, $2)",
            values,
        ))
        .await?;
    }
    Ok(())
}

/// Raises the revision of the municipality's directory, so that every read model is built anew, and tells other
/// instances; call it inside the transaction of the change.
///
/// # Errors
/// The database's.
pub async fn raise(ctx: &Ctx, tx: &impl ConnectionTrait, municipality: MunicipalityId) -> Result<()> {
    use entity::identity::municipality::{Column, Entity};
    let raised = Entity::update_many()
        .col_expr(Column::DirectoryRevision, Expr::col(Column::DirectoryRevision).add(1))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(municipality));
    raised.exec(tx).await?;
    announce(tx, municipality).await
}

/// Watches until it is aborted. A lost connection is told in the log and taken up again.
pub async fn watch(app: App) {
    loop {
        let ended = if db::is_shared(app.db()) { listen(&app).await } else { poll(&app).await };
        if let Err(error) = ended {
            tracing::warn!(error = %error.chain(), "watching the directories stopped; trying again");
        }
        tokio::time::sleep(RETRY).await;
    }
}

async fn poll(app: &App) -> Result<()> {
    loop {
        tokio::time::sleep(POLL).await;
        app.directories().refresh(app.db()).await?;
    }
}

async fn listen(app: &App) -> Result<()> {
    let sqlx = |error: sea_orm::sqlx::Error| Error::from(DbErr::Conn(RuntimeErr::SqlxError(error.into())));
    let pool = app.db().get_postgres_connection_pool();
    let mut listener = PgListener::connect_with(pool).await.map_err(sqlx)?;
    listener.listen(CHANNEL).await.map_err(sqlx)?;
    loop {
        // What changed before the listener stood is caught here, and once more after each lost connection.
        app.directories().refresh(app.db()).await?;
        listener.try_recv().await.map_err(sqlx)?;
    }
}
