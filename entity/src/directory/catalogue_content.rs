//! What stood in a catalogue edition when it was fixed. It never changes.

use sea_orm::entity::prelude::*;

use crate::ids::{CatalogueEditionId, MunicipalityId};

/// A row of `catalogue_content`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_content")]
pub struct Model {
    /// Key of its edition.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CatalogueEditionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The public directory as it was, as JSON.
    pub directory: String,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
