//! The database: connecting, migrating, and telling other instances of a change. SQL itself lives in the stores.

use std::path::Path;
use std::time::Duration;

use migration::Migrator;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ActiveModelTrait, ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection,
    DatabaseTransaction, EntityTrait, IntoActiveModel, ModelTrait, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::config::DatabaseConfig;
use crate::error::{Error, Result};

/// What each of SQLite's connections keeps in memory, in KiB (it says so by the minus). Lists and searches are answered from
/// the read model and the rest lies in the system's cache, so the usual 2,000 for each would be held twice.
const SQLITE_CACHE: &str = "-512";

/// Opens the database. A missing SQLite file is made, with its folder.
///
/// SQLite runs with a write-ahead log, foreign keys, and a sync to disk at every commit, so that
/// an acknowledged write outlives the process and the machine.
///
/// # Errors
/// A folder that can't be made, or what the database says.
pub async fn connect(config: &DatabaseConfig) -> Result<DatabaseConnection> {
    let url = sqlite_url_that_creates(&config.database_url)?;
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(config.database_connections)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .pragma("cache_size", SQLITE_CACHE)
        });
    Ok(Database::connect(options).await?)
}

fn sqlite_url_that_creates(url: &str) -> Result<String> {
    let Some(file) = url.strip_prefix("sqlite:") else { return Ok(url.to_owned()) };
    let file = file.trim_start_matches("//");
    if file.starts_with(':') || file.contains('?') {
        return Ok(url.to_owned());
    }
    if let Some(folder) = Path::new(file).parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| {
            Error::Command(format!("can't make the folder {}: {error}", folder.display()))
        })?;
    }
    Ok(format!("{url}?mode=rwc"))
}

/// Begins a transaction that writes. On SQLite it takes the right to write at once: one that begins by reading could
/// not go on to write after another has written.
///
/// # Errors
/// The database's.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    Ok(db.begin_with_options(options).await?)
}

/// Rows per INSERT: SQLite takes at most 32,766 values, the widest table has 29 columns.
const BATCH: usize = 500;

/// Inserts rows, however many.
///
/// # Errors
/// The database's.
pub async fn insert_all<M>(tx: &impl ConnectionTrait, rows: Vec<M>) -> Result<()>
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    <M::Entity as EntityTrait>::ActiveModel: ActiveModelTrait<Entity = M::Entity>,
{
    let mut rows = rows.into_iter();
    loop {
        let batch: Vec<_> = rows.by_ref().take(BATCH).map(IntoActiveModel::into_active_model).collect();
        if batch.is_empty() {
            return Ok(());
        }
        M::Entity::insert_many(batch).exec_without_returning(tx).await?;
    }
}

/// Makes the changes that the database has not seen yet; returns how many.
///
/// # Errors
/// The database's.
pub async fn migrate(db: &DatabaseConnection) -> Result<usize> {
    let pending = Migrator::get_pending_migrations(db).await?.len();
    Migrator::up(db, None).await?;
    Ok(pending)
}

/// Refuses to go on with a database of another version.
///
/// # Errors
/// `Command`, saying how to mend it.
pub async fn require_migrated(db: &DatabaseConnection) -> Result<()> {
    let pending = Migrator::get_pending_migrations(db).await?.len();
    if pending == 0 {
        return Ok(());
    }
    Err(Error::Command(format!("the database lacks {pending} changes; run `tovholder migrate` first")))
}

/// Whether other instances can share this database and must be told of changes.
pub fn is_shared(db: &DatabaseConnection) -> bool {
    db.get_database_backend() == DatabaseBackend::Postgres
}
