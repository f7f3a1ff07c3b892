//! Which services are due to be checked, and telling that one is still right.

use cynic::{Operation, QueryBuilder};

use crate::api::{UserError, schema};
use crate::directory::queries::hits::PageInfo;
use crate::format::date::Date;
use crate::mutation;

/// Asks for a page of what is due.
pub(crate) fn page(slug: String, after: Option<String>) -> Operation<Overdue, OverdueVariables> {
    Overdue::build(OverdueVariables { slug, after })
}

/// Which page.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct OverdueVariables {
    slug: String,
    after: Option<String>,
}

/// What is due.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "OverdueVariables")]
pub(crate) struct Overdue {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<OverdueMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "OverdueVariables")]
pub(crate) struct OverdueMunicipality {
    /// What is due, the longest first.
    #[arguments(first: 50, after: $after)]
    pub(crate) overdue: OverdueConnection,
}

/// A page of what is due.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OverdueConnection {
    /// What is due.
    pub(crate) nodes: Vec<OverdueService>,
    /// Whether there is more.
    pub(crate) page_info: PageInfo,
}

/// A service that is due.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OverdueService {
    /// The service.
    pub(crate) service: DueService,
    /// Since when.
    pub(crate) due_on: Date,
    /// Whose duty it is.
    pub(crate) owner: Option<Owner>,
}

/// The service, as far as the list shows it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct DueService {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Its revision.
    pub(crate) revision: i32,
    /// When it was last checked.
    pub(crate) assured_date: Option<Date>,
}

/// Whose duty it is.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Person")]
pub(crate) struct Owner {
    /// The name.
    pub(crate) name: String,
}

/// A service that was checked.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ServiceConfirmInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
}

/// The service, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceConfirmPayload {
    /// The service as it is now.
    pub(crate) service: Option<CheckedService>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// When and by whom a service was checked.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct CheckedService {
    /// When.
    pub(crate) assured_date: Option<Date>,
    /// By whom.
    pub(crate) assurer: Option<String>,
    /// When it is to be checked again.
    pub(crate) next_check_on: Option<Date>,
}

mutation! {
    /// Tells that a service is still right.
    service_confirm(ServiceConfirmInput) -> ServiceConfirmPayload
}

/// Asks how it stands with checking a service, and whether the reader may.
pub(crate) fn checking(id: cynic::Id) -> Operation<Checking, OneVariables> {
    Checking::build(OneVariables { id })
}

/// Asks whose duty a service is; for those who may change it.
pub(crate) fn duty(id: cynic::Id) -> Operation<Duty, OneVariables> {
    Duty::build(OneVariables { id })
}

/// Which service.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct OneVariables {
    id: cynic::Id,
}

/// The service asked about.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "OneVariables")]
pub(crate) struct Checking {
    /// It.
    #[arguments(id: $id)]
    pub(crate) node: Option<CheckingNode>,
}

/// Something with an id.
#[derive(cynic::InlineFragments, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Node")]
pub(crate) enum CheckingNode {
    /// A service.
    Service(CheckingService),
    /// Something else.
    #[cynic(fallback)]
    Other,
}

/// How it stands with checking.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct CheckingService {
    /// Its revision.
    pub(crate) revision: i32,
    /// Whether the reader may tell that it is right.
    pub(crate) can_confirm: bool,
    /// When it is to be checked again.
    pub(crate) next_check_on: Option<Date>,
}

/// The service asked about.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "OneVariables")]
pub(crate) struct Duty {
    /// It.
    #[arguments(id: $id)]
    pub(crate) node: Option<DutyNode>,
}

/// Something with an id.
#[derive(cynic::InlineFragments, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Node")]
pub(crate) enum DutyNode {
    /// A service.
    Service(DutyService),
    /// Something else.
    #[cynic(fallback)]
    Other,
}

/// Whose duty it is.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct DutyService {
    /// Whose.
    pub(crate) owner: Option<Owner>,
}

/// The link of a mail.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ServiceConfirmByLinkInput {
    /// What makes it secret.
    pub(crate) token: String,
}

/// The service, or that the link is spent.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceConfirmByLinkPayload {
    /// What the service is called.
    pub(crate) service_name: Option<String>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Tells the same by the link of a mail, without signing in.
    service_confirm_by_link(ServiceConfirmByLinkInput) -> ServiceConfirmByLinkPayload
}
