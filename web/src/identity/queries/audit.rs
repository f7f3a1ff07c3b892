//! The audit log.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;
use crate::directory::queries::hits::PageInfo;
use crate::format::date::Date;
use crate::format::moment::Moment;

/// Asks for a page of the log, the newest first.
pub(crate) fn page(variables: AuditVariables) -> Operation<Audit, AuditVariables> {
    Audit::build(variables)
}

/// Which page.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct AuditVariables {
    /// The municipality.
    pub(crate) slug: String,
    /// What must hold of the entries.
    pub(crate) filter: Option<AuditFilter>,
    /// After which entry.
    pub(crate) after: Option<String>,
}

/// What must hold of the entries.
#[derive(cynic::InputObject, Clone, Debug, Default, PartialEq)]
pub(crate) struct AuditFilter {
    /// What was done.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) actions: Option<Vec<String>>,
    /// Who did it.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) person: Option<cynic::Id>,
    /// To what.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<cynic::Id>,
    /// The first day.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<Date>,
    /// The last day.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<Date>,
}

/// A page of the log.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "AuditVariables")]
pub(crate) struct Audit {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<AuditMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "AuditVariables")]
pub(crate) struct AuditMunicipality {
    /// The entries.
    #[arguments(first: 50, after: $after, filter: $filter)]
    pub(crate) audit: AuditConnection,
}

/// Entries, and whether there are more.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct AuditConnection {
    /// The entries.
    pub(crate) nodes: Vec<AuditEntry>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
}

/// Something that was done.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct AuditEntry {
    /// The key.
    pub(crate) id: cynic::Id,
    /// When.
    pub(crate) at: Moment,
    /// Who.
    pub(crate) actor_name: String,
    /// What, as the policy calls it.
    pub(crate) action: String,
    /// To what, as a key.
    pub(crate) subject: String,
    /// To what, by name.
    pub(crate) subject_name: Option<String>,
    /// More, in words.
    pub(crate) detail: Option<String>,
    /// From which network address.
    pub(crate) address: Option<String>,
    /// What it was, as JSON.
    pub(crate) before: Option<String>,
    /// What it is, as JSON.
    pub(crate) after: Option<String>,
}
