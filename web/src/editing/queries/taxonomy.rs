//! Themes, target groups and the municipality's own words, as their lists show them.

use cynic::{Operation, QueryBuilder};

use super::forms::ConceptForm;
use crate::api::schema;
use crate::directory::queries::municipality::{Slug, SlugFields};

/// Asks for themes and target groups.
pub(crate) fn headings(slug: String) -> Operation<Headings, Slug> {
    Headings::build(Slug { slug })
}

/// Asks for the municipality's own words.
pub(crate) fn concepts(slug: String) -> Operation<Concepts, Slug> {
    Concepts::build(Slug { slug })
}

/// What services stand under.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Headings {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<HeadingsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct HeadingsMunicipality {
    /// Its themes, in the order of the chapters.
    pub(crate) themes: Vec<ListedTheme>,
    /// Its target groups, in order.
    pub(crate) target_groups: Vec<ListedTargetGroup>,
}

/// A theme.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Theme")]
pub(crate) struct ListedTheme {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its slug.
    pub(crate) slug: String,
    /// Its revision.
    pub(crate) revision: i32,
    /// Its Danish name.
    pub(crate) name: String,
    /// Its English name.
    pub(crate) name_en: String,
    /// What stands there, in a sentence.
    pub(crate) description: Option<String>,
    /// Its picture.
    pub(crate) icon: String,
    /// How many services stand under it.
    pub(crate) service_count: i32,
}

/// A target group.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "TargetGroup")]
pub(crate) struct ListedTargetGroup {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its slug.
    pub(crate) slug: String,
    /// Its revision.
    pub(crate) revision: i32,
    /// Its Danish name.
    pub(crate) name: String,
    /// Its English name.
    pub(crate) name_en: String,
    /// How many services are for it.
    pub(crate) service_count: i32,
}

/// The municipality's own words.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Concepts {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ConceptsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct ConceptsMunicipality {
    /// Its words, by label.
    pub(crate) concepts: Vec<ListedConcept>,
}

/// A concept.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Concept")]
pub(crate) struct ListedConcept {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// What it says.
    pub(crate) form: ConceptForm,
}
