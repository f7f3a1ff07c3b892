//! Mail: an outbox. A mail is written in the transaction of what it tells of ([`enqueue`]) and sent afterwards
//! ([`sender`]), tried again for as long as that makes sense, by one instance at a time. What is written can't be lost
//! when the mail server is away, and what is undone is never sent.
//!
//! Subjects name no citizen. In a demo without a mail server, mails go nowhere and are read at a page.

mod store;

pub mod sender;
pub mod service;
mod smtp;
mod tries;

pub use smtp::Post;
pub use tries::Tries;

pub mod graphql;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::ids::MunicipalityId;
use sea_orm::ConnectionTrait;

use crate::ctx::Ctx;
use crate::error::Result;

/// A mail to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The tenant, where there is one.
    pub municipality: Option<MunicipalityId>,
    /// Mail address.
    pub recipient: String,
    /// Subject line; names no citizen.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// What it may be sent only once for; none where it is sent however often it is written.
    pub dedupe_key: Option<String>,
    /// When to send it; now, or at a time to come.
    pub due_at: DateTime<Utc>,
}

/// Writes a mail in the caller's transaction. A second one with the same `dedupe_key` is left out silently.
///
/// # Errors
/// The database's.
pub async fn enqueue(ctx: &Ctx, tx: &impl ConnectionTrait, mail: Mail) -> Result<()> {
    enqueue_all(ctx, tx, [mail]).await
}

/// The same for many mails, in one statement for every few hundred.
///
/// # Errors
/// The database's.
pub async fn enqueue_all(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    mails: impl IntoIterator<Item = Mail>,
) -> Result<()> {
    store::insert(ctx, tx, mails.into_iter().collect()).await
}

/// Those of these `dedupe_key`s of which a mail has been written.
///
/// # Errors
/// The database's.
pub(crate) async fn written(db: &impl ConnectionTrait, keys: Vec<String>) -> Result<HashSet<String>> {
    store::written(db, keys).await
}
