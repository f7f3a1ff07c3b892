//! The work on a file: checking it, applying it. Long files are worked on while the answer is already out.
//!
//! An instance that has a file in hand says so in the database, again and again. One that dies leaves a claim that
//! runs out: the file is then marked as failed by any other instance, or by the same once it has been started again.
//! That is safe, for a file is applied in one transaction, and this ends only where the file is still its own.

mod hand;

use std::sync::Arc;

use chrono::TimeDelta;
use entity::directory::import_run;
use entity::directory::values::{ChangeAction, ImportFailure, ImportFormat, ImportStatus};
use entity::ids::PersonId;
use std::collections::HashSet;

pub(super) use hand::Progress;
use hand::{Hand, in_hand};

use super::plan::{self, Plan};
use super::report::Report;
use super::service::NAME;
use super::{csv, json, store};
use crate::access::Action;
use crate::app::App;
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::editing::writing::{Doing, Writing};
use crate::directory::upkeep::service as upkeep;
use crate::error::{Error, Result};
use crate::ids::Opaque;

pub use hand::watch;

/// Files up to this size are worked through at once; longer ones while the answer is already out.
const SHORT: usize = 100 * 1024;
/// How long a claim lasts. An instance that is alive renews it many times meanwhile.
pub(super) const CLAIM: TimeDelta = TimeDelta::minutes(2);

/// What is to be done with a file.
pub(super) enum Task {
    /// Hold it against this directory.
    Check(Arc<Directory>),
    /// Write what it says.
    Apply,
}

/// Does the work at once, or while the answer is already out. What fails is noted at the file.
///
/// # Errors
/// Of a short file: why it could not be checked or applied.
pub(super) async fn take_on(ctx: &Ctx, row: import_run::Model, task: Task) -> Result<()> {
    let is_short = row.content.len() <= SHORT;
    let hand = Hand::take(ctx.app(), row.id);
    let work = work(ctx.clone(), row, task, hand);
    if is_short {
        return work.await;
    }
    tokio::spawn(async move {
        match work.await {
            Err(error) if !error.is_expected() => tracing::error!(error = %error.chain(), "an import failed"),
            _ => {}
        }
    });
    Ok(())
}

async fn work(ctx: Ctx, row: import_run::Model, task: Task, hand: Hand) -> Result<()> {
    let id = row.id;
    let (from, result) = match task {
        Task::Check(directory) => {
            (ImportStatus::Checking, check(&ctx, directory, row, hand.progress()).await)
        }
        Task::Apply => (ImportStatus::Applying, apply(&ctx, row, hand.progress()).await),
    };
    drop(hand);
    let Err(error) = result else { return Ok(()) };
    // What was checked stays so: it can be checked again on the directory as it is now.
    let (to, failure) = if from == ImportStatus::Applying && matches!(error, Error::Stale) {
        (ImportStatus::Checked, None)
    } else {
        (ImportStatus::Failed, Some(ImportFailure::Broken))
    };
    store::end(ctx.app().db(), id, from, to, failure, ctx.app().clock().now()).await?;
    Err(error)
}

async fn check(
    ctx: &Ctx,
    directory: Arc<Directory>,
    row: import_run::Model,
    progress: Arc<Progress>,
) -> Result<()> {
    let people = people(ctx, &directory).await?;
    let (id, revision) = (row.id, directory.municipality.directory_revision);
    let planned = tokio::task::spawn_blocking(move || {
        planned(&directory, row.format, &row.content, &people, &progress)
    });
    let (total, _, report) = planned.await?;
    // Where it was given up meanwhile, it stays so.
    store::set_checked(ctx.app().db(), id, total, &report, revision, ctx.app().clock().now()).await
}

/// How many lines there are, what would be written, and the report.
fn planned(
    directory: &Directory,
    format: ImportFormat,
    content: &str,
    people: &HashSet<PersonId>,
    progress: &Progress,
) -> (i32, Plan, Report) {
    let lines = match format {
        ImportFormat::Json => json::read(content),
        ImportFormat::Csv => csv::read(directory, content),
    };
    match lines {
        Ok(lines) => {
            let total = i32::try_from(lines.len()).unwrap_or(i32::MAX);
            progress.begin(total);
            let (plan, report) = plan::plan(directory, lines, people, progress);
            (total, plan, report)
        }
        Err(flaws) => (0, Plan::default(), Report::of_unreadable(flaws)),
    }
}

async fn people(ctx: &Ctx, directory: &Directory) -> Result<HashSet<PersonId>> {
    Ok(upkeep::owners(ctx, directory).await?.into_iter().map(|person| person.id).collect())
}

async fn apply(ctx: &Ctx, row: import_run::Model, progress: Arc<Progress>) -> Result<()> {
    let mut writing = Writing::begin(ctx, row.municipality_id).await?;
    let directory = writing.directory().clone();
    if directory.municipality.directory_revision != row.base_revision {
        return Err(Error::Stale);
    }
    let people = people(ctx, &directory).await?;
    let (id, of, name) = (row.id, row.municipality_id, row.file_name.clone());
    let planned = tokio::task::spawn_blocking(move || {
        planned(&directory, row.format, &row.content, &people, &Progress::default())
    });
    let (total, plan, report) = planned.await?;
    if report.wrong > 0 {
        return Err(Error::Stale);
    }
    progress.begin(total);
    progress.skip(i32::try_from(report.unchanged).unwrap_or(i32::MAX));
    let note: String = format!("Fra filen {name}").chars().take(NAME).collect();
    for (entry, form) in &plan.inserts {
        let doing = Doing::new(ChangeAction::Created, Some(&note));
        writing.insert(ctx, *entry, form, doing).await?;
        progress.step();
    }
    for (entry, form) in &plan.updates {
        let doing = Doing::new(ChangeAction::Updated, Some(&note));
        writing.put(ctx, *entry, form, doing).await?;
        progress.step();
    }
    if !store::set_applied(writing.tx(), id, total, ctx.app().clock().now()).await? {
        // Another instance took this one for dead and has told so; what it told has to stay true.
        return Err(Error::Stale);
    }
    let words = format!("{name}: {total} entries, {} new, {} changed", report.created, report.updated);
    audit::record(ctx, writing.tx(), Some(of), Action::DirectoryImport, id.show(), Told::words(words))
        .await?;
    writing.finish(ctx).await?;
    Ok(())
}

/// Puts in how far this instance has come, where it has the file in hand; false where it has not.
pub(super) fn show_progress(row: &mut import_run::Model) -> bool {
    let Some(progress) = in_hand(row.id) else { return false };
    (row.total, row.done) = progress.now(row.total);
    // Written, but not yet what the next reader sees.
    if row.status == ImportStatus::Applied {
        row.status = ImportStatus::Applying;
    }
    true
}

/// Marks as failed what was left lying by an instance that is gone; returns how many files.
///
/// # Errors
/// The database's.
pub async fn give_up(app: &App) -> Result<u64> {
    let count = store::give_up(app.db(), app.clock().now(), hand::all_in_hand()).await?;
    if count > 0 {
        tracing::warn!(count, "imports were interrupted; nothing of them was written");
    }
    Ok(count)
}
