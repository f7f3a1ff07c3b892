//! What an edition says. Apart from the edition, so that listing editions does not read books.

use sea_orm::entity::prelude::*;

use crate::ids::{FrameworkEditionId, MunicipalityId};

/// A row of `framework_edition_content`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_edition_content")]
pub struct Model {
    /// Key: the edition's.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkEditionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// JSON of `Content`.
    pub content: String,
    /// The printable page in Danish.
    pub danish: String,
    /// The printable page with English headings.
    pub english: String,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
