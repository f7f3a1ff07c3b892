//! A lay word of a municipality and what it means, beside the thesaurus that is shipped.

use sea_orm::entity::prelude::*;

use crate::ids::{ConceptId, MunicipalityId};
use crate::strings::Strings;

/// A row of `concept`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "concept")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConceptId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// What officials call it; unique in the municipality.
    pub label: String,
    /// Official words: searched for in the texts.
    pub official: Strings,
    /// Words that people type.
    pub lay: Strings,
    /// Counts up with every change; a stale write is refused by it.
    pub revision: i32,
    /// When the row was made.
    pub created_at: DateTimeUtc,
    /// When it was last changed.
    pub updated_at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
