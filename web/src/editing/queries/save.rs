//! Saving an entry, and proposing a change of one.

use super::forms::{
    ContactForm, FilledContact, FilledOrganisation, FilledService, OrganisationForm, ServiceForm,
};
use crate::api::{UserError, schema};
use crate::mutation;

/// A contact that was saved.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Contact")]
pub(crate) struct SavedContact {
    id: cynic::Id,
}

/// An organisation that was saved.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct SavedOrganisation {
    /// Its slug.
    pub(crate) slug: String,
}

/// A service that was saved.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct SavedService {
    /// Its slug.
    pub(crate) slug: String,
}

/// Contact: what was saved, or what was wrong, with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ContactUpdatePayload {
    /// The entry.
    pub(crate) contact: Option<SavedContact>,
    /// What the other saved.
    pub(crate) current: Option<ContactForm>,
    /// Its revision.
    pub(crate) current_revision: Option<i32>,
    /// Who it was.
    pub(crate) changed_by: Option<String>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// Contact: what was made, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ContactCreatePayload {
    /// The entry.
    pub(crate) contact: Option<SavedContact>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// Contact: a change.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ContactUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of it.
    pub(crate) form: FilledContact,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// Contact: a new one.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ContactCreateInput {
    /// Where.
    pub(crate) municipality: String,
    /// All of it.
    pub(crate) form: FilledContact,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// Organisation: what was saved, or what was wrong, with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OrganisationUpdatePayload {
    /// The entry.
    pub(crate) organisation: Option<SavedOrganisation>,
    /// What the other saved.
    pub(crate) current: Option<OrganisationForm>,
    /// Its revision.
    pub(crate) current_revision: Option<i32>,
    /// Who it was.
    pub(crate) changed_by: Option<String>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// Organisation: what was made, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OrganisationCreatePayload {
    /// The entry.
    pub(crate) organisation: Option<SavedOrganisation>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// Organisation: a change.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct OrganisationUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of it.
    pub(crate) form: FilledOrganisation,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// Organisation: a new one.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct OrganisationCreateInput {
    /// Where.
    pub(crate) municipality: String,
    /// All of it.
    pub(crate) form: FilledOrganisation,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// Service: what was saved, or what was wrong, with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceUpdatePayload {
    /// The entry.
    pub(crate) service: Option<SavedService>,
    /// What the other saved.
    pub(crate) current: Option<ServiceForm>,
    /// Its revision.
    pub(crate) current_revision: Option<i32>,
    /// Who it was.
    pub(crate) changed_by: Option<String>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// Service: what was made, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceCreatePayload {
    /// The entry.
    pub(crate) service: Option<SavedService>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// Service: a change.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ServiceUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of it.
    pub(crate) form: FilledService,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// Service: a new one.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ServiceCreateInput {
    /// Where.
    pub(crate) municipality: String,
    /// All of it.
    pub(crate) form: FilledService,
    /// A word on why.
    pub(crate) note: Option<String>,
}

mutation! {
    /// Changes a contact.
    contact_update(ContactUpdateInput) -> ContactUpdatePayload
}
mutation! {
    /// Changes an organisation.
    organisation_update(OrganisationUpdateInput) -> OrganisationUpdatePayload
}
mutation! {
    /// Changes a service.
    service_update(ServiceUpdateInput) -> ServiceUpdatePayload
}
mutation! {
    /// Makes a contact.
    contact_create(ContactCreateInput) -> ContactCreatePayload
}
mutation! {
    /// Makes an organisation.
    organisation_create(OrganisationCreateInput) -> OrganisationCreatePayload
}
mutation! {
    /// Makes a service.
    service_create(ServiceCreateInput) -> ServiceCreatePayload
}

/// A proposed change.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ProposalMakeInput {
    /// Of which entry.
    pub(crate) subject: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of a service.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) service_form: Option<FilledService>,
    /// All of a contact.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) contact_form: Option<FilledContact>,
    /// All of an organisation.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) organisation_form: Option<FilledOrganisation>,
    /// A word on why.
    pub(crate) message: Option<String>,
}

mutation! {
    /// Proposes a change.
    proposal_make(ProposalMakeInput) -> "ProposalPayload"
}
