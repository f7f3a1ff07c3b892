//! The contact look-up.

use cynic::{Operation, QueryBuilder};

use super::enums::ContactKind;
use super::fragments::{Email, OrganisationLink, Phone, Schedule};
use super::hits::PageInfo;
use crate::api::schema;

/// Asks for a page of contacts.
pub(crate) fn page(variables: ContactsVariables) -> Operation<Contacts, ContactsVariables> {
    Contacts::build(variables)
}

/// The variables of the look-up.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ContactsVariables {
    /// The municipality.
    pub(crate) slug: String,
    /// What was typed.
    pub(crate) search: Option<String>,
    /// How many, at most 100.
    pub(crate) first: i32,
    /// After which.
    pub(crate) after: Option<String>,
}

/// A page of contacts.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ContactsVariables")]
pub(crate) struct Contacts {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ContactsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "ContactsVariables")]
pub(crate) struct ContactsMunicipality {
    /// The contacts.
    #[arguments(search: $search, first: $first, after: $after)]
    pub(crate) contacts: ContactConnection,
}

/// The contacts, and how many there are.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ContactConnection {
    /// The contacts.
    pub(crate) nodes: Vec<FoundContact>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
    /// How many in all.
    pub(crate) total_count: i32,
}

/// A contact found.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Contact")]
pub(crate) struct FoundContact {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Person or function.
    pub(crate) kind: ContactKind,
    /// The name.
    pub(crate) name: String,
    /// The title.
    pub(crate) title: Option<String>,
    /// The department.
    pub(crate) department: Option<String>,
    /// Where it belongs.
    pub(crate) organisation: OrganisationLink,
    /// The numbers.
    pub(crate) phones: Vec<Phone>,
    /// The addresses.
    pub(crate) emails: Vec<Email>,
    /// When it can be reached.
    pub(crate) schedules: Vec<Schedule>,
    /// The services it is contact for.
    pub(crate) services: Vec<ServiceName>,
}

/// A service, named.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct ServiceName {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
}
