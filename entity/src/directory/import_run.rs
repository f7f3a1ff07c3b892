//! A file that somebody sent in: checked first, then taken over whole or not at all.

use sea_orm::entity::prelude::*;

use crate::directory::values::{ImportFailure, ImportFormat, ImportStatus};
use crate::ids::{ImportRunId, MunicipalityId, PersonId};

/// A row of `import_run`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportRunId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Who sent it.
    pub person_id: Option<PersonId>,
    /// What the file is called.
    pub file_name: String,
    /// What it is.
    pub format: ImportFormat,
    /// The file.
    pub content: String,
    /// Where it stands.
    pub status: ImportStatus,
    /// Why it was not taken over, where it has failed.
    pub failure: Option<ImportFailure>,
    /// Until when an instance of the service has it in hand; none where none has.
    pub claimed_until: Option<DateTimeUtc>,
    /// Lines or entries in it.
    pub total: i32,
    /// How many have been gone through.
    pub done: i32,
    /// JSON: errors by line and what would change.
    pub report: String,
    /// The directory revision that the report was made on.
    pub base_revision: i64,
    /// When it was sent.
    pub created_at: DateTimeUtc,
    /// When its state last changed.
    pub updated_at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
