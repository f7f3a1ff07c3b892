//! Reading the outbox.

use entity::ids::OutgoingMailId;
use entity::mail::outgoing_mail;

use super::store;
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::graphql::slice::{Slice, size};

/// Mails written, the newest first. In a demo everybody may read them, otherwise nobody.
///
/// # Errors
/// What the policy says; `Invalid` for a size out of bounds; the database's.
pub async fn outbox(
    ctx: &Ctx,
    first: i32,
    after: Option<OutgoingMailId>,
) -> Result<Slice<outgoing_mail::Model>> {
    authorize(ctx)?;
    let size = size(first)?;
    let found = store::list(ctx.app().db(), size + 1, after).await?;
    Ok(Slice::of(found, size, after.is_some()))
}

/// How many mails there are.
///
/// # Errors
/// What the policy says; the database's.
pub async fn count(ctx: &Ctx) -> Result<u64> {
    authorize(ctx)?;
    store::count(ctx.app().db()).await
}

fn authorize(ctx: &Ctx) -> Result<()> {
    let subject = if ctx.app().is_demo() { Subject::Published } else { Subject::Installation };
    ctx.authorize(Action::OutboxRead, subject)
}
