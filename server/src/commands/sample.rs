//! `tovholder sample`.

use crate::app::App;
use crate::config::DatabaseConfig;
use crate::ctx::{Actor, Ctx};
use crate::db;
use crate::error::Result;
use crate::sample;

pub(super) async fn run(database: DatabaseConfig, replace: bool, demo_accounts: bool) -> Result<()> {
    let connection = db::connect(&database).await?;
    db::require_migrated(&connection).await?;
    let ctx = Ctx::new(App::new(connection), Actor::Command("sample"));
    for outcome in sample::service::load_all(&ctx, replace).await? {
        println!("{outcome}");
    }
    for outcome in sample::framework::load_all(&ctx).await? {
        println!("{outcome}");
    }
    if demo_accounts {
        println!("{} demo accounts.", sample::people::load(&ctx).await?);
    }
    Ok(())
}
