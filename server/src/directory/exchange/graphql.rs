//! Files that are sent in, in GraphQL.

use std::sync::OnceLock;

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use entity::directory::{import_run, values as stored};
use entity::ids::ImportRunId;

use super::report::{LineChange, LineError, Report};
use super::service;
use crate::directory::Directory;
use crate::directory::editing::graphql::EntryKind;
use crate::directory::forms::difference::ChangedField;
use crate::error::{Error, RefusalCode, Result};
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::ids::Opaque;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "stored::ImportFormat")]
pub enum ImportFormat {
    /// Services as a spreadsheet: UTF-8, semicolons, the headings of an export.
    Csv,
    /// The whole directory, as an export writes it.
    Json,
}

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "stored::ImportStatus")]
pub enum ImportStatus {
    /// Being read and checked.
    Checking,
    /// Checked: it can be applied if nothing is wrong.
    Checked,
    /// Being written.
    Applying,
    /// Taken over whole.
    Applied,
    /// Not taken over; nothing was changed.
    Failed,
}

/// Why a file was not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "stored::ImportFailure")]
pub enum ImportFailure {
    /// The service was stopped while it was at it. Send the file in again.
    Interrupted,
    /// Something went wrong in the service.
    Broken,
}

/// Most lines of a report in one answer.
const PAGE: i32 = 200;

/// A file that was sent in: what is wrong in it, and what it would change.
pub struct ImportRun {
    row: import_run::Model,
    // Long, so it is read only where it is asked for.
    report: OnceLock<Report>,
}

impl ImportRun {
    fn new(row: import_run::Model) -> Self {
        Self { row, report: OnceLock::new() }
    }

    fn report(&self) -> &Report {
        self.report.get_or_init(|| service::report(&self.row))
    }

