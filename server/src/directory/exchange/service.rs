//! What a person can do with files: take the directory out, have a file checked, apply it.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use entity::directory::import_run;
use entity::directory::values::{ChangeAction, ImportFormat, ImportStatus};
use entity::ids::{ImportRunId, PersonId};

pub use super::plan::Report;
use super::plan::{self, Line, LineError, Plan};
use super::{csv, json, store};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::editing::writing::{Doing, Writing};
use crate::directory::upkeep::service as upkeep;
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::Opaque;

/// Largest file, in bytes.
pub const LARGEST: usize = 32 * 1024 * 1024;
/// Longest name of a file that is kept, in characters.
const NAME: usize = 200;
/// Files up to this size are worked through at once; longer ones while the answer is already out.
const SHORT: usize = 100 * 1024;

/// How far the files have come that this instance has in hand. The database is not asked: while a long file is being
/// applied, SQLite lets nobody else write.
static IN_HAND: LazyLock<Mutex<HashMap<ImportRunId, Arc<AtomicI32>>>> = LazyLock::new(Mutex::default);

/// The directory as a file.
///
/// # Errors
/// What the policy says.
pub async fn export(ctx: &Ctx, municipality: &str, format: ImportFormat) -> Result<String> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::DirectoryExport, Subject::Municipality(directory.municipality.id))?;
    let held = directory.clone();
    let text = tokio::task::spawn_blocking(move || match format {
        ImportFormat::Json => Ok(json::write(&held)),
        ImportFormat::Csv => csv::write(&held),
    });
    let text = text.await??;
    let tx = db::begin(ctx.app().db()).await?;
    let told = Told::words(format!("{format:?}, {} services", directory.services.len()));
    let (of, subject) =
        (directory.municipality.id, crate::ids::NodeId::Municipality(directory.municipality.id));
    audit::record(ctx, &tx, Some(of), Action::DirectoryExport, subject, told).await?;
    tx.commit().await?;
    Ok(text)
}

/// Lets on whoever may send a file in.
///
/// # Errors
/// What the policy says.
pub fn may_import(ctx: &Ctx, municipality: &str) -> Result<()> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::DirectoryImport, Subject::Municipality(directory.municipality.id))
}

/// Takes a file in to be checked. Long files are checked while the answer is already out.
///
/// # Errors
/// What the policy says; a refusal where the file is too large; the database's.
pub async fn check(
    ctx: &Ctx,
    municipality: &str,
    format: ImportFormat,
    file_name: &str,
    content: String,
) -> Result<import_run::Model> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::DirectoryImport, Subject::Municipality(directory.municipality.id))?;
    if content.len() > LARGEST {
        return Err(Refusal::new(RefusalCode::TooLong, "content", "At most 32 MB.").into());
    }
    // PostgreSQL keeps no text with this in it.
    if content.contains('\0') {
        return Err(Refusal::new(RefusalCode::Invalid, "content", "This is no text.").into());
    }
    let is_short = content.len() <= SHORT;
    let row = import_run::Model {
        id: ImportRunId(ctx.new_key()),
        municipality_id: directory.municipality.id,
        person_id: ctx.person().map(|person| person.id),
        file_name: file_name.chars().filter(|c| !c.is_control()).take(NAME).collect(),
        format,
        content,
        status: ImportStatus::Checking,
        total: 0,
        done: 0,
        report: serde_json::to_string(&Report::default()).unwrap_or_default(),
        base_revision: directory.municipality.directory_revision,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let id = row.id;
    store::insert(ctx.app().db(), row.clone()).await?;
    let work = check_now(ctx.clone(), directory, row);
    in_hand(ctx, id, is_short, ImportStatus::Checking, work).await?;
    find(ctx, id).await
}

/// Does the work at once, or while the answer is already out. What fails is noted at the file.
async fn in_hand(
    ctx: &Ctx,
    id: ImportRunId,
    is_short: bool,
    from: ImportStatus,
    work: impl Future<Output = Result<()>> + Send + 'static,
) -> Result<()> {
    if is_short {
        return ended(ctx, id, from, work.await).await;
    }
    let ctx = ctx.clone();
    tokio::spawn(async move {
        let result = work.await;
        if let Err(error) = ended(&ctx, id, from, result).await {
            tracing::error!(error = %error.chain(), "an import failed");
        }
    });
    Ok(())
}

async fn ended(ctx: &Ctx, id: ImportRunId, from: ImportStatus, result: Result<()>) -> Result<()> {
    hands().remove(&id);
    let Err(error) = result else { return Ok(()) };
    // What was checked can be applied again once it is up to date.
    let back = if from == ImportStatus::Applying && matches!(error, Error::Stale) {
        ImportStatus::Checked
    } else {
        ImportStatus::Failed
    };
    store::set_status(ctx, ctx.app().db(), id, from, back).await?;
    Err(error)
}

fn hands() -> std::sync::MutexGuard<'static, HashMap<ImportRunId, Arc<AtomicI32>>> {
    IN_HAND.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn check_now(ctx: Ctx, directory: Arc<Directory>, row: import_run::Model) -> Result<()> {
    let people = people(&ctx, &directory).await?;
    let done = Arc::new(AtomicI32::new(0));
    hands().insert(row.id, done.clone());
    let (id, revision) = (row.id, directory.municipality.directory_revision);
    let planned =
        tokio::task::spawn_blocking(move || planned(&directory, row.format, &row.content, &people, &done));
    let (total, _, report) = planned.await?;
    let db = ctx.app().db();
    store::set_report(db, id, total, &report, revision).await?;
    store::set_status(&ctx, db, id, ImportStatus::Checking, ImportStatus::Checked).await?;
    Ok(())
}

