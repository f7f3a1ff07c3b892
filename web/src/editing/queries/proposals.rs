//! Proposed changes and reported errors, and what is decided about them.

use cynic::{Operation, QueryBuilder};
use serde_json::Value;

use super::forms::{
    ContactForm, FilledContact, FilledOrganisation, FilledService, OrganisationForm, ServiceForm, as_json,
};
use super::history::{ChangedField, EntryKind};
use crate::api::schema;
use crate::directory::queries::hits::PageInfo;
use crate::format::moment::Moment;
use crate::mutation;

/// Asks for a page of proposals.
pub(crate) fn page(variables: ProposalsVariables) -> Operation<Proposals, ProposalsVariables> {
    Proposals::build(variables)
}

/// Which proposals.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ProposalsVariables {
    /// The municipality's slug.
    pub(crate) slug: String,
    /// Where they stand.
    pub(crate) status: Option<Vec<ProposalStatus>>,
    /// After which.
    pub(crate) after: Option<String>,
}

/// The proposals.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ProposalsVariables")]
pub(crate) struct Proposals {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ProposalsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "ProposalsVariables")]
pub(crate) struct ProposalsMunicipality {
    /// The proposals, the newest first.
    #[arguments(status: $status, first: 20, after: $after)]
    pub(crate) proposals: ProposalConnection,
}

/// A page of proposals.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ProposalConnection {
    /// The proposals.
    pub(crate) nodes: Vec<Proposal>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
}

/// A proposal, or an error that somebody reported.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Proposal {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// What kind of entry.
    pub(crate) kind: EntryKind,
    /// Which entry.
    pub(crate) subject_id: Option<cynic::Id>,
    /// What it was called then.
    pub(crate) subject_name: String,
    /// Where it stands.
    pub(crate) status: ProposalStatus,
    /// What is wrong, or why.
    pub(crate) message: Option<String>,
    /// When it was made.
    pub(crate) created_at: Moment,
    /// By whom.
    pub(crate) proposer_name: Option<String>,
    /// Where to answer.
    pub(crate) proposer_email: Option<String>,
    /// What differs.
    pub(crate) fields: Vec<ChangedField>,
    /// A service as proposed.
    pub(crate) service_form: Option<ServiceForm>,
    /// A contact as proposed.
    pub(crate) contact_form: Option<ContactForm>,
    /// An organisation as proposed.
    pub(crate) organisation_form: Option<OrganisationForm>,
    /// Whether the entry has been changed since.
    pub(crate) is_outdated: bool,
    /// What was answered.
    pub(crate) answer: Option<String>,
    /// When it was decided.
    pub(crate) decided_at: Option<Moment>,
    /// Its own revision.
    pub(crate) revision: i32,
}

impl Proposal {
    /// The entry as proposed; none for a report in words.
    pub(crate) fn form(&self) -> Option<Value> {
        match self.kind {
            EntryKind::Service => self.service_form.as_ref().map(as_json),
            EntryKind::Contact => self.contact_form.as_ref().map(as_json),
            EntryKind::Organisation => self.organisation_form.as_ref().map(as_json),
            _ => None,
        }
    }
}

/// Where a proposal stands.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProposalStatus {
    /// It waits.
    Pending,
    /// It was taken over.
    Accepted,
    /// It was taken over with changes.
    Adjusted,
    /// It was not taken over.
    Declined,
    /// It was taken back.
    Withdrawn,
}

/// A proposal to be taken over, as it is or with changes.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ProposalAcceptInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// All of a service, with changes.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) service_form: Option<FilledService>,
    /// All of a contact, with changes.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) contact_form: Option<FilledContact>,
    /// All of an organisation, with changes.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) organisation_form: Option<FilledOrganisation>,
    /// The entry's revision that the changes are written on.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) subject_revision: Option<i32>,
    /// A word to whoever proposed it.
    pub(crate) answer: Option<String>,
}

mutation! {
    /// Takes a proposal over.
    proposal_accept(ProposalAcceptInput) -> "ProposalAcceptPayload"
}

/// A proposal that is not taken over.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ProposalDeclineInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// Why not.
    pub(crate) answer: String,
}

mutation! {
    /// Does not take a proposal over.
    proposal_decline(ProposalDeclineInput) -> "ProposalPayload"
}

/// A proposal that is taken back.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ProposalWithdrawInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
}

mutation! {
    /// Takes a proposal back.
    proposal_withdraw(ProposalWithdrawInput) -> "ProposalPayload"
}

/// An error that somebody reports in words.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ErrorReportInput {
    /// Of which entry.
    pub(crate) subject: cynic::Id,
    /// What is wrong.
    pub(crate) message: String,
    /// Who reports it.
    pub(crate) name: Option<String>,
    /// Where to answer.
    pub(crate) email: Option<String>,
}

mutation! {
    /// Reports an error.
    error_report(ErrorReportInput) -> "ErrorReportPayload"
}
