//! Themes, target groups and the catalogue's edition.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;

use super::{Contact, entry_type};
use crate::directory::forms::{Form, TargetGroupForm, ThemeForm};
use crate::directory::{Directory, TargetGroupEntry, ThemeEntry, editing, service};
use crate::error::{Error, Result};
use crate::graphql::prompt::Prompt;
use crate::graphql::request;
use crate::ids::NodeId;

entry_type! {
    /// A theme: a chapter of the catalogue.
    Theme in themes: ThemeEntry
}

/// A theme: a chapter of the catalogue.
#[Object]
impl Theme {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        NodeId::Theme(self.entry().row.id).show().into()
    }

    /// Unique within the municipality; what filters take.
    async fn slug(&self) -> &str {
        &self.entry().row.slug
    }

    /// Danish name.
    async fn name(&self) -> &str {
        &self.entry().row.name
    }

    /// English name.
    async fn name_en(&self) -> &str {
        &self.entry().row.name_en
    }

    /// One sentence about what stands here, in Danish.
    async fn description(&self) -> Option<&str> {
        self.entry().row.description.as_deref()
    }

    /// Key of its pictogram.
    async fn icon(&self) -> &str {
        &self.entry().row.icon
    }

    /// The entry as it is edited, for those who may change it.
    async fn form(&self, context: &Context<'_>) -> Result<ThemeForm> {
        let id = NodeId::Theme(self.entry().row.id);
        match editing::service::form(request(context), &self.directory, id)? {
            Form::Theme(form) => Ok(form),
            _ => Err(Error::NotFound),
        }
    }

    /// Counts up with every change; to be sent with the next one.
    async fn revision(&self) -> i32 {
        self.entry().row.revision
    }

    /// How many services stand under it.
    async fn service_count(&self) -> usize {
        self.entry().services.len()
    }
}

entry_type! {
    /// A group of people that services are for.
    TargetGroup in target_groups: TargetGroupEntry
}

/// A group of people that services are for.
#[Object]
impl TargetGroup {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        NodeId::TargetGroup(self.entry().row.id).show().into()
    }

    /// Unique within the municipality; what filters take.
    async fn slug(&self) -> &str {
        &self.entry().row.slug
    }

    /// Danish name.
    async fn name(&self) -> &str {
        &self.entry().row.name
    }

    /// English name.
    async fn name_en(&self) -> &str {
        &self.entry().row.name_en
    }

    /// The entry as it is edited, for those who may change it.
    async fn form(&self, context: &Context<'_>) -> Result<TargetGroupForm> {
        let id = NodeId::TargetGroup(self.entry().row.id);
        match editing::service::form(request(context), &self.directory, id)? {
            Form::TargetGroup(form) => Ok(form),
            _ => Err(Error::NotFound),
        }
    }

    /// Counts up with every change; to be sent with the next one.
    async fn revision(&self) -> i32 {
        self.entry().row.revision
    }

    /// How many services are for it.
    async fn service_count(&self) -> usize {
        self.entry().services.len()
    }
}

/// An edition of the printable catalogue.
pub struct CatalogueEdition {
    directory: Arc<Directory>,
}

impl CatalogueEdition {
    pub(crate) fn of(directory: &Arc<Directory>) -> Option<Self> {
        directory.edition.is_some().then(|| Self { directory: directory.clone() })
    }

    fn row(&self) -> Option<&entity::directory::catalogue_edition::Model> {
        self.directory.edition.as_ref()
    }
}

/// An edition of the printable catalogue.
#[Object]
impl CatalogueEdition {
    /// What the municipality calls its catalogue.
    async fn title(&self) -> &str {
        self.row().map_or("", |row| &row.title)
    }

    /// The edition in words, for example “2024–2025”.
    async fn edition(&self) -> &str {
        self.row().map_or("", |row| &row.edition)
    }

    /// Its date.
    async fn published_on(&self) -> NaiveDate {
        self.row().map(|row| row.published_on).unwrap_or_default()
    }

    /// Who answers for it.
    async fn editor(&self, context: &Context<'_>) -> Option<Prompt<Contact>> {
        let at = self.directory.contact(self.row()?.editor_id?)?;
        let seen = service::may_see(request(context), &self.directory.contacts[at]);
        seen.then(|| Prompt(Contact::new(self.directory.clone(), at)))
    }

    /// The document that the content was taken from.
    async fn source(&self) -> &str {
        self.row().map_or("", |row| &row.source)
    }

    /// Path of the printable page.
    async fn url(&self) -> String {
        format!("/{}/katalog", self.directory.municipality.slug)
    }
}
