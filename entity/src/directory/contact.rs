//! A person or a function that one can reach. HSDS: `contact`.

use sea_orm::entity::prelude::*;

use crate::directory::values::{ContactKind, Visibility};
use crate::ids::{ContactId, MunicipalityId, OrganisationId};

/// A row of `contact`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Where the contact works.
    pub organisation_id: OrganisationId,
    /// A named person, or a function such as a duty phone.
    pub kind: ContactKind,
    /// Name of the person or the function.
    pub name: String,
    /// Job title.
    pub title: Option<String>,
    /// Part of the organisation, in words.
    pub department: Option<String>,
    /// Who may see it.
    pub visibility: Visibility,
    /// Where the source is uncertain about this entry.
    pub source_note: Option<String>,
    /// Counts up with every change; a stale write is refused by it.
    pub revision: i32,
    /// When the row was made.
    pub created_at: DateTimeUtc,
    /// When it was last changed.
    pub updated_at: DateTimeUtc,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
