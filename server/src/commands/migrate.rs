//! `tovholder migrate`.

use crate::config::DatabaseConfig;
use crate::db;
use crate::error::Result;

pub(super) async fn run(database: DatabaseConfig) -> Result<()> {
    let connection = db::connect(&database).await?;
    let steps = db::migrate(&connection).await?;
    println!("Database is up to date ({steps} changes made).");
    Ok(())
}
