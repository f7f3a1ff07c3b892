//! The outbox in GraphQL.

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use entity::ids::OutgoingMailId;
use entity::mail::outgoing_mail;

use super::service;
use crate::error::{Error, Result};
use crate::graphql::request;
use crate::graphql::slice::connection;
use crate::ids::Opaque;

/// Where a query for mails begins.
#[derive(Default)]
pub struct MailQuery;

/// Where a query for mails begins.
#[Object]
impl MailQuery {
    /// Mails that the service has written, the newest first. In a demo they are here for everybody to read, because
    /// they go nowhere else. Otherwise for nobody: links in mails are keys.
    #[graphql(complexity = "first.max(0) as usize * child_complexity", cache_control(no_cache))]
    async fn outbox(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
    ) -> Result<MailConnection> {
        let after = after.map(|cursor| {
            let wrong =
                || Error::invalid("after", "This cursor is not in the list; start from the beginning.");
            OutgoingMailId::read(&cursor).ok_or_else(wrong)
        });
        let mails = service::outbox(request(context), first, after.transpose()?).await?;
        Ok(MailConnection::new(mails.map(Mail::from)))
    }
}

/// A mail that the service has written.
#[derive(Clone, SimpleObject)]
pub struct Mail {
    /// Opaque key.
    id: ID,
    /// Mail address of the recipient.
    recipient: String,
    /// Subject line.
    subject: String,
    /// The text.
    body: String,
    /// When it was written.
    created_at: DateTime<Utc>,
    /// When the mail server took it; null while it waits.
    sent_at: Option<DateTime<Utc>>,
}

impl From<outgoing_mail::Model> for Mail {
    fn from(row: outgoing_mail::Model) -> Self {
        Self {
            id: row.id.show().into(),
            recipient: row.recipient,
            subject: row.subject,
            body: row.body,
            created_at: row.created_at,
            sent_at: row.sent_at,
        }
    }
}

impl Mail {
    fn cursor(&self) -> String {
        self.id.to_string()
    }
}

connection! {
    /// A page of mails.
    MailConnection,
    /// A mail on a page.
    MailEdge of Mail
}

impl MailConnection {
    async fn count(&self, context: &Context<'_>) -> Result<u64> {
        service::count(request(context)).await
    }
}
