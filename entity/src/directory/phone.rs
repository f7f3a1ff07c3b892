//! A phone number. HSDS: `phone`.

use sea_orm::entity::prelude::*;

use crate::directory::values::PhoneType;
use crate::ids::{ContactId, MunicipalityId, OrganisationId, PhoneId, ServiceId};

/// A row of `phone`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phone")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PhoneId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Set where it belongs to an organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Set where it belongs to a contact.
    pub contact_id: Option<ContactId>,
    /// Set where it belongs to a service.
    pub service_id: Option<ServiceId>,
    /// E.164, for example `+4527245317`.
    pub number: String,
    /// Voice, text messages or fax. HSDS: `type`.
    pub kind: PhoneType,
    /// When or for what to use it.
    pub description: Option<String>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
