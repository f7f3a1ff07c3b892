//! Databases to throw away: one per test, migrated, with the sample municipalities in it. Each kind is made once
//! per process as a template and copied, which takes milliseconds.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use server::app::App;
use server::config::DatabaseConfig;
use server::ctx::{Actor, Ctx};
use server::{db, sample};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// Which database a proof runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    Sqlite,
    /// A cluster that `cargo xtask test` has started; its address is in `TOVHOLDER_TEST_POSTGRES`.
    Postgres,
}

/// A database of its own; a SQLite file goes with it, the cluster's databases go with the cluster.
pub struct TestDatabase {
    /// What `DATABASE_URL` would be.
    pub url: String,
    folder: Option<Arc<TempDir>>,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl TestDatabase {
    /// A database with the directories and plans of the sample municipalities.
    pub async fn with_samples(kind: Kind) -> Self {
        Self::of_template(kind, Holding::Samples).await
    }

    /// A database with all that `tovholder sample` loads: their frameworks too.
    pub async fn with_frameworks(kind: Kind) -> Self {
        Self::of_template(kind, Holding::Frameworks).await
    }

    async fn of_template(kind: Kind, holding: Holding) -> Self {
        match kind {
            Kind::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let file = folder.path().join("test.db");
                std::fs::copy(sqlite_template(holding).await, &file).expect("a copy of the template");
                Self { url: format!("sqlite://{}", file.display()), folder: Some(Arc::new(folder)) }
            }
            Kind::Postgres => {
                let template = postgres_template(holding).await;
                Self { url: create_postgres_database(Some(template)).await, folder: None }
            }
        }
    }

    /// A migrated database with nothing in it.
    pub async fn empty(kind: Kind) -> Self {
        let made = Self::bare(kind).await;
        db::migrate(&made.connect().await).await.expect("migrations");
        made
    }

    /// A database without tables.
    pub async fn bare(kind: Kind) -> Self {
        match kind {
            Kind::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let url = format!("sqlite://{}", folder.path().join("test.db").display());
                Self { url, folder: Some(Arc::new(folder)) }
            }
            Kind::Postgres => Self { url: create_postgres_database(None).await, folder: None },
        }
    }

    /// Another database with the same in it. Nobody may be connected to this one.
    pub async fn copy(&self) -> Self {
        match &self.folder {
            Some(from) => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let file = folder.path().join("test.db");
                std::fs::copy(from.path().join("test.db"), &file).expect("a copy");
                Self { url: format!("sqlite://{}", file.display()), folder: Some(Arc::new(folder)) }
            }
            None => {
                let url = create_postgres_database(Some(name_in(&self.url))).await;
                Self { url, folder: None }
            }
        }
    }

    /// The same database once more, for another service on it.
    pub fn again(&self) -> Self {
        Self { url: self.url.clone(), folder: self.folder.clone() }
    }

    /// Which database it is.
    pub fn kind(&self) -> Kind {
        if self.folder.is_some() { Kind::Sqlite } else { Kind::Postgres }
    }

    /// Connects as the service does.
    pub async fn connect(&self) -> DatabaseConnection {
        connect(&self.url).await
    }
}

async fn connect(url: &str) -> DatabaseConnection {
    let config = DatabaseConfig { database_url: url.to_owned(), database_connections: 2 };
    db::connect(&config).await.expect("a connection")
}

/// What a template holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holding {
    Samples,
    Frameworks,
}

async fn fill(url: &str, holding: Holding) {
    let connection = connect(url).await;
    db::migrate(&connection).await.expect("migrations");
    let ctx = Ctx::new(App::new(connection.clone()), Actor::Command("test"));
    sample::service::load_all(&ctx, false).await.expect("samples");
    if holding == Holding::Frameworks {
        sample::framework::load_all(&ctx).await.expect("frameworks");
    }
    connection.close().await.expect("a closed connection");
}

async fn sqlite_template(holding: Holding) -> PathBuf {
    static TEMPLATES: [OnceCell<PathBuf>; 2] = [const { OnceCell::const_new() }; 2];
    let made = TEMPLATES[holding as usize].get_or_init(|| async {
        // Lives as long as the process; the system clears its temporary folder.
        let file = tempfile::tempdir().expect("a temporary folder").keep().join("template.db");
        fill(&format!("sqlite://{}", file.display()), holding).await;
        file
    });
    made.await.clone()
}

async fn postgres_template(holding: Holding) -> &'static str {
    static TEMPLATES: [OnceCell<String>; 2] = [const { OnceCell::const_new() }; 2];
    let made = TEMPLATES[holding as usize].get_or_init(|| async {
        let url = create_postgres_database(None).await;
        fill(&url, holding).await;
        name_in(&url).to_owned()
    });
    made.await
}

/// The name of the database that a URL leads to.
fn name_in(url: &str) -> &str {
    url.rsplit('/').next().and_then(|name| name.split('?').next()).expect("a name")
}

/// Creates a database in the cluster, as a copy of the template if one is named; returns its URL.
async fn create_postgres_database(template: Option<&str>) -> String {
    let cluster = std::env::var("TOVHOLDER_TEST_POSTGRES")
        .expect("TOVHOLDER_TEST_POSTGRES names a cluster to throw away; `cargo xtask test` starts one");
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("test_{}_{number}", std::process::id());
    let admin = Database::connect(&cluster).await.expect("the cluster answers");
    // Files are copied as they are: logging them first, as is usual, would write everything twice.
    let copied =
        template.map(|template| format!(" TEMPLATE {template} STRATEGY file_copy")).unwrap_or_default();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}{copied}")).await.expect("a new database");
    admin.close().await.expect("a closed connection");
    let (base, rest) =
        cluster.split_once('?').map_or((cluster.as_str(), String::new()), |(b, r)| (b, format!("?{r}")));
    let server = base.rfind('/').map_or(base, |at| &base[..at]);
    format!("{server}/{name}{rest}")
}
