//! An organisation in GraphQL.

use async_graphql::{Context, ID, Object};

use super::reach::{Email, Link, Location, Phone};
use super::values::Sector;
use super::{Contact, Service, entry_type};
use crate::directory::forms::{Form, OrganisationForm};
use crate::directory::{OrganisationEntry, editing, service};
use crate::error::{Error, Result};
use crate::graphql::prompt::{Prompt, Prompts};
use crate::graphql::request;
use crate::ids::NodeId;

entry_type! {
    /// An organisation or a unit of one.
    Organisation in organisations: OrganisationEntry
}

/// An organisation or a unit of one; together they form a tree (branch → department).
#[Object]
impl Organisation {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        NodeId::Organisation(self.entry().row.id).show().into()
    }

    /// Unique within the municipality; last part of its path.
    async fn slug(&self) -> &str {
        &self.entry().row.slug
    }

    /// Official name.
    async fn name(&self) -> &str {
        &self.entry().row.name
    }

    /// Other names and abbreviations.
    async fn alternate_names(&self) -> &[String] {
        &self.entry().row.alternate_names.0
    }

    /// What it is, in Danish.
    async fn description(&self) -> Option<&str> {
        self.entry().row.description.as_deref()
    }

    /// Who runs it.
    async fn sector(&self) -> Sector {
        self.entry().row.sector.into()
    }

    /// CVR number, eight digits.
    async fn tax_id(&self) -> Option<&str> {
        self.entry().row.tax_id.as_deref()
    }

    /// Where its source is uncertain.
    async fn source_note(&self) -> Option<&str> {
        self.entry().row.source_note.as_deref()
    }

    /// Its numbers.
    async fn phones(&self) -> Prompts<Phone<'_>> {
        Phone::list(&self.entry().reach.phones)
    }

    /// Its mail addresses.
    async fn emails(&self) -> Prompts<Email<'_>> {
        Email::list(&self.entry().reach.emails)
    }

    /// Its places.
    async fn locations(&self) -> Prompts<Location<'_>> {
        Location::list(&self.entry().reach.locations)
    }

    /// Its web addresses.
    async fn links(&self) -> Prompts<Link<'_>> {
        Link::list(&self.entry().reach.links)
    }

    /// The unit it is part of.
    async fn parent(&self) -> Option<Prompt<Organisation>> {
        self.entry().parent.map(|at| Prompt(Self::new(self.directory.clone(), at)))
    }

    /// The units above it, outermost first.
    #[graphql(complexity = "2 * child_complexity")]
    async fn ancestors(&self, context: &Context<'_>) -> Result<Prompts<Organisation>> {
        Self::list(context, &self.directory, self.directory.ancestors(self.at).into_iter())
    }

    /// The units right below it.
    #[graphql(complexity = "2 * child_complexity")]
    async fn children(&self, context: &Context<'_>) -> Result<Prompts<Organisation>> {
        Self::list(context, &self.directory, self.entry().children.iter().copied())
    }

    /// The services anchored right here.
    #[graphql(complexity = "5 * child_complexity")]
    async fn services(&self, context: &Context<'_>) -> Result<Prompts<Service>> {
        Service::list(context, &self.directory, self.entry().services.iter().copied())
    }

    /// How many services there are here and below.
    async fn service_count(&self) -> usize {
        self.entry().service_count
    }

    /// The entry as it is edited, for those who may change it or propose how.
    async fn form(&self, context: &Context<'_>) -> Result<OrganisationForm> {
        let id = NodeId::Organisation(self.entry().row.id);
        match editing::service::form(request(context), &self.directory, id)? {
            Form::Organisation(form) => Ok(form),
            _ => Err(Error::NotFound),
        }
    }

    /// Counts up with every change; to be sent with the next one.
    async fn revision(&self) -> i32 {
        self.entry().row.revision
    }

    /// Its contacts that one may see, by name.
    #[graphql(complexity = "2 * child_complexity")]
    async fn contacts(&self, context: &Context<'_>) -> Result<Prompts<Contact>> {
        let seen = |at: &usize| service::may_see(request(context), &self.directory.contacts[*at]);
        let places: Vec<usize> = self.entry().contacts.iter().copied().filter(seen).collect();
        Contact::list(context, &self.directory, places.into_iter())
    }
}
