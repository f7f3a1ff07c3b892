//! Who to reach about a service, and as what.

use sea_orm::entity::prelude::*;

use crate::ids::{ContactId, MunicipalityId, ServiceId};

/// A row of `service_contact`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_contact")]
pub struct Model {
    /// One side.
    #[sea_orm(primary_key, auto_increment = false)]
    pub service_id: ServiceId,
    /// The other side.
    #[sea_orm(primary_key, auto_increment = false)]
    pub contact_id: ContactId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
    /// What the contact is for this service.
    pub role: Option<String>,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
