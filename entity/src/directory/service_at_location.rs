//! Where a service is given. HSDS: `service_at_location`.

use sea_orm::entity::prelude::*;

use crate::ids::{LocationId, MunicipalityId, ServiceId};

/// A row of `service_at_location`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_at_location")]
pub struct Model {
    /// One side.
    #[sea_orm(primary_key, auto_increment = false)]
    pub service_id: ServiceId,
    /// The other side.
    #[sea_orm(primary_key, auto_increment = false)]
    pub location_id: LocationId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
