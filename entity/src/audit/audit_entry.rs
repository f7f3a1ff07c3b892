//! Who did what to what, when. Entries are only ever added.

use sea_orm::entity::prelude::*;

use crate::ids::{AuditEntryId, MunicipalityId};

/// A row of `audit_entry`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    /// Key; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditEntryId,
    /// The tenant, where there is one.
    pub municipality_id: Option<MunicipalityId>,
    /// When.
    pub at: DateTimeUtc,
    /// Who, for example `command:sample`.
    pub actor: String,
    /// What, as a policy action.
    pub action: String,
    /// To what, as an opaque id.
    pub subject: String,
    /// More, in words.
    pub detail: Option<String>,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
