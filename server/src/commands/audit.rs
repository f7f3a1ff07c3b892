//! `tovholder audit verify`.

use crate::app::App;
use crate::audit::chain::Verdict;
use crate::audit::service;
use crate::config::DatabaseConfig;
use crate::ctx::{Actor, Ctx};
use crate::db;
use crate::error::{Error, Result};

pub(super) async fn verify(database: DatabaseConfig) -> Result<()> {
    let connection = db::connect(&database).await?;
    db::require_migrated(&connection).await?;
    match service::verify(&Ctx::new(App::new(connection), Actor::Command("audit"))).await? {
        Verdict::Whole { entries } => {
            println!("The audit log is whole: {entries} entries.");
            Ok(())
        }
        Verdict::Broken { sequence, problem } => {
            Err(Error::Command(format!("the audit log is broken at entry {sequence}: {problem}")))
        }
    }
}
