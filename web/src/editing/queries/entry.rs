//! An entry as it is edited: by its id, or by the last part of its path.

use cynic::{Operation, QueryBuilder};
use serde_json::Value;

use super::forms::{
    ConceptForm, ContactForm, OrganisationForm, ServiceForm, TargetGroupForm, ThemeForm, as_json,
};
use super::history::EntryKind;
use crate::api::{Api, Failure, schema};

/// An entry and its form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its name.
    pub(crate) name: String,
    /// The last part of its path; a contact has none.
    pub(crate) slug: String,
    /// The revision the form is of.
    pub(crate) revision: i32,
    /// The form.
    pub(crate) form: Value,
}

/// Asks for an entry of any kind.
pub(crate) fn by_id(id: cynic::Id) -> Operation<OneById, ById> {
    OneById::build(ById { id })
}

/// Asks for an organisation.
pub(crate) fn organisation(municipality: String, slug: String) -> Operation<OneOrganisation, BySlug> {
    OneOrganisation::build(BySlug { municipality, slug })
}

/// Asks for a service.
pub(crate) fn service(municipality: String, slug: String) -> Operation<OneService, BySlug> {
    OneService::build(BySlug { municipality, slug })
}

/// Fetches an organisation or a service by the last part of its path, a contact by its id.
///
/// # Errors
/// Where the question is not answered.
pub(crate) async fn by_key(
    api: Api,
    kind: EntryKind,
    municipality: String,
    key: String,
) -> Result<Option<Entry>, Failure> {
    Ok(match kind {
        EntryKind::Organisation => api.send(organisation(municipality, key)).await?.entry(),
        EntryKind::Service => api.send(service(municipality, key)).await?.entry(),
        _ => api.send(by_id(cynic::Id::new(key))).await?.entry(),
    })
}

/// Which entry.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ById {
    id: cynic::Id,
}

/// Which entry of which municipality.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct BySlug {
    municipality: String,
    slug: String,
}

/// An entry, if it exists.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ById")]
pub(crate) struct OneById {
    #[arguments(id: $id)]
    node: Option<EntryNode>,
}

#[derive(cynic::InlineFragments, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Node")]
enum EntryNode {
    Contact(Box<EditedContact>),
    Organisation(Box<EditedOrganisation>),
    Service(Box<EditedService>),
    Theme(Box<EditedTheme>),
    TargetGroup(Box<EditedTargetGroup>),
    Concept(Box<EditedConcept>),
    #[cynic(fallback)]
    Other,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Contact")]
struct EditedContact {
    id: cynic::Id,
    name: String,
    revision: i32,
    form: ContactForm,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Theme")]
struct EditedTheme {
    id: cynic::Id,
    revision: i32,
    form: ThemeForm,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "TargetGroup")]
struct EditedTargetGroup {
    id: cynic::Id,
    revision: i32,
    form: TargetGroupForm,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Concept")]
struct EditedConcept {
    id: cynic::Id,
    revision: i32,
    form: ConceptForm,
}

impl Entry {
    /// An entry without a page of its own.
    fn of(id: cynic::Id, name: &str, revision: i32, form: Value) -> Self {
        Self { id, name: name.to_owned(), slug: String::new(), revision, form }
    }
}

impl OneById {
    /// The entry.
    pub(crate) fn entry(self) -> Option<Entry> {
        match self.node? {
            EntryNode::Contact(one) => Some(Entry::of(one.id, &one.name, one.revision, as_json(&one.form))),
            EntryNode::Theme(one) => {
                Some(Entry::of(one.id, &one.form.name, one.revision, as_json(&one.form)))
            }
            EntryNode::TargetGroup(one) => {
                Some(Entry::of(one.id, &one.form.name, one.revision, as_json(&one.form)))
            }
            EntryNode::Concept(one) => {
                Some(Entry::of(one.id, &one.form.label, one.revision, as_json(&one.form)))
            }
            EntryNode::Organisation(one) => Some(one.entry()),
            EntryNode::Service(one) => Some(one.entry()),
            EntryNode::Other => None,
        }
    }
}

/// An entry of this kind, if it exists.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "BySlug")]
pub(crate) struct OneOrganisation {
    #[arguments(slug: $municipality)]
    municipality: Option<OrganisationPlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "BySlug")]
struct OrganisationPlace {
    #[arguments(slug: $slug)]
    organisation: Option<EditedOrganisation>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
struct EditedOrganisation {
    id: cynic::Id,
    slug: String,
    name: String,
    revision: i32,
    form: OrganisationForm,
}

impl OneOrganisation {
    /// The entry.
    pub(crate) fn entry(self) -> Option<Entry> {
        Some(self.municipality?.organisation?.entry())
    }
}

impl EditedOrganisation {
    fn entry(self) -> Entry {
        Entry {
            form: as_json(&self.form),
            id: self.id,
            name: self.name,
            slug: self.slug,
            revision: self.revision,
        }
    }
}

/// An entry of this kind, if it exists.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "BySlug")]
pub(crate) struct OneService {
    #[arguments(slug: $municipality)]
    municipality: Option<ServicePlace>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "BySlug")]
struct ServicePlace {
    #[arguments(slug: $slug)]
    service: Option<EditedService>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
struct EditedService {
    id: cynic::Id,
    slug: String,
    name: String,
    revision: i32,
    form: ServiceForm,
}

impl OneService {
    /// The entry.
    pub(crate) fn entry(self) -> Option<Entry> {
        Some(self.municipality?.service?.entry())
    }
}

impl EditedService {
    fn entry(self) -> Entry {
        Entry {
            form: as_json(&self.form),
            id: self.id,
            name: self.name,
            slug: self.slug,
            revision: self.revision,
        }
    }
}
