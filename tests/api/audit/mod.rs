//! The audit log: its chain, reading it with filters, and taking it out.

mod chain;
mod csv;
mod list;

use entity::ids::MunicipalityId;
use sea_orm::ConnectionTrait;
use server::access::Action;
use server::audit::{self, Told};
use server::ctx::Ctx;
use server::db;
use tests::api::Api;

/// Writes an entry as a mutation would.
async fn write(ctx: &Ctx, municipality: Option<MunicipalityId>, action: Action, subject: &str, told: Told) {
    let tx = db::begin(ctx.app().db()).await.expect("a transaction");
    audit::record(ctx, &tx, municipality, action, subject, told).await.expect("an entry");
    tx.commit().await.expect("a commit");
}

/// Changes the log behind the service's back.
async fn tamper(api: &Api, sql: &str) {
    api.app.db().execute_unprepared(sql).await.expect("a change behind the service's back");
}
