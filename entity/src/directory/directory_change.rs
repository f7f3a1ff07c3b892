//! What happened to an entry of the directory: its history.

use sea_orm::entity::prelude::*;

use crate::directory::values::{ChangeAction, EntryKind};
use crate::ids::{DirectoryChangeId, MunicipalityId, PersonId};

/// A row of `directory_change`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "directory_change")]
pub struct Model {
    /// Key; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DirectoryChangeId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Kind of entry.
    pub kind: EntryKind,
    /// Key of the entry; it may be gone.
    pub subject_id: Uuid,
    /// What it was called then.
    pub subject_name: String,
    /// What was done.
    pub action: ChangeAction,
    /// The revision that it left behind.
    pub revision: i32,
    /// When.
    pub at: DateTimeUtc,
    /// Who, as the audit log names them.
    pub actor: String,
    /// Who, where somebody had signed in.
    pub person_id: Option<PersonId>,
    /// Why, in a word.
    pub note: Option<String>,
    /// The entry before, as JSON of its form.
    pub before: Option<String>,
    /// The entry after, as JSON of its form.
    pub after: Option<String>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
