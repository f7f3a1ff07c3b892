//! A contact in GraphQL.

use async_graphql::{Context, ID, Object};

use super::reach::{Email, Phone, Schedule};
use super::values::ContactKind;
use super::{Organisation, Service, entry_type};
use crate::directory::forms::{ContactForm, Form};
use crate::directory::{ContactEntry, editing};
use crate::error::{Error, Result};
use crate::graphql::prompt::{Prompt, Prompts};
use crate::graphql::request;
use crate::ids::NodeId;

entry_type! {
    /// A person or a function that one can reach.
    Contact in contacts: ContactEntry
}

/// A person or a function that one can reach.
#[Object]
impl Contact {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        NodeId::Contact(self.entry().row.id).show().into()
    }

    /// A person or a function.
    async fn kind(&self) -> ContactKind {
        self.entry().row.kind.into()
    }

    /// Name of the person or the function.
    async fn name(&self) -> &str {
        &self.entry().row.name
    }

    /// Job title.
    async fn title(&self) -> Option<&str> {
        self.entry().row.title.as_deref()
    }

    /// Part of the organisation, in words.
    async fn department(&self) -> Option<&str> {
        self.entry().row.department.as_deref()
    }

    /// Where its source is uncertain.
    async fn source_note(&self) -> Option<&str> {
        self.entry().row.source_note.as_deref()
    }

    /// Where the contact works.
    async fn organisation(&self) -> Prompt<Organisation> {
        Prompt(Organisation::new(self.directory.clone(), self.entry().organisation))
    }

    /// Its numbers.
    async fn phones(&self) -> Prompts<Phone<'_>> {
        Phone::list(&self.entry().reach.phones)
    }

    /// Its mail addresses.
    async fn emails(&self) -> Prompts<Email<'_>> {
        Email::list(&self.entry().reach.emails)
    }

    /// When it can be reached.
    async fn schedules(&self) -> Prompts<Schedule<'_>> {
        Schedule::list(&self.entry().reach.schedules)
    }

    /// The entry as it is edited, for those who may change it or propose how.
    async fn form(&self, context: &Context<'_>) -> Result<ContactForm> {
        let id = NodeId::Contact(self.entry().row.id);
        match editing::service::form(request(context), &self.directory, id)? {
            Form::Contact(form) => Ok(form),
            _ => Err(Error::NotFound),
        }
    }

    /// Counts up with every change; to be sent with the next one.
    async fn revision(&self) -> i32 {
        self.entry().row.revision
    }

    /// The services it is a contact for.
    #[graphql(complexity = "2 * child_complexity")]
    async fn services(&self, context: &Context<'_>) -> Result<Prompts<Service>> {
        Service::list(context, &self.directory, self.entry().services.iter().copied())
    }
}
