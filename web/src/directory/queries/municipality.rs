//! The municipalities, and one of them with what the shell and its start page show.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;
use crate::format::date::Date;
use crate::format::moment::Moment;

/// Asks for all municipalities.
pub(crate) fn all() -> Operation<Municipalities, ()> {
    Municipalities::build(())
}

/// Asks for one by its slug.
pub(crate) fn one(slug: String) -> Operation<OneMunicipality, Slug> {
    OneMunicipality::build(Slug { slug })
}

/// Asks for the counts of the start page's quick choices, and for the framework it leads to.
pub(crate) fn counts(slug: String) -> Operation<StartCounts, Slug> {
    StartCounts::build(Slug { slug })
}

/// The variables: which municipality.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct Slug {
    /// Its slug.
    pub(crate) slug: String,
}

/// All municipalities.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Municipalities {
    /// In the order of the API.
    pub(crate) municipalities: Vec<MunicipalityLink>,
}

/// A municipality as a link.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct MunicipalityLink {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
}

/// One municipality, if it exists.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct OneMunicipality {
    /// The one asked for.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<Municipality>,
}

/// What shell and start page show.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Municipality {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Its own site.
    pub(crate) website: Option<String>,
    /// Whether the installation is for trying out.
    pub(crate) is_demo: bool,
    /// The directory's edition, if one is published.
    pub(crate) catalogue: Option<CatalogueEdition>,
    /// When anything in the directory changed last.
    pub(crate) directory_updated_at: Moment,
    /// The themes, in the order of the chapters.
    pub(crate) themes: Vec<Theme>,
}

/// The directory's current edition.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct CatalogueEdition {
    /// What it is called.
    pub(crate) title: String,
    /// Which edition.
    pub(crate) edition: String,
    /// When it came out.
    pub(crate) published_on: Date,
    /// The document it was made from.
    pub(crate) source: String,
    /// Who answers for it.
    pub(crate) editor: Option<Editor>,
}

/// Who answers for the catalogue.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Contact")]
pub(crate) struct Editor {
    /// The name.
    pub(crate) name: String,
    /// Where to write.
    pub(crate) emails: Vec<EditorEmail>,
}

/// Where to write to the editor.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Email")]
pub(crate) struct EditorEmail {
    /// The address.
    pub(crate) address: String,
}

/// A theme of the directory.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Theme {
    /// Its slug.
    pub(crate) slug: String,
    /// Its Danish name.
    pub(crate) name: String,
    /// Its English name.
    pub(crate) name_en: String,
    /// A sentence about it.
    pub(crate) description: Option<String>,
    /// The key of its picture.
    pub(crate) icon: String,
    /// How many services belong under it.
    pub(crate) service_count: i32,
}

/// The counts of the start page's quick choices.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct StartCounts {
    /// The municipality asked for.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<CountedMunicipality>,
}

/// A municipality with its counts.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct CountedMunicipality {
    /// All services, counted.
    #[arguments(first: 1)]
    pub(crate) services: CountedServices,
    /// The newest edition of the framework, if there is one that the reader may see.
    pub(crate) framework_edition: Option<FrameworkEdition>,
}

/// The newest edition of the framework, as far as the start page tells of it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkEdition {
    /// Counts from 1.
    pub(crate) number: i32,
    /// When it was approved.
    pub(crate) approved_on: Date,
    /// When the next is due.
    pub(crate) due_on: Date,
}

/// Services, only counted.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "ServiceConnection")]
pub(crate) struct CountedServices {
    /// How many in all.
    pub(crate) total_count: i32,
    /// How many of each kind.
    pub(crate) facets: StartFacets,
}

/// The facets that the start page shows.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "ServiceFacets")]
pub(crate) struct StartFacets {
    /// By way in.
    pub(crate) access: Vec<super::hits::FacetCount>,
    /// By target group.
    pub(crate) target_groups: Vec<super::hits::FacetCount>,
    /// Open now.
    pub(crate) open_now: i32,
}
