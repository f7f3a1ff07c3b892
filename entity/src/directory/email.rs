//! An e-mail address. HSDS has one per contact; here there may be several.

use sea_orm::entity::prelude::*;

use crate::ids::{ContactId, EmailId, MunicipalityId, OrganisationId, ServiceId};

/// A row of `email`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "email")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EmailId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Set where it belongs to an organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Set where it belongs to a contact.
    pub contact_id: Option<ContactId>,
    /// Set where it belongs to a service.
    pub service_id: Option<ServiceId>,
    /// The address.
    pub address: String,
    /// For what to use it.
    pub description: Option<String>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
