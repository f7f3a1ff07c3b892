//! The audit log: who did what to what, when, from where, before and after. One entry in the same transaction as the
//! change it tells of. Entries are only ever added; each carries the hash of the one before, so that a change made
//! behind the service's back can be found ([`chain`]).

pub mod chain;
pub mod csv;
pub mod graphql;
pub mod service;
mod store;

use entity::audit::audit_entry;
use entity::ids::{AuditEntryId, MunicipalityId};
use sea_orm::ConnectionTrait;
use serde_json::Value;

use crate::access::Action;
use crate::ctx::Ctx;
use crate::db::insert_all;
use crate::error::Result;

/// What an entry tells beside who, what and when. Never a secret: no password, token or key, hashed or not.
#[derive(Debug, Default)]
pub struct Told {
    /// In words.
    pub detail: Option<String>,
    /// What it was.
    pub before: Option<Value>,
    /// What it is.
    pub after: Option<Value>,
}

impl Told {
    /// Words alone.
    pub fn words(detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..Self::default() }
    }
}

/// Notes that the actor did `action` to `subject`, an opaque id. Holds the end of the chain until the transaction is
/// over, so write it last.
///
/// # Errors
/// The database's; the caller's transaction then ends without the change.
pub async fn record(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: Option<MunicipalityId>,
    action: Action,
    subject: impl ToString,
    told: Told,
) -> Result<()> {
    record_all(ctx, tx, municipality, action, vec![(subject.to_string(), told)]).await
}

/// Notes the same of many things at once, in this order; as few statements as of one.
///
/// # Errors
/// The database's; the caller's transaction then ends without the changes.
pub async fn record_all(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: Option<MunicipalityId>,
    action: Action,
    told: Vec<(String, Told)>,
) -> Result<()> {
    if told.is_empty() {
        return Ok(());
    }
    let places = i64::try_from(told.len()).unwrap_or(i64::MAX);
    let head = chain::take_head(tx, places).await?;
    let json = |value: Option<Value>| value.map(|value| value.to_string());
    let (first, mut hash_before) = (head.sequence - places + 1, head.hash);
    let mut entries = Vec::with_capacity(told.len());
    for (sequence, (subject, told)) in (first..).zip(told) {
        let mut entry = audit_entry::Model {
            id: AuditEntryId(ctx.new_key()),
            municipality_id: municipality,
            at: ctx.now(),
            actor: ctx.actor().to_string(),
            action: format!("{action:?}"),
            subject,
            detail: told.detail,
            sequence: Some(sequence),
            person_id: ctx.person().map(|person| person.id),
            address: ctx.address_to_note(),
            before: json(told.before),
            after: json(told.after),
            previous_hash: Some(hash_before),
            hash: None,
        };
        let hash = chain::hash(&entry);
        entry.hash = Some(hash.clone());
        hash_before = hash;
        entries.push(entry);
    }
    insert_all(tx, entries).await?;
    chain::set_head(tx, &hash_before).await
}