/// How many lines there are, what would be written, and the report.
fn planned(
    directory: &Directory,
    format: ImportFormat,
    content: &str,
    people: &HashSet<PersonId>,
    done: &AtomicI32,
) -> (i32, Plan, Report) {
    let lines: Result<Vec<Line>> = match format {
        ImportFormat::Json => json::read(content),
        ImportFormat::Csv => csv::read(directory, content),
    };
    match lines {
        Ok(lines) => {
            let total = i32::try_from(lines.len()).unwrap_or(i32::MAX);
            let (plan, report) = plan::plan(directory, lines, people, done);
            (total, plan, report)
        }
        Err(error) => {
            let message = match error {
                Error::Refused(refusals) => refusals.into_iter().map(|one| one.message).collect(),
                other => other.to_string(),
            };
            let errors = vec![LineError { line: 0, field: None, message }];
            (0, Plan::default(), Report { wrong: 1, errors, ..Report::default() })
        }
    }
}

async fn people(ctx: &Ctx, directory: &Directory) -> Result<HashSet<PersonId>> {
    Ok(upkeep::owners(ctx, directory).await?.into_iter().map(|person| person.id).collect())
}

/// Applies a file that was checked and has nothing wrong in it: all of it or nothing.
///
/// # Errors
/// What the policy says; a refusal where it can't be applied; `Stale` where the directory has been changed since it was
/// checked: send it in again to see what it would change now.
pub async fn apply(ctx: &Ctx, id: ImportRunId) -> Result<import_run::Model> {
    let row = find(ctx, id).await?;
    if row.status != ImportStatus::Checked {
        return Err(Refusal::new(
            RefusalCode::InUse,
            "id",
            "Only a file that has been checked can be applied.",
        )
        .into());
    }
    if report(&row).wrong > 0 {
        return Err(Refusal::new(
            RefusalCode::Invalid,
            "id",
            "There are errors in the file. Nothing was changed.",
        )
        .into());
    }
    let directory = ctx.app().directories().by_id(row.municipality_id).ok_or(Error::NotFound)?;
    if directory.municipality.directory_revision != row.base_revision {
        return Err(Error::Stale);
    }
    let (from, to) = (ImportStatus::Checked, ImportStatus::Applying);
    if !store::set_status(ctx, ctx.app().db(), id, from, to).await? {
        return Err(Error::Stale);
    }
    let is_short = row.content.len() <= SHORT;
    in_hand(ctx, id, is_short, to, apply_now(ctx.clone(), row)).await?;
    find(ctx, id).await
}

async fn apply_now(ctx: Ctx, row: import_run::Model) -> Result<()> {
    let mut writing = Writing::begin(&ctx, row.municipality_id).await?;
    let directory = writing.directory().clone();
    if directory.municipality.directory_revision != row.base_revision {
        return Err(Error::Stale);
    }
    let people = people(&ctx, &directory).await?;
    let (id, of, name) = (row.id, row.municipality_id, row.file_name.clone());
    let planned = tokio::task::spawn_blocking(move || {
        planned(&directory, row.format, &row.content, &people, &AtomicI32::new(0))
    });
    let (total, plan, report) = planned.await?;
    if report.wrong > 0 {
        return Err(Error::Stale);
    }
    let unchanged = i32::try_from(report.unchanged).unwrap_or(i32::MAX);
    let done = Arc::new(AtomicI32::new(unchanged));
    hands().insert(id, done.clone());
    let note: String = format!("Fra filen {name}").chars().take(NAME).collect();
    for (entry, form) in &plan.inserts {
        let doing = Doing::new(ChangeAction::Created, Some(&note));
        writing.insert(&ctx, *entry, form, doing).await?;
        done.fetch_add(1, Ordering::Relaxed);
    }
    for (entry, form) in &plan.updates {
        let doing = Doing::new(ChangeAction::Updated, Some(&note));
        writing.put(&ctx, *entry, form, doing).await?;
        done.fetch_add(1, Ordering::Relaxed);
    }
    store::set_status(&ctx, writing.tx(), id, ImportStatus::Applying, ImportStatus::Applied).await?;
    let words = format!("{name}: {total} entries, {} new, {} changed", report.created, report.updated);
    audit::record(&ctx, writing.tx(), Some(of), Action::DirectoryImport, id.show(), Told::words(words))
        .await?;
    writing.finish(&ctx).await?;
    Ok(())
}

/// Where a file stands.
///
/// # Errors
/// What the policy says; `NotFound`.
pub async fn find(ctx: &Ctx, id: ImportRunId) -> Result<import_run::Model> {
    let mut row = store::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    let subject = Subject::Municipality(row.municipality_id);
    ctx.authorize(Action::DirectoryImport, subject).map_err(|_| Error::NotFound)?;
    if let Some(done) = hands().get(&id) {
        row.done = done.load(Ordering::Relaxed);
        // Written, but not yet what the next reader sees.
        if row.status == ImportStatus::Applied {
            row.status = ImportStatus::Applying;
        }
    }
    Ok(row)
}

/// What the check of a file found.
pub fn report(row: &import_run::Model) -> Report {
    serde_json::from_str(&row.report).unwrap_or_default()
}
