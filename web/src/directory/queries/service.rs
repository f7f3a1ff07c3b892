//! One service with all that its page shows, and the list of slugs that the offline store is filled from.

use cynic::{Operation, QueryBuilder};

use super::enums::{Access, ServiceStatus};
use super::fragments::{
    Contact, Email, Link, Location, OpenState, OrganisationLink, Phone, Schedule, ServiceLink,
};
use super::municipality::{Slug, SlugFields};
use crate::api::schema;
use crate::format::date::Date;

/// Asks for one service.
pub(crate) fn one(municipality: String, service: String) -> Operation<OneService, ServiceVariables> {
    OneService::build(ServiceVariables { municipality, service })
}

/// Asks for the slugs of the first hundred services.
pub(crate) fn slugs(slug: String) -> Operation<ServiceSlugs, Slug> {
    ServiceSlugs::build(Slug { slug })
}

/// Which service of which municipality.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ServiceVariables {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The service's slug.
    pub(crate) service: String,
}

/// One service, if it exists.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ServiceVariables")]
pub(crate) struct OneService {
    /// The municipality asked in.
    #[arguments(slug: $municipality)]
    pub(crate) municipality: Option<ServiceMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "ServiceVariables")]
pub(crate) struct ServiceMunicipality {
    /// The service asked for.
    #[arguments(slug: $service)]
    pub(crate) service: Option<Service>,
}

/// All that a service's page shows.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Service {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Other names for it.
    pub(crate) alternate_names: Vec<String>,
    /// Why it exists.
    pub(crate) purpose: Option<String>,
    /// What happens there.
    pub(crate) description: String,
    /// Who it is for, in words.
    pub(crate) eligibility_description: Option<String>,
    /// From what age.
    pub(crate) minimum_age: Option<i32>,
    /// To what age.
    pub(crate) maximum_age: Option<i32>,
    /// How a citizen gets in.
    pub(crate) access: Access,
    /// Who refers, how to apply.
    pub(crate) application_process: Option<String>,
    /// The paragraphs it rests on.
    pub(crate) legal_basis: Vec<LegalBasis>,
    /// Languages spoken, BCP 47.
    pub(crate) languages: Vec<String>,
    /// Whether an interpreter can be had.
    pub(crate) interpretation_services: Option<String>,
    /// How many it holds.
    pub(crate) capacities: Vec<Capacity>,
    /// What it costs.
    pub(crate) cost_options: Vec<CostOption>,
    /// What it costs, in words.
    pub(crate) fees_description: Option<String>,
    /// Figures.
    pub(crate) key_figures: Vec<KeyFigure>,
    /// When it is open.
    pub(crate) schedules: Vec<Schedule>,
    /// Days that differ.
    pub(crate) schedule_exceptions: Vec<ScheduleException>,
    /// Whether it is open now.
    pub(crate) open_state: OpenState,
    /// Where it is.
    pub(crate) locations: Vec<Location>,
    /// Its own numbers.
    pub(crate) phones: Vec<Phone>,
    /// Its own addresses.
    pub(crate) emails: Vec<Email>,
    /// Where to read more.
    pub(crate) links: Vec<Link>,
    /// Whether it runs.
    pub(crate) status: ServiceStatus,
    /// Until when it is paused.
    pub(crate) paused_until: Option<Date>,
    /// What has come in its place.
    pub(crate) successor: Option<ServiceLink>,
    /// When it was last checked.
    pub(crate) assured_date: Option<Date>,
    /// Who checked.
    pub(crate) assurer: Option<String>,
    /// The document it was taken from.
    pub(crate) source: Option<String>,
    /// Where that document is ambiguous.
    pub(crate) source_note: Option<String>,
    /// Who runs it.
    pub(crate) organisation: ServiceOrganisation,
    /// What it is part of.
    pub(crate) parent: Option<ServiceLink>,
    /// Its parts.
    pub(crate) subservices: Vec<ServiceLink>,
    /// The themes it stands under.
    pub(crate) themes: Vec<ServiceTheme>,
    /// Whom it is for.
    pub(crate) target_groups: Vec<ServiceTargetGroup>,
    /// Whom to reach.
    pub(crate) contacts: Vec<ServiceContact>,
}

/// A contact and what it is to the service.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceContact {
    /// What it is to the service.
    pub(crate) role: Option<String>,
    /// The contact.
    pub(crate) contact: Contact,
}

/// A paragraph of an act.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct LegalBasis {
    /// The act.
    pub(crate) act: String,
    /// The paragraph.
    pub(crate) paragraph: String,
}

/// How many it holds.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Capacity {
    /// Places, beds …
    pub(crate) unit: String,
    /// How many.
    pub(crate) maximum: i32,
    /// More about it.
    pub(crate) description: Option<String>,
}

/// What it costs.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct CostOption {
    /// How much.
    pub(crate) amount: f64,
    /// In what.
    pub(crate) currency: String,
    /// For what.
    pub(crate) description: Option<String>,
}

/// A figure with its year.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct KeyFigure {
    /// What is counted.
    pub(crate) label: String,
    /// The figure.
    pub(crate) value: f64,
    /// The upper end, if it is a range.
    pub(crate) value_to: Option<f64>,
    /// In what.
    pub(crate) unit: Option<String>,
    /// In which year.
    pub(crate) year: i32,
    /// Such as *cirka*.
    pub(crate) description: Option<String>,
    /// Who says so.
    pub(crate) source: Option<String>,
}

/// Days that differ.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ScheduleException {
    /// The first.
    pub(crate) valid_from: Date,
    /// The last.
    pub(crate) valid_to: Date,
    /// Whether it is closed.
    pub(crate) closed: bool,
    /// When it opens instead.
    pub(crate) opens_at: Option<String>,
    /// When it closes instead.
    pub(crate) closes_at: Option<String>,
    /// Why.
    pub(crate) description: Option<String>,
}

/// Who runs the service, and what that is part of.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct ServiceOrganisation {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Who owns it.
    pub(crate) sector: super::enums::Sector,
    /// What it is part of, outermost first.
    pub(crate) ancestors: Vec<OrganisationLink>,
    /// Its numbers.
    pub(crate) phones: Vec<Phone>,
    /// Its addresses.
    pub(crate) emails: Vec<Email>,
}

/// A theme the service stands under.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Theme")]
pub(crate) struct ServiceTheme {
    /// Its slug.
    pub(crate) slug: String,
    /// Its Danish name.
    pub(crate) name: String,
    /// Its English name.
    pub(crate) name_en: String,
}

/// A target group of the service.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "TargetGroup")]
pub(crate) struct ServiceTargetGroup {
    /// Its slug.
    pub(crate) slug: String,
    /// Its Danish name.
    pub(crate) name: String,
    /// Its English name.
    pub(crate) name_en: String,
}

/// The slugs of a municipality's services.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct ServiceSlugs {
    /// The municipality asked for.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<SlugsMunicipality>,
}

/// The municipality asked for.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct SlugsMunicipality {
    /// Its services.
    #[arguments(first: 100)]
    pub(crate) services: SlugsConnection,
}

/// Services, only named.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "ServiceConnection")]
pub(crate) struct SlugsConnection {
    /// The services.
    pub(crate) nodes: Vec<SlugOnly>,
}

/// A service's slug.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct SlugOnly {
    /// The slug.
    pub(crate) slug: String,
}
