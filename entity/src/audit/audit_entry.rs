//! Who did what to what, when. Entries are only ever added.

use sea_orm::entity::prelude::*;

use crate::ids::{AuditEntryId, MunicipalityId, PersonId};

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
    /// Place in the chain, from 1; none for entries from before there was one.
    pub sequence: Option<i64>,
    /// Who, where somebody had signed in.
    pub person_id: Option<PersonId>,
    /// From which network address.
    pub address: Option<String>,
    /// What it was before, as JSON.
    pub before: Option<String>,
    /// What it is after, as JSON.
    pub after: Option<String>,
    /// The hash of the entry before.
    pub previous_hash: Option<String>,
    /// SHA-256 over this entry and the hash of the one before, in hexadecimal.
    pub hash: Option<String>,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
