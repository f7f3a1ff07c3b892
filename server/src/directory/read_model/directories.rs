//! The read models of all municipalities, swapped without locks: readers never wait for a rebuild.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::ArcSwap;
use entity::ids::MunicipalityId;
use sea_orm::DatabaseConnection;
use tokio::sync::Mutex;

use super::Directory;
use super::order::danish_key;
use crate::directory::{read_model::build, store};
use crate::error::{Error, Result};

/// Every municipality's directory in its newest known revision.
#[derive(Default)]
pub struct Directories {
    current: ArcSwap<Snapshot>,
    /// One rebuild at a time; a second finds the work done.
    rebuilding: Mutex<()>,
    /// Counts up with every swap.
    generation: AtomicU64,
}

#[derive(Default, Clone)]
struct Snapshot {
    by_id: HashMap<MunicipalityId, Arc<Directory>>,
    by_slug: HashMap<String, Arc<Directory>>,
}

impl Directories {
    /// Another set that begins with what this one holds. A [`refresh`](Self::refresh) then builds only what its
    /// database has in other revisions.
    #[must_use]
    pub fn fork(&self) -> Self {
        Self { current: ArcSwap::new(self.current.load_full()), ..Self::default() }
    }

    /// Which of the sets that have been held this is. Read it before the directories: what is derived from them is
    /// then never taken for newer than it is.
    pub(crate) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// The directory of the municipality with this slug.
    pub(crate) fn by_slug(&self, slug: &str) -> Option<Arc<Directory>> {
        self.current.load().by_slug.get(slug).cloned()
    }

    /// The directory of the municipality with this key.
    pub(crate) fn by_id(&self, id: MunicipalityId) -> Option<Arc<Directory>> {
        self.current.load().by_id.get(&id).cloned()
    }

    /// All directories, by the municipality's name.
    pub(crate) fn all(&self) -> Vec<Arc<Directory>> {
        let mut all: Vec<_> = self.current.load().by_id.values().cloned().collect();
        all.sort_by_cached_key(|directory| danish_key(&directory.municipality.name));
        all
    }

    /// Rebuilds the directories whose revision in the database is another than the one held, and forgets
    /// those that have gone. One statement where nothing has changed.
    ///
    /// # Errors
    /// The database's or the search index's; the directories held stay as they were.
    pub async fn refresh(&self, db: &DatabaseConnection) -> Result<()> {
        let _one_at_a_time = self.rebuilding.lock().await;
        let revisions = store::revisions(db).await?;
        let held = self.current.load_full();
        let is_fresh = |id: &MunicipalityId, revision: i64| {
            held.by_id.get(id).is_some_and(|directory| directory.municipality.directory_revision == revision)
        };
        if revisions.len() == held.by_id.len()
            && revisions.iter().all(|(id, revision)| is_fresh(id, *revision))
        {
            return Ok(());
        }

        let mut next = Snapshot::default();
        for (id, revision) in revisions {
            let directory = match held.by_id.get(&id) {
                Some(directory) if is_fresh(&id, revision) => directory.clone(),
                _ => match store::load(db, id).await {
                    Ok(rows) => Arc::new(tokio::task::spawn_blocking(move || build::build(rows)).await??),
                    Err(Error::NotFound) => continue,
                    Err(error) => return Err(error),
                },
            };
            next.by_slug.insert(directory.municipality.slug.clone(), directory.clone());
            next.by_id.insert(id, directory);
        }
        self.current.store(Arc::new(next));
        self.generation.fetch_add(1, Ordering::Release);
        Ok(())
    }
}
