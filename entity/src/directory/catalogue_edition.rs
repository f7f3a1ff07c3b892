//! An edition of the service catalogue: what the printable catalogue says of itself (K4).

use sea_orm::entity::prelude::*;

use crate::ids::{CatalogueEditionId, ContactId, MunicipalityId, PersonId};

/// A row of `catalogue_edition`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "catalogue_edition")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CatalogueEditionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Counts the editions that were fixed in this installation, from 1; none for one that was taken over.
    pub number: Option<i32>,
    /// Who fixed it.
    pub fixed_by: Option<PersonId>,
    /// What the municipality calls its catalogue.
    pub title: String,
    /// Edition in words, for example “2024–2025”.
    pub edition: String,
    /// Date of the edition.
    pub published_on: Date,
    /// Who answers for it.
    pub editor_id: Option<ContactId>,
    /// Document the content was taken from.
    pub source: String,
    /// What is uncertain in that document.
    pub source_note: Option<String>,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
