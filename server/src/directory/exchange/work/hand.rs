//! The files that this instance has in hand, how far it has come, and that it says so.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use entity::ids::ImportRunId;
use tokio::task::AbortHandle;

use super::super::store;
use super::{CLAIM, give_up};
use crate::app::App;

/// How often an instance says that it is alive.
const BEAT: Duration = Duration::from_secs(20);
/// How often it is looked for what others have left lying.
const LOOK: Duration = Duration::from_secs(60);

/// How far the files have come. The database is not asked: while a long file is being applied, SQLite lets nobody else
/// write.
static IN_HAND: LazyLock<Mutex<HashMap<ImportRunId, Arc<Progress>>>> = LazyLock::new(Mutex::default);

/// How far a file has come.
#[derive(Default)]
pub(crate) struct Progress {
    total: AtomicI32,
    done: AtomicI32,
}

impl Progress {
    /// So many lines are to be done, and none is.
    pub(crate) fn begin(&self, total: i32) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        self.skip(1);
    }

    /// There is nothing to do for so many.
    pub(crate) fn skip(&self, lines: i32) {
        self.done.fetch_add(lines, Ordering::Relaxed);
    }

    /// How many there are, `known` until they have been counted, and how many are done.
    pub(super) fn now(&self, known: i32) -> (i32, i32) {
        let total = self.total.load(Ordering::Relaxed);
        (if total == 0 { known } else { total }, self.done.load(Ordering::Relaxed))
    }
}

/// A file in hand. Dropped, it is in hand no more, however the work ended.
pub(super) struct Hand {
    id: ImportRunId,
    progress: Arc<Progress>,
    beat: AbortHandle,
}

impl Hand {
    /// Takes a file in hand that is claimed already, and renews the claim for as long as it is held.
    pub(super) fn take(app: &App, id: ImportRunId) -> Self {
        let progress = Arc::<Progress>::default();
        all().insert(id, progress.clone());
        let beat = tokio::spawn(beat(app.clone(), id)).abort_handle();
        Self { id, progress, beat }
    }

    pub(super) fn progress(&self) -> Arc<Progress> {
        self.progress.clone()
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.beat.abort();
        let mut all = all();
        // The same file may have been taken in hand again already, to be applied.
        if all.get(&self.id).is_some_and(|held| Arc::ptr_eq(held, &self.progress)) {
            all.remove(&self.id);
        }
    }
}

async fn beat(app: App, id: ImportRunId) {
    loop {
        tokio::time::sleep(BEAT).await;
        let until = app.clock().now() + CLAIM;
        if let Err(error) = store::claim(app.db(), id, until).await {
            // On SQLite nobody else can write while a file is being applied, nor take it for left lying.
            tracing::debug!(error = %error.chain(), "the claim on an import could not be renewed");
        }
    }
}

fn all() -> MutexGuard<'static, HashMap<ImportRunId, Arc<Progress>>> {
    IN_HAND.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How far this file has come; none where this instance has not got it in hand.
pub(super) fn in_hand(id: ImportRunId) -> Option<Arc<Progress>> {
    all().get(&id).cloned()
}

/// The files that this instance has in hand.
pub(super) fn all_in_hand() -> Vec<ImportRunId> {
    all().keys().copied().collect()
}

/// Looks for what others have left lying, at once and then every minute, until it is aborted.
pub async fn watch(app: App) {
    loop {
        if let Err(error) = give_up(&app).await {
            tracing::warn!(error = %error.chain(), "interrupted imports could not be looked for; trying again");
        }
        tokio::time::sleep(LOOK).await;
    }
}
