//! A role that a person has: where, and for which organisation.

use sea_orm::entity::prelude::*;

use crate::identity::values::Role;
use crate::ids::{MunicipalityId, OrganisationId, PersonId, RoleGrantId};

/// A row of `role_grant`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role_grant")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RoleGrantId,
    /// Who.
    pub person_id: PersonId,
    /// What.
    pub role: Role,
    /// Where; none for the administrator of the installation.
    pub municipality_id: Option<MunicipalityId>,
    /// For which organisation, where the role is of one.
    pub organisation_id: Option<OrganisationId>,
    /// Since when.
    pub created_at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
