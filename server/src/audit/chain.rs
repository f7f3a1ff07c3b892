//! The chain of the audit log: its end, the hash of an entry, and whether it is whole.

use entity::audit::{audit_entry, audit_head};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// Entries read at once while verifying.
const BATCH: u64 = 1_000;

/// Takes the next places in the chain; returns the last of them with the hash of the entry before the first. Others
/// wait until the transaction is over.
pub(super) async fn take_head(tx: &impl ConnectionTrait, places: i64) -> Result<audit_head::Model> {
    let sequence = audit_head::Column::Sequence;
    audit_head::Entity::update_many().col_expr(sequence, Expr::col(sequence).add(places)).exec(tx).await?;
    let head = audit_head::Entity::find_by_id(1).one(tx).await?;
    head.ok_or_else(|| Error::Command("the audit log has no head; is the database migrated?".into()))
}

pub(super) async fn set_head(tx: &impl ConnectionTrait, hash: &str) -> Result<()> {
    audit_head::Entity::update_many().col_expr(audit_head::Column::Hash, Expr::value(hash)).exec(tx).await?;
    Ok(())
}

/// SHA-256 over what the entry tells and the hash of the one before, in hexadecimal. Fields are written as a JSON
/// array, so that none can run into the next.
pub fn hash(entry: &audit_entry::Model) -> String {
    let told = serde_json::json!([
        entry.previous_hash,
        entry.sequence,
        entry.id.0,
        entry.municipality_id.map(|id| id.0),
        entry.at.timestamp_micros(),
        entry.actor,
        entry.person_id.map(|id| id.0),
        entry.address,
        entry.action,
        entry.subject,
        entry.detail,
        entry.before,
        entry.after,
    ]);
    hex(&Sha256::digest(told.to_string()))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What reading the whole chain found.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every entry is as it was written, and none is missing.
    Whole {
        /// How many entries it has.
        entries: i64,
    },
    /// The first place where it is not.
    Broken {
        /// Place in the chain.
        sequence: i64,
        /// What is wrong there.
        problem: &'static str,
    },
}

/// Reads the whole chain, in order.
///
/// # Errors
/// The database's.
pub async fn verify(db: &impl ConnectionTrait) -> Result<Verdict> {
    let (mut sequence, mut hash_before) = (0, "0".repeat(64));
    loop {
        let batch = audit_entry::Entity::find()
            .filter(audit_entry::Column::Sequence.gt(sequence))
            .order_by_asc(audit_entry::Column::Sequence)
            .limit(BATCH)
            .all(db)
            .await?;
        if batch.is_empty() {
            break;
        }
        for entry in batch {
            let broken = |problem| Ok(Verdict::Broken { sequence: sequence + 1, problem });
            if entry.sequence != Some(sequence + 1) {
                return broken("an entry is missing");
            }
            if entry.previous_hash.as_ref() != Some(&hash_before) {
                return broken("the entry does not follow the one before");
            }
            let hash_now = hash(&entry);
            if entry.hash.as_ref() != Some(&hash_now) {
                return broken("the entry has been changed");
            }
            (sequence, hash_before) = (sequence + 1, hash_now);
        }
    }
    let head = audit_head::Entity::find_by_id(1).one(db).await?;
    match head {
        Some(head) if head.sequence == sequence && head.hash == hash_before => {
            Ok(Verdict::Whole { entries: sequence })
        }
        _ => Ok(Verdict::Broken { sequence: sequence + 1, problem: "entries are missing at the end" }),
    }
}
