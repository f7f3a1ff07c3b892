//! Editions of the catalogue: which there are, fixing one, holding one against today.

use cynic::{Operation, QueryBuilder};

use crate::api::{UserError, schema};
use crate::directory::queries::municipality::{Slug, SlugFields};
use crate::editing::queries::history::{ChangedField, EntryKind};
use crate::format::date::Date;
use crate::mutation;

/// Asks which editions there are.
pub(crate) fn all(slug: String) -> Operation<Editions, Slug> {
    Editions::build(Slug { slug })
}

/// Asks where an edition and today's directory differ.
pub(crate) fn comparison(slug: String, number: i32) -> Operation<Comparison, ComparisonVariables> {
    Comparison::build(ComparisonVariables { slug, number })
}

/// The editions.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Editions {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<EditionsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct EditionsMunicipality {
    /// The editions, the newest first.
    pub(crate) catalogue_editions: Vec<FixedEdition>,
}

/// An edition.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FixedEdition {
    /// Counts from 1.
    pub(crate) number: i32,
    /// What the catalogue is called.
    pub(crate) title: String,
    /// The edition in words.
    pub(crate) edition: String,
    /// When it was fixed.
    pub(crate) published_on: Date,
    /// Who fixed it.
    pub(crate) fixed_by: Option<String>,
    /// Path of its page.
    pub(crate) url: String,
}

/// Which edition.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ComparisonVariables {
    slug: String,
    number: i32,
}

/// An edition held against today.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ComparisonVariables")]
pub(crate) struct Comparison {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ComparisonMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "ComparisonVariables")]
pub(crate) struct ComparisonMunicipality {
    /// Where they differ.
    #[arguments(number: $number)]
    pub(crate) catalogue_comparison: Vec<EditionDifference>,
}

/// An entry of which they say something else.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct EditionDifference {
    /// What kind of entry.
    pub(crate) kind: EntryKind,
    /// What it is called.
    pub(crate) name: String,
    /// Whether it stands in the edition.
    pub(crate) was_there: bool,
    /// Whether it stands there today.
    pub(crate) is_there: bool,
    /// What differs.
    pub(crate) fields: Vec<ChangedField>,
}

/// What to call an edition.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct CatalogueFixInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The edition in words.
    pub(crate) edition: String,
    /// What the catalogue is called.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
}

/// The edition, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct CatalogueFixPayload {
    /// The edition.
    pub(crate) edition: Option<FixedEdition>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Fixes the catalogue as it is today.
    catalogue_fix(CatalogueFixInput) -> CatalogueFixPayload
}
