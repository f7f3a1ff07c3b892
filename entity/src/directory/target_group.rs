//! A group of people that services are for. HSDS: `taxonomy_term`.

use sea_orm::entity::prelude::*;

use crate::ids::{MunicipalityId, TargetGroupId};

/// A row of `target_group`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target_group")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TargetGroupId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Unique within the municipality.
    pub slug: String,
    /// Danish name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
    /// Counts up with every change; a stale write is refused by it.
    pub revision: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
