//! The mails of a demo.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;
use crate::directory::queries::hits::PageInfo;
use crate::format::moment::Moment;

/// Asks for a page of mails, the newest first.
pub(crate) fn page(after: Option<String>) -> Operation<Outbox, OutboxVariables> {
    Outbox::build(OutboxVariables { after })
}

/// Which page.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct OutboxVariables {
    after: Option<String>,
}

/// A page of mails.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "OutboxVariables")]
pub(crate) struct Outbox {
    /// The mails.
    #[arguments(first: 20, after: $after)]
    pub(crate) outbox: MailConnection,
}

/// Mails, and whether there are more.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct MailConnection {
    /// The mails.
    pub(crate) nodes: Vec<Mail>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
}

/// A mail.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Mail {
    /// The key.
    pub(crate) id: cynic::Id,
    /// To whom.
    pub(crate) recipient: String,
    /// What it is about.
    pub(crate) subject: String,
    /// What it says.
    pub(crate) body: String,
    /// When it was written.
    pub(crate) created_at: Moment,
}
