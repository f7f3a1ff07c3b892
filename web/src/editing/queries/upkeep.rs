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

mutation! {
    /// Tells that a service is still right.
    service_confirm(ServiceConfirmInput) -> "ServiceConfirmPayload"
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
