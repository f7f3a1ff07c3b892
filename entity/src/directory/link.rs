//! A web address. HSDS: `url`.

use sea_orm::entity::prelude::*;

use crate::ids::{LinkId, MunicipalityId, OrganisationId, ServiceId};

/// A row of `link`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LinkId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Set where it belongs to an organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Set where it belongs to a service.
    pub service_id: Option<ServiceId>,
    /// Absolute, http or https.
    pub url: String,
    /// What is found there.
    pub label: Option<String>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
