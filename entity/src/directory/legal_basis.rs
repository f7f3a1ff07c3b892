//! The paragraph of a named act that a service rests on.

use sea_orm::entity::prelude::*;

use crate::ids::{LegalBasisId, MunicipalityId, ServiceId};

/// A row of `legal_basis`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "legal_basis")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LegalBasisId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The service.
    pub service_id: ServiceId,
    /// Name of the act.
    pub act: String,
    /// Paragraph as it is cited, for example “§ 80”.
    pub paragraph: String,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
