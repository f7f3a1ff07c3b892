//! Files that are sent in, in GraphQL.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use entity::directory::{import_run, values as stored};
use entity::ids::ImportRunId;

use super::plan::{LineChange, LineError};
use super::service;
use crate::directory::Directory;
use crate::directory::editing::graphql::EntryKind;
use crate::directory::forms::difference::ChangedField;
use crate::error::{Error, Result};
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

/// A file that was sent in: what is wrong in it, and what it would change.
pub struct ImportRun {
    row: import_run::Model,
    report: service::Report,
}

impl ImportRun {
    fn new(row: import_run::Model) -> Self {
        let report = service::report(&row);
        Self { row, report }
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
        self.report.created
    }

    /// How many change.
    async fn updated(&self) -> usize {
        self.report.updated
    }

    /// How many are as they are.
    async fn unchanged(&self) -> usize {
        self.report.unchanged
    }

    /// How many things are wrong.
    async fn error_count(&self) -> usize {
        self.report.wrong
    }

    /// The first 200 things that are wrong.
    #[graphql(complexity = "20 * child_complexity")]
    async fn errors(&self, context: &Context<'_>) -> Result<Vec<ImportError>> {
        request(context).hand_out(self.report.errors.len())?;
        Ok(self.report.errors.iter().cloned().map(ImportError::from).collect())
    }

    /// The first 200 entries that are new or change.
    #[graphql(complexity = "20 * child_complexity")]
    async fn changes(&self, context: &Context<'_>) -> Result<Vec<ImportChange>> {
        request(context).hand_out(self.report.changes.len())?;
        Ok(self.report.changes.iter().cloned().map(ImportChange::from).collect())
    }

    /// Whether it can be applied: it has been checked and nothing is wrong.
    async fn can_apply(&self) -> bool {
        self.row.status == stored::ImportStatus::Checked && self.report.wrong == 0
    }
}

/// Something wrong in a file.
#[derive(SimpleObject)]
pub struct ImportError {
    /// The line of a spreadsheet, or the number of the entry; 0 for the file as a whole.
    line: usize,
    /// Path of the field, for example `phones.1.number`; null where it is none in particular.
    field: Option<String>,
    /// What is wrong and what would be right, in English.
    message: String,
}

impl From<LineError> for ImportError {
    fn from(LineError { line, field, message }: LineError) -> Self {
        Self { line, field, message }
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
