//! How many a service has room for. HSDS: `service_capacity`.

use sea_orm::entity::prelude::*;

use crate::ids::{MunicipalityId, ServiceCapacityId, ServiceId};

/// A row of `service_capacity`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_capacity")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ServiceCapacityId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The service.
    pub service_id: ServiceId,
    /// What is counted, for example “boliger”.
    pub unit: String,
    /// How many.
    pub maximum: i32,
    /// More about them.
    pub description: Option<String>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
