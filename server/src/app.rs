//! What the whole process shares: database, clock, read models, settings. Cheap to clone.

use std::sync::Arc;

use sea_orm::DatabaseConnection;

use crate::clock::Clock;
use crate::directory::Directories;

/// The process's shared state.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    db: DatabaseConnection,
    clock: Clock,
    directories: Arc<Directories>,
    settings: Settings,
}

/// How the service behaves, by flag or environment.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether this is a demo.
    pub demo: bool,
    /// Whether a proxy in front tells the client's address in `X-Forwarded-For`.
    pub trusts_proxy: bool,
    /// Where the service is found from outside, without a slash at the end; for links in mails.
    pub base_url: String,
}

impl App {
    /// An app on this database with the machine's clock, not in demo mode.
    pub fn new(db: DatabaseConnection) -> Self {
        let inner =
            Inner { db, clock: Clock::System, directories: Arc::default(), settings: Settings::default() };
        Self { inner: Arc::new(inner) }
    }

    /// The same app with another clock.
    #[must_use]
    pub fn with_clock(self, clock: Clock) -> Self {
        self.changed(|inner| inner.clock = clock)
    }

    /// The same app in demo mode or not.
    #[must_use]
    pub fn with_demo(self, demo: bool) -> Self {
        self.changed(|inner| inner.settings.demo = demo)
    }

    /// The same app with these settings.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        self.changed(|inner| inner.settings = settings)
    }

    /// The same app, beginning with these read models.
    #[must_use]
    pub fn with_directories(self, directories: Directories) -> Self {
        self.changed(|inner| inner.directories = Arc::new(directories))
    }

    fn changed(self, change: impl FnOnce(&mut Inner)) -> Self {
        let old = &self.inner;
        let mut inner = Inner {
            db: old.db.clone(),
            clock: old.clock.clone(),
            directories: old.directories.clone(),
            settings: old.settings.clone(),
        };
        change(&mut inner);
        Self { inner: Arc::new(inner) }
    }

    /// The database.
    pub fn db(&self) -> &DatabaseConnection {
        &self.inner.db
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// The directories' read models.
    pub fn directories(&self) -> &Directories {
        &self.inner.directories
    }

    /// Whether this is a demo.
    pub fn is_demo(&self) -> bool {
        self.inner.settings.demo
    }

    /// Whether a proxy in front tells the client's address.
    pub fn trusts_proxy(&self) -> bool {
        self.inner.settings.trusts_proxy
    }

    /// Where the service is found from outside, without a slash at the end.
    pub fn base_url(&self) -> &str {
        &self.inner.settings.base_url
    }
}
