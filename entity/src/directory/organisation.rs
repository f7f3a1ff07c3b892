//! An organisation or a unit of one; together they form a tree (branch → department). HSDS: `organization`.

use sea_orm::entity::prelude::*;

use crate::directory::values::Sector;
use crate::ids::{MunicipalityId, OrganisationId};
use crate::strings::Strings;

/// A row of `organisation`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrganisationId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The unit it is part of. HSDS: `parent_organization_id`.
    pub parent_id: Option<OrganisationId>,
    /// Unique within the municipality.
    pub slug: String,
    /// Official name.
    pub name: String,
    /// Other names and abbreviations.
    pub alternate_names: Strings,
    /// Who runs it.
    pub sector: Sector,
    /// What it is, in a few sentences.
    pub description: Option<String>,
    /// CVR number, eight digits. HSDS: `tax_id`.
    pub tax_id: Option<String>,
    /// Where the source is uncertain about this entry.
    pub source_note: Option<String>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
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
