//! What hangs on an organisation or a contact: what moves when it is merged, and what stands in the way of taking it
//! out.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;

/// Asks what hangs on an entry.
pub(crate) fn around(id: cynic::Id) -> Operation<Around, AroundVariables> {
    Around::build(AroundVariables { id })
}

/// Which entry.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct AroundVariables {
    id: cynic::Id,
}

/// What hangs on it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "AroundVariables")]
pub(crate) struct Around {
    #[arguments(id: $id)]
    node: Option<AroundNode>,
}

#[derive(cynic::InlineFragments, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Node")]
enum AroundNode {
    Organisation(AroundOrganisation),
    Contact(AroundContact),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
struct AroundOrganisation {
    services: Vec<NamedService>,
    contacts: Vec<NamedContact>,
    children: Vec<NamedOrganisation>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Contact")]
struct AroundContact {
    services: Vec<NamedService>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
struct NamedService {
    name: String,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Contact")]
struct NamedContact {
    name: String,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
struct NamedOrganisation {
    name: String,
}

/// The names of what hangs on an entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Hanging {
    /// Services.
    pub(crate) services: Vec<String>,
    /// Contacts, of an organisation.
    pub(crate) contacts: Vec<String>,
    /// What is part of an organisation.
    pub(crate) units: Vec<String>,
}

impl Hanging {
    /// Whether nothing does.
    pub(crate) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl Around {
    /// The names.
    pub(crate) fn names(self) -> Hanging {
        let services = |all: Vec<NamedService>| all.into_iter().map(|one| one.name).collect();
        match self.node {
            Some(AroundNode::Organisation(one)) => Hanging {
                services: services(one.services),
                contacts: one.contacts.into_iter().map(|one| one.name).collect(),
                units: one.children.into_iter().map(|one| one.name).collect(),
            },
            Some(AroundNode::Contact(one)) => {
                Hanging { services: services(one.services), ..Hanging::default() }
            }
            _ => Hanging::default(),
        }
    }
}
