//! What a person can do with files: take the directory out, have a file checked, apply it.

use entity::directory::import_run;
use entity::directory::values::{ImportFormat, ImportStatus};
use entity::ids::ImportRunId;

pub use super::report::Report;
use super::work::{self, Task};
use super::{csv, json, store};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::service as directory_service;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::NodeId;

/// Largest file, in bytes.
pub const LARGEST: usize = 32 * 1024 * 1024;
/// Longest name of a file that is kept, in characters.
pub(super) const NAME: usize = 200;

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
    let of = directory.municipality.id;
    audit::record(ctx, &tx, Some(of), Action::DirectoryExport, NodeId::Municipality(of), told).await?;
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
    let row = import_run::Model {
        id: ImportRunId(ctx.new_key()),
        municipality_id: directory.municipality.id,
        person_id: ctx.person().map(|person| person.id),
        file_name: file_name.chars().filter(|c| !c.is_control()).take(NAME).collect(),
        format,
        content,
        status: ImportStatus::Checking,
        failure: None,
        claimed_until: Some(ctx.now() + work::CLAIM),
        total: 0,
        done: 0,
        report: serde_json::to_string(&Report::default()).unwrap_or_default(),
        base_revision: directory.municipality.directory_revision,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let id = row.id;
    store::insert(ctx.app().db(), row.clone()).await?;
    work::take_on(ctx, row, Task::Check(directory)).await?;
    find(ctx, id).await
}

/// Applies a file that was checked and has nothing wrong in it: all of it or nothing.
///
/// # Errors
/// What the policy says; a refusal where it can't be applied; `Stale` where the directory has been changed since it was
/// checked: send it in again to see what it would change now.
pub async fn apply(ctx: &Ctx, id: ImportRunId) -> Result<import_run::Model> {
    let row = find(ctx, id).await?;
    if row.status != ImportStatus::Checked {
        let message = "Only a file that has been checked can be applied.";
        return Err(Refusal::new(RefusalCode::InUse, "id", message).into());
    }
    if report(&row).wrong > 0 {
        let message = "There are errors in the file. Nothing was changed.";
        return Err(Refusal::new(RefusalCode::Invalid, "id", message).into());
    }
    if is_outdated(ctx, &row) {
        return Err(Error::Stale);
    }
    let db = ctx.app().db();
    if !store::begin_applying(db, id, ctx.now(), ctx.now() + work::CLAIM).await? {
        return Err(Error::Stale);
    }
    let content = store::content(db, id).await?.ok_or(Error::NotFound)?;
    work::take_on(ctx, import_run::Model { content, ..row }, Task::Apply).await?;
    find(ctx, id).await
}

/// Where a file stands; its content is left out.
///
/// # Errors
/// What the policy says; `NotFound`.
pub async fn find(ctx: &Ctx, id: ImportRunId) -> Result<import_run::Model> {
    let db = ctx.app().db();
    let mut row = store::find(db, id).await?.ok_or(Error::NotFound)?;
    let subject = Subject::Municipality(row.municipality_id);
    ctx.authorize(Action::DirectoryImport, subject).map_err(|_| Error::NotFound)?;
    if work::show_progress(&mut row) {
        return Ok(row);
    }
    let is_under_way = matches!(row.status, ImportStatus::Checking | ImportStatus::Applying);
    if is_under_way && row.claimed_until.is_none_or(|until| until < ctx.now()) {
        // Whoever had it in hand is gone; nobody has to wait for the job that looks for that.
        work::give_up(ctx.app()).await?;
        row = store::find(db, id).await?.ok_or(Error::NotFound)?;
    }
    Ok(row)
}

/// Whether the directory has been changed since the file was checked: it is to be checked again.
pub fn is_outdated(ctx: &Ctx, row: &import_run::Model) -> bool {
    let directory = ctx.app().directories().by_id(row.municipality_id);
    row.status == ImportStatus::Checked
        && directory.is_none_or(|now| now.municipality.directory_revision != row.base_revision)
}

/// What the check of a file found.
pub fn report(row: &import_run::Model) -> Report {
    serde_json::from_str(&row.report).unwrap_or_default()
}
