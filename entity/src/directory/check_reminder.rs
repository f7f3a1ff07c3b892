//! That somebody has been reminded of checking a service: once for each step of the way to a check and beyond.

use sea_orm::entity::prelude::*;

use crate::ids::{MunicipalityId, PersonId, ServiceId};

/// A row of `check_reminder`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "check_reminder")]
pub struct Model {
    /// Of what.
    #[sea_orm(primary_key, auto_increment = false)]
    pub service_id: ServiceId,
    /// The day by which it is to be checked.
    #[sea_orm(primary_key, auto_increment = false)]
    pub check_on: Date,
    /// Which reminder: `month`, `week`, `late-0` and so on, `leaders`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub step: String,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// When the mail was written.
    pub written_at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
