//! The audit log: one entry in the same transaction as the change it tells of. Entries are only ever added.

use entity::audit::audit_entry;
use entity::ids::{AuditEntryId, MunicipalityId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::access::Action;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::ids::NodeId;

/// Notes that the actor did `action` to `subject`.
///
/// # Errors
/// The database's; the caller's transaction then ends without the change.
pub async fn record(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    municipality: Option<MunicipalityId>,
    action: Action,
    subject: NodeId,
    detail: Option<String>,
) -> Result<()> {
    let entry = audit_entry::ActiveModel {
        id: Set(AuditEntryId(ctx.new_key())),
        municipality_id: Set(municipality),
        at: Set(ctx.now()),
        actor: Set(ctx.actor().to_string()),
        action: Set(format!("{action:?}")),
        subject: Set(subject.to_string()),
        detail: Set(detail),
    };
    audit_entry::Entity::insert(entry).exec_without_returning(db).await?;
    Ok(())
}
