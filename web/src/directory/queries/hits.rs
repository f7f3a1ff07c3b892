//! The search: services found, why, and how many there would be with each filter.

use cynic::{Operation, QueryBuilder};

use super::enums::{Access, AgeGroup, MatchField, MatchVia, Sector};
use super::fragments::{OrganisationLink, ServiceCard};
use crate::api::schema;

/// The variables of a search.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct HitsVariables {
    /// The municipality.
    pub(crate) slug: String,
    /// What was typed.
    pub(crate) search: Option<String>,
    /// What was chosen.
    pub(crate) filter: Option<ServiceFilter>,
    /// How many, at most 100.
    pub(crate) first: i32,
    /// After which.
    pub(crate) after: Option<String>,
}

/// What was chosen.
#[derive(cynic::InputObject, Clone, Debug, Default, PartialEq)]
pub(crate) struct ServiceFilter {
    /// Slugs of themes.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) themes: Option<Vec<String>>,
    /// Sectors.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) sectors: Option<Vec<Sector>>,
    /// Ways in.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) access: Option<Vec<Access>>,
    /// Slugs of target groups.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) target_groups: Option<Vec<String>>,
    /// Age groups.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) age_groups: Option<Vec<AgeGroup>>,
    /// Slugs of organisations.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) organisations: Option<Vec<String>>,
    /// Only what is open now.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) open_now: Option<bool>,
}

/// Asks for a page of hits.
pub(crate) fn page(variables: HitsVariables) -> Operation<Hits, HitsVariables> {
    Hits::build(variables)
}

/// Asks for the first hits while one types.
pub(crate) fn suggestions(slug: String, search: String) -> Operation<Suggestions, SuggestionsVariables> {
    Suggestions::build(SuggestionsVariables { slug, search })
}

/// A page of hits.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "HitsVariables")]
pub(crate) struct Hits {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<HitsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "HitsVariables")]
pub(crate) struct HitsMunicipality {
    /// The hits.
    #[arguments(search: $search, filter: $filter, first: $first, after: $after)]
    pub(crate) services: ServiceConnection,
}

/// The hits with all that belongs to them.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceConnection {
    /// One per hit.
    pub(crate) edges: Vec<ServiceEdge>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
    /// How many in all.
    pub(crate) total_count: i32,
    /// How many with each filter.
    pub(crate) facets: ServiceFacets,
    /// Nothing found: words near what was typed.
    pub(crate) suggestions: Vec<String>,
    /// Nothing found: the services that come nearest.
    pub(crate) nearest: Vec<ServiceCard>,
}

/// A hit.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceEdge {
    /// The service.
    pub(crate) node: ServiceCard,
    /// Why it was found.
    pub(crate) matches: Vec<SearchMatch>,
}

/// Why a service was found.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct SearchMatch {
    /// What was typed.
    pub(crate) typed: String,
    /// What it matched.
    pub(crate) matched: String,
    /// How.
    pub(crate) via: MatchVia,
    /// Where.
    pub(crate) field: MatchField,
}

/// Whether there are more.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct PageInfo {
    /// Whether there are.
    pub(crate) has_next_page: bool,
    /// After which to go on.
    pub(crate) end_cursor: Option<String>,
}

impl PageInfo {
    /// After which to go on, where there are more.
    pub(crate) fn next(self) -> Option<String> {
        self.end_cursor.filter(|_| self.has_next_page)
    }
}

/// How many with each filter.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceFacets {
    /// By theme.
    pub(crate) themes: Vec<FacetCount>,
    /// By sector.
    pub(crate) sectors: Vec<FacetCount>,
    /// By way in.
    pub(crate) access: Vec<FacetCount>,
    /// By target group.
    pub(crate) target_groups: Vec<FacetCount>,
    /// By age.
    pub(crate) age_groups: Vec<FacetCount>,
    /// By organisation.
    pub(crate) organisations: Vec<FacetCount>,
    /// Open now.
    pub(crate) open_now: i32,
}

/// A filter and how many it would leave.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FacetCount {
    /// Slug, or the name of an enum's value.
    pub(crate) value: String,
    /// Its Danish name.
    pub(crate) label: String,
    /// Its English name.
    pub(crate) label_en: String,
    /// How many.
    pub(crate) count: i32,
}

/// The variables of suggestions.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct SuggestionsVariables {
    /// The municipality.
    pub(crate) slug: String,
    /// What was typed.
    pub(crate) search: String,
}

/// The first hits while one types.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "SuggestionsVariables")]
pub(crate) struct Suggestions {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<SuggestionsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "SuggestionsVariables")]
pub(crate) struct SuggestionsMunicipality {
    /// The hits.
    #[arguments(search: $search, first: 6)]
    pub(crate) services: SuggestionsConnection,
}

/// The first hits, and how many there are.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "ServiceConnection")]
pub(crate) struct SuggestionsConnection {
    /// One per hit.
    pub(crate) edges: Vec<SuggestionEdge>,
    /// How many in all.
    pub(crate) total_count: i32,
    /// Nothing found: words near what was typed.
    pub(crate) suggestions: Vec<String>,
}

/// A hit while one types.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "ServiceEdge")]
pub(crate) struct SuggestionEdge {
    /// The service.
    pub(crate) node: SuggestedService,
    /// Why it was found.
    pub(crate) matches: Vec<SearchMatch>,
}

/// A service, named.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct SuggestedService {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Who runs it.
    pub(crate) organisation: OrganisationLink,
}
