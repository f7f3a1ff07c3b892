//! Files that are sent in: where they stand, what is wrong in them, what they would change, and applying one.

use cynic::{Operation, QueryBuilder};

use crate::api::{UserError, UserErrorCode, schema};
use crate::editing::queries::history::{ChangedField, EntryKind};
use crate::mutation;

/// How many lines of a report are fetched at a time.
pub(crate) const PAGE: i32 = 50;

/// Asks where a file stands.
pub(crate) fn standing(slug: String, id: cynic::Id) -> Operation<Standing, StandingVariables> {
    Standing::build(StandingVariables { slug, id })
}

/// Asks for the beginning of the report on it, or for more of it.
pub(crate) fn report(
    slug: String,
    id: cynic::Id,
    errors: i32,
    changes: i32,
) -> Operation<ReportOf, ReportVariables> {
    ReportOf::build(ReportVariables { slug, id, errors, changes, first: PAGE })
}

/// Which file.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct StandingVariables {
    slug: String,
    id: cynic::Id,
}

/// Where a file stands.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "StandingVariables")]
pub(crate) struct Standing {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<StandingMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "StandingVariables")]
pub(crate) struct StandingMunicipality {
    /// The file.
    #[arguments(id: $id)]
    pub(crate) import: Option<ImportStanding>,
}

/// How far a file has come.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "ImportRun")]
pub(crate) struct ImportStanding {
    /// Its key.
    pub(crate) id: cynic::Id,
    /// Where it stands.
    pub(crate) status: ImportStatus,
    /// How many lines there are; 0 until they have been counted.
    pub(crate) total: i32,
    /// How many are done.
    pub(crate) done: i32,
}

/// Which part of which report.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ReportVariables {
    slug: String,
    id: cynic::Id,
    errors: i32,
    changes: i32,
    first: i32,
}

/// The report on a file.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ReportVariables")]
pub(crate) struct ReportOf {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ReportMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "ReportVariables")]
pub(crate) struct ReportMunicipality {
    /// The file.
    #[arguments(id: $id)]
    pub(crate) import: Option<ImportRun>,
}

/// A file that was sent in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(variables = "ReportVariables")]
pub(crate) struct ImportRun {
    /// Its key.
    pub(crate) id: cynic::Id,
    /// What it is called.
    pub(crate) file_name: String,
    /// Where it stands.
    pub(crate) status: ImportStatus,
    /// Why it failed.
    pub(crate) failure: Option<ImportFailure>,
    /// How many entries are new.
    pub(crate) created: i32,
    /// How many change.
    pub(crate) updated: i32,
    /// How many stay as they are.
    pub(crate) unchanged: i32,
    /// How many things are wrong.
    pub(crate) error_count: i32,
    /// Some of them.
    #[arguments(first: $first, skip: $errors)]
    pub(crate) errors: Vec<ImportError>,
    /// Some of the changes.
    #[arguments(first: $first, skip: $changes)]
    pub(crate) changes: Vec<ImportChange>,
    /// Whether it can be applied.
    pub(crate) can_apply: bool,
    /// Whether the directory has been changed since it was checked.
    pub(crate) is_outdated: bool,
}

/// Something wrong in a file.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ImportError {
    /// In which line; 0 for the file as a whole.
    pub(crate) line: i32,
    /// What kind of entry.
    pub(crate) kind: Option<EntryKind>,
    /// What it is called.
    pub(crate) name: Option<String>,
    /// In which field.
    pub(crate) field: Option<String>,
    /// What is wrong.
    pub(crate) code: UserErrorCode,
    /// What stands there.
    pub(crate) value: Option<String>,
}

/// What a line would change.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ImportChange {
    /// Which line.
    pub(crate) line: i32,
    /// What kind of entry.
    pub(crate) kind: EntryKind,
    /// What it is called.
    pub(crate) name: String,
    /// Whether it is new.
    pub(crate) is_new: bool,
    /// What would change.
    pub(crate) fields: Vec<ChangedField>,
}

/// Where a file stands.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImportStatus {
    /// Being checked.
    Checking,
    /// Checked.
    Checked,
    /// Being written.
    Applying,
    /// Taken over whole.
    Applied,
    /// Not taken over.
    Failed,
}

/// Why a file was not taken over.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImportFailure {
    /// The service was stopped.
    Interrupted,
    /// Something went wrong in the service.
    Broken,
}

/// Which file to apply.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ImportApplyInput {
    /// Its key.
    pub(crate) id: cynic::Id,
}

/// What was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ImportPayload {
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Applies a file that has been checked.
    import_apply(ImportApplyInput) -> ImportPayload
}
