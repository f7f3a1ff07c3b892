//! A place with an address. HSDS: `location` with its `address`.

use sea_orm::entity::prelude::*;

use crate::ids::{LocationId, MunicipalityId, OrganisationId};

/// A row of `location`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "location")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LocationId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Set where it is an organisation’s own address.
    pub organisation_id: Option<OrganisationId>,
    /// Name of the place.
    pub name: Option<String>,
    /// Street and number. HSDS: `address_1`.
    pub address_1: String,
    /// Four digits.
    pub postal_code: Option<String>,
    /// Postal town.
    pub city: Option<String>,
    /// Degrees north, WGS 84.
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    pub longitude: Option<f64>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
