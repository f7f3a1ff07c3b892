//! Saying that one has read an edition.

use std::sync::Arc;

use entity::framework::framework_edition;

use super::store::editions;
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::Opaque;

/// Notes that whoever asks has read an edition that they were told of. Twice is once.
///
/// # Errors
/// What the policy says; `NotFound`; a refusal where they were not told of it; the database's.
pub async fn confirm(ctx: &Ctx, municipality: &str, number: i32) -> Result<Arc<Directory>> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    let here = directory.municipality.id;
    ctx.authorize(Action::ReceiptConfirm, Subject::Internal(here))?;
    let person = ctx.person().ok_or(Error::Forbidden)?.id;
    let missing = || Refusal::new(RefusalCode::NotFound, "number", "There is no edition with this number.");
    let tx = db::begin(ctx.app().db()).await?;
    let edition: framework_edition::Model = editions::find(&tx, here, number).await?.ok_or_else(missing)?;
    if editions::confirm(ctx, &tx, edition.id, person).await? {
        let told = Told::words(format!("Has read edition {number}"));
        audit::record(ctx, &tx, Some(here), Action::ReceiptConfirm, edition.id.show(), told).await?;
    } else if editions::receipt(&tx, edition.id, person).await?.is_none() {
        let message = "You were not asked to confirm this edition.";
        return Err(Refusal::new(RefusalCode::NotFound, "number", message).into());
    }
    tx.commit().await?;
    Ok(directory)
}
