//! A price. HSDS: `cost_option`.

use sea_orm::entity::prelude::*;

use crate::ids::{CostOptionId, MunicipalityId, ServiceId};

/// A row of `cost_option`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cost_option")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CostOptionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The service.
    pub service_id: ServiceId,
    /// In `currency`.
    pub amount: f64,
    /// ISO 4217.
    pub currency: String,
    /// For what.
    pub description: String,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
