//! `tovholder backup`: SQLite copies itself in one transaction; PostgreSQL's own tool does the rest.

use std::path::PathBuf;

use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};

use crate::config::DatabaseConfig;
use crate::db;
use crate::error::{Error, Result};

pub(super) async fn run(database: DatabaseConfig, file: PathBuf) -> Result<()> {
    if file.exists() {
        return Err(Error::Command(format!("{} is there already; name a new file", file.display())));
    }
    let connection = db::connect(&database).await?;
    match connection.get_database_backend() {
        DatabaseBackend::Sqlite => {
            let path = file.to_string_lossy().into_owned();
            let copy =
                Statement::from_sql_and_values(DatabaseBackend::Sqlite, "VACUUM INTO ?", [path.into()]);
            connection.execute_raw(copy).await?;
        }
        _ => dump(&database, &file).await?,
    }
    println!("Copied to {}.", file.display());
    Ok(())
}

async fn dump(database: &DatabaseConfig, file: &std::path::Path) -> Result<()> {
    let status = tokio::process::Command::new("pg_dump")
        .args(["--format=custom", "--no-owner", "--file"])
        .arg(file)
        .arg("--dbname")
        .arg(&database.database_url)
        .status()
        .await
        .map_err(|error| {
            Error::Command(format!("pg_dump can't be started ({error}); install PostgreSQL's client tools"))
        })?;
    if status.success() { Ok(()) } else { Err(Error::Command(format!("pg_dump ended with {status}"))) }
}