    /// The file with this key in the directory.
    pub(crate) async fn find(context: &Context<'_>, directory: &Directory, id: &str) -> Result<Option<Self>> {
        let Some(id) = ImportRunId::read(id) else { return Ok(None) };
        match service::find(request(context), id).await {
            Ok(row) if row.municipality_id == directory.municipality.id => Ok(Some(Self::new(row))),
            Ok(_) | Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// A file that was sent in: what is wrong in it, and what it would change.
#[Object]
impl ImportRun {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.row.id.show().into()
    }

    /// What the file is called.
    async fn file_name(&self) -> &str {
        &self.row.file_name
    }

    /// What it is.
    async fn format(&self) -> ImportFormat {
        self.row.format.into()
    }

    /// Where it stands. Ask again while it is `CHECKING` or `APPLYING`.
    async fn status(&self) -> ImportStatus {
        self.row.status.into()
    }

    /// Why it failed; null where it has not.
    async fn failure(&self) -> Option<ImportFailure> {
        self.row.failure.map(Into::into)
    }

    /// How many entries are in it; 0 until they have been counted.
    async fn total(&self) -> i32 {
        self.row.total
    }

    /// How many have been worked through.
    async fn done(&self) -> i32 {
        self.row.done
    }

    /// When it was sent in.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// How many entries are new.
    async fn created(&self) -> usize {
        self.report().created
    }

    /// How many change.
    async fn updated(&self) -> usize {
        self.report().updated
    }

    /// How many are as they are.
    async fn unchanged(&self) -> usize {
        self.report().unchanged
    }

    /// How many things are wrong.
    async fn error_count(&self) -> usize {
        self.report().wrong
    }

    /// The things that are wrong, in the order of the lines; of the first 10,000.
    #[graphql(complexity = "first.max(0) as usize * child_complexity / 10")]
    async fn errors(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200.", default = 200)] first: i32,
        #[graphql(desc = "How many to pass over.", default = 0)] skip: i32,
    ) -> Result<Vec<ImportError>> {
        let told = page(&self.report().errors, first, skip)?;
        request(context).hand_out(told.len())?;
        Ok(told.iter().cloned().map(ImportError::from).collect())
    }

    /// The entries that are new or change, in the order of the lines; of the first 10,000.
    #[graphql(complexity = "first.max(0) as usize * child_complexity / 10")]
    async fn changes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 200.", default = 200)] first: i32,
        #[graphql(desc = "How many to pass over.", default = 0)] skip: i32,
    ) -> Result<Vec<ImportChange>> {
        let told = page(&self.report().changes, first, skip)?;
        request(context).hand_out(told.len())?;
        Ok(told.iter().cloned().map(ImportChange::from).collect())
    }

    /// Whether it can be applied: it has been checked, nothing is wrong, and the directory is still as it was then.
    async fn can_apply(&self, context: &Context<'_>) -> bool {
        self.row.status == stored::ImportStatus::Checked
            && self.report().wrong == 0
            && !service::is_outdated(request(context), &self.row)
    }

    /// Whether the directory has been changed since the file was checked. Send it in again to see what it would change
    /// now.
    async fn is_outdated(&self, context: &Context<'_>) -> bool {
        service::is_outdated(request(context), &self.row)
    }
}

/// A page of a report.
fn page<T>(lines: &[T], first: i32, skip: i32) -> Result<&[T]> {
    if !(1..=PAGE).contains(&first) {
        return Err(Error::invalid("first", format!("Ask for 1 to {PAGE}.")));
    }
    let skip = usize::try_from(skip).map_err(|_| Error::invalid("skip", "Pass over 0 or more."))?;
    let lines = lines.get(skip..).unwrap_or_default();
    Ok(&lines[..lines.len().min(usize::try_from(first).unwrap_or_default())])
}

/// Something wrong in a file.
#[derive(SimpleObject)]
pub struct ImportError {
    /// The line of a spreadsheet, or the number of the entry; 0 for the file as a whole.
    line: usize,
    /// Kind of entry; null for the file as a whole.
    kind: Option<EntryKind>,
    /// What the entry is called in the file; null where that can't be read.
    name: Option<String>,
    /// Path of the field, for example `phones.1.number`; null where it is none in particular.
    field: Option<String>,
    /// What is wrong, for programs.
    code: RefusalCode,
    /// What stands in the file there, shortened; null where nothing does.
    value: Option<String>,
    /// What is wrong and what would be right, in English.
    message: String,
}

impl From<LineError> for ImportError {
    fn from(LineError { line, kind, name, field, code, value, message }: LineError) -> Self {
        Self { line, kind: kind.map(Into::into), name, field, code, value, message }
    }
}

/// What a file changes in one entry.
#[derive(SimpleObject)]
pub struct ImportChange {
    /// The line of a spreadsheet, or the number of the entry.
    line: usize,
    /// Kind of entry.
    kind: EntryKind,
    /// What it is called.
    name: String,
    /// Whether it is new.
    is_new: bool,
    /// Where it is not: the fields that change.
    fields: Vec<ChangedField>,
}

impl From<LineChange> for ImportChange {
    fn from(change: LineChange) -> Self {
        let field = |(field, before, after)| ChangedField { field, before, after };
        Self {
            line: change.line,
            kind: change.kind.into(),
            name: change.name,
            is_new: change.is_new,
            fields: change.fields.into_iter().map(field).collect(),
        }
    }
}

/// Files that are sent in.
#[derive(Default)]
pub struct ExchangeMutation;

#[Object]
impl ExchangeMutation {
    /// Takes a file in to be checked. Nothing is changed yet. Files that are too long for a request to the API are sent
    /// to `POST /<municipality>/import`.
    async fn directory_import(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The file.")] input: DirectoryImportInput,
    ) -> Result<ImportPayload> {
        let DirectoryImportInput { municipality, format, file_name, content } = input;
        let checked =
            service::check(request(context), &municipality, format.into(), &file_name, content).await;
        ImportPayload::new(checked)
    }

    /// Applies a file that has been checked: all of it or nothing.
    async fn import_apply(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which file.")] input: ImportApplyInput,
    ) -> Result<ImportPayload> {
        let id = ImportRunId::read(&input.id).ok_or(Error::NotFound)?;
        ImportPayload::new(service::apply(request(context), id).await)
    }
}

/// A file to be checked.
#[derive(InputObject)]
pub struct DirectoryImportInput {
    /// The municipality's slug.
    municipality: String,
    /// What it is.
    format: ImportFormat,
    /// What it is called.
    file_name: String,
    /// The text of the file.
    content: String,
}

/// A file to be applied.
#[derive(InputObject)]
pub struct ImportApplyInput {
    /// Key of the file.
    id: ID,
}

/// A file and where it stands.
#[derive(SimpleObject)]
pub struct ImportPayload {
    /// The file; null where it was not taken in.
    import: Option<ImportRun>,
    /// What was wrong with what was sent.
    user_errors: Vec<UserError>,
}

impl ImportPayload {
    fn new(result: Result<import_run::Model>) -> Result<Self> {
        let (row, user_errors) = answered(result)?;
        Ok(Self { import: row.map(ImportRun::new), user_errors })
    }
}
