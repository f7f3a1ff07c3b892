//! Another entry, looked up by its name: the first few of each kind.

use cynic::QueryBuilder;

use super::history::EntryKind;
use crate::api::{Api, Failure, schema};

/// Something found, as far as one must see it to choose it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its name.
    pub(crate) name: String,
    /// What tells it from others of the name.
    pub(crate) beside: String,
}

/// Looks for entries of a kind: services, organisations, contacts.
///
/// # Errors
/// Where the question is not answered.
pub(crate) async fn find(
    api: Api,
    kind: EntryKind,
    slug: String,
    text: String,
) -> Result<Vec<Found>, Failure> {
    let asked = Words { slug, text };
    Ok(match kind {
        EntryKind::Service => {
            let found = api.send(Services::build(asked)).await?.municipality;
            found.map(|found| found.services.nodes.into_iter().map(Found::from).collect())
        }
        EntryKind::Contact => {
            let found = api.send(Contacts::build(asked)).await?.municipality;
            found.map(|found| found.contacts.nodes.into_iter().map(Found::from).collect())
        }
        _ => {
            let found = api.send(Organisations::build(asked)).await?.municipality;
            found.map(|found| found.organisations.nodes.into_iter().map(Found::from).collect())
        }
    }
    .unwrap_or_default())
}

#[derive(cynic::QueryVariables, Clone, Debug)]
struct Words {
    slug: String,
    text: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "Words")]
struct Services {
    #[arguments(slug: $slug)]
    municipality: Option<ServicesPlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality", variables = "Words")]
struct ServicesPlace {
    #[arguments(search: $text, first: 8)]
    services: ServiceConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct ServiceConnection {
    nodes: Vec<Service>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Service {
    id: cynic::Id,
    name: String,
    organisation: Name,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Organisation")]
struct Name {
    name: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "Words")]
struct Contacts {
    #[arguments(slug: $slug)]
    municipality: Option<ContactsPlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality", variables = "Words")]
struct ContactsPlace {
    #[arguments(search: $text, first: 8)]
    contacts: ContactConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct ContactConnection {
    nodes: Vec<Contact>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Contact {
    id: cynic::Id,
    name: String,
    title: Option<String>,
    organisation: Name,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "Words")]
struct Organisations {
    #[arguments(slug: $slug)]
    municipality: Option<OrganisationsPlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Municipality", variables = "Words")]
struct OrganisationsPlace {
    #[arguments(search: $text, first: 8)]
    organisations: OrganisationConnection,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct OrganisationConnection {
    nodes: Vec<Organisation>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
struct Organisation {
    id: cynic::Id,
    name: String,
    parent: Option<Name>,
}

impl From<Service> for Found {
    fn from(one: Service) -> Self {
        Self { id: one.id, name: one.name, beside: one.organisation.name }
    }
}

impl From<Contact> for Found {
    fn from(one: Contact) -> Self {
        let parts: Vec<String> = one.title.into_iter().chain([one.organisation.name]).collect();
        Self { id: one.id, name: one.name, beside: parts.join(" · ") }
    }
}

impl From<Organisation> for Found {
    fn from(one: Organisation) -> Self {
        Self { id: one.id, name: one.name, beside: one.parent.map(|parent| parent.name).unwrap_or_default() }
    }
}
