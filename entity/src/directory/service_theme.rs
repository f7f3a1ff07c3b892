//! The themes a service stands under; the first is its chapter.

use sea_orm::entity::prelude::*;

use crate::ids::{MunicipalityId, ServiceId, ThemeId};

/// A row of `service_theme`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_theme")]
pub struct Model {
    /// One side.
    #[sea_orm(primary_key, auto_increment = false)]
    pub service_id: ServiceId,
    /// The other side.
    #[sea_orm(primary_key, auto_increment = false)]
    pub theme_id: ThemeId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
