//! What takes entries away: merging two, closing a service, taking out what nothing needs any more.

use crate::api::schema;
use crate::mutation;

/// An entry to be taken out.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct EntryDeleteInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// A word on why.
    pub(crate) note: Option<String>,
}

mutation! {
    /// Takes a theme out.
    theme_delete(EntryDeleteInput) -> "EntryDeletePayload"
}
mutation! {
    /// Takes a target group out.
    target_group_delete(EntryDeleteInput) -> "EntryDeletePayload"
}
mutation! {
    /// Takes words of the municipality's own out.
    concept_delete(EntryDeleteInput) -> "EntryDeletePayload"
}
mutation! {
    /// Takes a contact out, of its services too.
    contact_delete(EntryDeleteInput) -> "EntryDeletePayload"
}
mutation! {
    /// Takes an organisation out to which nothing belongs.
    organisation_delete(EntryDeleteInput) -> "EntryDeletePayload"
}

/// Two entries to become one.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct EntryMergeInput {
    /// The one that goes.
    pub(crate) id: cynic::Id,
    /// The one that stays.
    pub(crate) into_id: cynic::Id,
    /// The revision of the one that goes.
    pub(crate) revision: i32,
    /// The revision of the one that stays.
    pub(crate) into_revision: i32,
    /// A word on why.
    pub(crate) note: Option<String>,
}

mutation! {
    /// Makes one organisation part of another.
    organisation_merge(EntryMergeInput) -> "OrganisationMergePayload"
}
mutation! {
    /// Makes one contact part of another.
    contact_merge(EntryMergeInput) -> "ContactMergePayload"
}

/// A service to be closed for good.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ServiceCloseInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// What takes its place.
    pub(crate) successor_id: Option<cynic::Id>,
    /// A word on why.
    pub(crate) note: Option<String>,
}

mutation! {
    /// Closes a service.
    service_close(ServiceCloseInput) -> "ServiceClosePayload"
}
