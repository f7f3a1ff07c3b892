//! All organisations, and one organisation with all that its page shows.

use cynic::{Operation, QueryBuilder};

use super::enums::Sector;
use super::fragments::{Contact, Email, Link, Location, OrganisationLink, Phone, ServiceLink};
use super::hits::PageInfo;
use crate::api::schema;

/// Asks for a page of all organisations, each with what it is part of.
pub(crate) fn page(slug: String, after: Option<String>) -> Operation<Organisations, PageVariables> {
    Organisations::build(PageVariables { slug, after })
}

/// Asks for one organisation.
pub(crate) fn one(
    municipality: String,
    organisation: String,
) -> Operation<OneOrganisation, OrganisationVariables> {
    OneOrganisation::build(OrganisationVariables { municipality, organisation })
}

/// Which page of which municipality's.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct PageVariables {
    /// The municipality's slug.
    pub(crate) slug: String,
    /// After which.
    pub(crate) after: Option<String>,
}

/// A page of all organisations.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "PageVariables")]
pub(crate) struct Organisations {
    /// The municipality asked for.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<OrganisationsMunicipality>,
}

/// The municipality asked for.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "PageVariables")]
pub(crate) struct OrganisationsMunicipality {
    /// Its organisations.
    #[arguments(first: 100, after: $after)]
    pub(crate) organisations: OrganisationConnection,
}

/// A page of organisations.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OrganisationConnection {
    /// The organisations.
    pub(crate) nodes: Vec<ListedOrganisation>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
}

/// An organisation, and what it is part of.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct ListedOrganisation {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Who owns it.
    pub(crate) sector: Sector,
    /// Services here and below.
    pub(crate) service_count: i32,
    /// What it is part of.
    pub(crate) parent: Option<ParentSlug>,
}

/// What an organisation is part of.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct ParentSlug {
    /// Its slug.
    pub(crate) slug: String,
}

/// Which organisation of which municipality.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct OrganisationVariables {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The organisation's slug.
    pub(crate) organisation: String,
}

/// One organisation, if it exists.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "OrganisationVariables")]
pub(crate) struct OneOrganisation {
    /// The municipality asked in.
    #[arguments(slug: $municipality)]
    pub(crate) municipality: Option<OrganisationMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "OrganisationVariables")]
pub(crate) struct OrganisationMunicipality {
    /// The organisation asked for.
    #[arguments(slug: $organisation)]
    pub(crate) organisation: Option<Organisation>,
}

/// All that an organisation's page shows.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Organisation {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Other names for it.
    pub(crate) alternate_names: Vec<String>,
    /// What it does.
    pub(crate) description: Option<String>,
    /// Who owns it.
    pub(crate) sector: Sector,
    /// Its CVR number.
    pub(crate) tax_id: Option<String>,
    /// Its numbers.
    pub(crate) phones: Vec<Phone>,
    /// Its addresses.
    pub(crate) emails: Vec<Email>,
    /// Where it is.
    pub(crate) locations: Vec<Location>,
    /// Where to read more.
    pub(crate) links: Vec<Link>,
    /// What it is part of, outermost first.
    pub(crate) ancestors: Vec<OrganisationLink>,
    /// What is part of it.
    pub(crate) children: Vec<ChildOrganisation>,
    /// The services anchored here.
    pub(crate) services: Vec<ServiceLink>,
    /// Services here and below.
    pub(crate) service_count: i32,
    /// Whom to reach.
    pub(crate) contacts: Vec<Contact>,
}

/// What is part of an organisation.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct ChildOrganisation {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Services here and below.
    pub(crate) service_count: i32,
}
