//! Something an organisation offers citizens (K2). HSDS: `service`.

use sea_orm::entity::prelude::*;

use crate::directory::values::{Access, ServiceStatus};
use crate::ids::{MunicipalityId, OrganisationId, PersonId, ServiceId};
use crate::strings::Strings;

/// A row of `service`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ServiceId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The unit where it is anchored.
    pub organisation_id: OrganisationId,
    /// The service it is part of (K3).
    pub parent_id: Option<ServiceId>,
    /// Unique within the municipality.
    pub slug: String,
    /// Official name.
    pub name: String,
    /// Other official names, spellings and abbreviations.
    pub alternate_names: Strings,
    /// Why it exists.
    pub purpose: Option<String>,
    /// What happens there; paragraphs parted by blank lines.
    pub description: String,
    /// Who it is for, in words.
    pub eligibility_description: Option<String>,
    /// Youngest age, in years, inclusive.
    pub minimum_age: Option<i32>,
    /// Oldest age, in years, inclusive.
    pub maximum_age: Option<i32>,
    /// How a citizen gets in.
    pub access: Access,
    /// Who refers, or how to apply.
    pub application_process: Option<String>,
    /// Possibilities for interpretation.
    pub interpretation_services: Option<String>,
    /// Languages spoken, BCP 47.
    pub languages: Strings,
    /// What it costs, in words.
    pub fees_description: Option<String>,
    /// Whether it can be used now.
    pub status: ServiceStatus,
    /// First day it is open again, where paused.
    pub paused_until: Option<Date>,
    /// When the entry was last checked. HSDS: `assured_date`.
    pub assured_date: Option<Date>,
    /// Who checked it.
    pub assurer: Option<String>,
    /// Whose duty it is to keep the entry right.
    pub owner_id: Option<PersonId>,
    /// Days after which it is to be checked again; the municipality's where none is set.
    pub check_interval_days: Option<i32>,
    /// The service that took its place when it was closed.
    pub successor_id: Option<ServiceId>,
    /// Document the entry was taken from.
    pub source: Option<String>,
    /// Where that document is uncertain.
    pub source_note: Option<String>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
    /// Counts up with every change; a stale write is refused by it.
    pub revision: i32,
    /// When the row was made.
    pub created_at: DateTimeUtc,
    /// When it was last changed.
    pub updated_at: DateTimeUtc,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
