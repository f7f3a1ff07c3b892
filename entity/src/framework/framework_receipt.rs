//! Somebody who was told of an edition, and whether they have said that they have read it.

use sea_orm::entity::prelude::*;

use crate::ids::{FrameworkEditionId, MunicipalityId, PersonId};

/// A row of `framework_receipt`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_receipt")]
pub struct Model {
    /// The edition.
    #[sea_orm(primary_key, auto_increment = false)]
    pub framework_edition_id: FrameworkEditionId,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// When they were told.
    pub told_at: DateTimeUtc,
    /// When they said that they have read it.
    pub read_at: Option<DateTimeUtc>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
