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
    demo: bool,
}

impl App {
    /// An app on this database with the machine's clock, not in demo mode.
    pub fn new(db: DatabaseConnection) -> Self {
        let inner = Inner { db, clock: Clock::System, directories: Arc::default(), demo: false };
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
        self.changed(|inner| inner.demo = demo)
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
            demo: old.demo,
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
        self.inner.demo
    }
}
