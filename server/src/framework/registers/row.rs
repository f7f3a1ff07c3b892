//! A row as it is read: the row of the table, and what its form says with the names that organisations have today.

use std::sync::Arc;

use entity::directory::values::ServiceStatus;
use entity::framework::register_row;
use serde_json::Value;

use super::forms::RegisterForm;
use super::graphql::{OrganisationLink, ServiceLink};
use crate::directory::{Directory, ServiceEntry};
use crate::error::{Error, Result};
use crate::ids::NodeId;

/// A row of a register.
#[derive(Clone)]
pub(in crate::framework) struct Row {
    /// The directory that it refers to.
    pub directory: Arc<Directory>,
    /// As it is stored.
    pub row: Arc<register_row::Model>,
    /// What it says.
    pub form: Arc<RegisterForm>,
}

impl Row {
    /// Reads what is stored.
    ///
    /// # Errors
    /// `Data` where it can't be read.
    pub fn read(directory: Arc<Directory>, row: register_row::Model) -> Result<Self> {
        let unreadable = |error: serde_json::Error| Error::Data {
            file: format!("register_row {}", row.id.0),
            message: error.to_string(),
        };
        let json: Value = serde_json::from_str(&row.form).map_err(unreadable)?;
        let form = RegisterForm::read(row.register, &json)?.filled(&directory);
        Ok(Self { directory, row: Arc::new(row), form: Arc::new(form) })
    }
}

/// Where the organisations that a row names stand in the directory today, each once; those that are not there are left
/// out.
pub(crate) fn row_links(directory: &Directory, form: &RegisterForm) -> Vec<OrganisationLink> {
    let mut places: Vec<usize> = Vec::new();
    for at in form.parties().into_iter().filter_map(|party| party.place(directory)) {
        if !places.contains(&at) {
            places.push(at);
        }
    }
    let link = |at: usize| {
        let row = &directory.organisations[at].row;
        OrganisationLink {
            organisation_id: NodeId::Organisation(row.id).to_string().into(),
            name: row.name.clone(),
            path: format!("/{}/organisationer/{}", directory.municipality.slug, row.slug),
        }
    };
    places.into_iter().map(link).collect()
}

/// Where the services that a row names stand in the directory today, each once: whoever is named as a service is called
/// that is not closed.
pub(crate) fn service_links(directory: &Directory, form: &RegisterForm) -> Vec<ServiceLink> {
    let mut names: Vec<&str> = Vec::new();
    for party in form.parties().into_iter().filter(|party| party.organisation_id.is_none()) {
        if !names.contains(&party.name.as_str()) {
            names.push(&party.name);
        }
    }
    let link = |name: &str| {
        let is_it =
            |service: &&ServiceEntry| service.row.name == name && service.row.status != ServiceStatus::Closed;
        let row = &directory.services.iter().find(is_it)?.row;
        Some(ServiceLink {
            service_id: NodeId::Service(row.id).to_string().into(),
            name: row.name.clone(),
            path: format!("/{}/tilbud/{}", directory.municipality.slug, row.slug),
        })
    };
    names.into_iter().filter_map(link).collect()
}
