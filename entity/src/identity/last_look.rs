//! When a person last looked through what has changed in a municipality.

use sea_orm::entity::prelude::*;

use crate::ids::{MunicipalityId, PersonId};

/// A row of `last_look`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "last_look")]
pub struct Model {
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// Where.
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality_id: MunicipalityId,
    /// When.
    pub looked_at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
