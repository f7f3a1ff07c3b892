//! A framework's settings.

use std::sync::Arc;

use entity::directory::values::{ChangeAction, Visibility};
use entity::framework::framework;
use entity::framework::values::Part;

use super::super::read::Draft;
use super::super::rules::{self, Settings};
use super::super::writable::writable;
use super::super::{state, store};
use super::reload;
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::service as directory_service;
use crate::error::{Error, Result};
use crate::forms::Tidy;
use crate::framework::history::{self, Happening};
use crate::ids::Opaque;

/// Sets how many must approve, how often and by whom it is updated, and who may read its editions.
///
/// # Errors
/// What the policy says; `Stale`; refusals; the database's.
pub(in crate::framework::draft) async fn update(
    ctx: &Ctx,
    municipality: &str,
    revision: i32,
    mut settings: Settings,
    visibility: Visibility,
) -> Result<Arc<Draft>> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    let here = directory.municipality.id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    settings.next_update_by.tidy();
    let tx = db::begin(ctx.app().db()).await?;
    let before = writable(&tx, here).await?;
    if before.revision != revision {
        return Err(Error::Stale);
    }
    let people = store::people(ctx, &tx, here, std::collections::HashSet::new()).await?;
    let editions = store::count_editions(&tx, here).await?;
    let refusals = rules::settings(&settings, people.steering_members().len(), editions);
    if !refusals.is_empty() {
        return Err(Error::Refused(refusals));
    }
    let mut after = before.clone();
    after.approvals_needed = settings.approvals_needed;
    after.interval_months = settings.interval_months;
    after.due_on = settings.due_on;
    after.next_update_by = settings.next_update_by;
    after.visibility = visibility;
    // What says the same is no change, and leaves the revision to those who read it.
    if after != before {
        after.revision += 1;
        after.updated_at = ctx.now();
        let (was, is) = (state::of_framework(&before), state::of_framework(&after));
        let happening = Happening {
            part: Part::Framework,
            id: after.id.0,
            name: &directory.municipality.name,
            action: ChangeAction::Updated,
            revision: after.revision,
            before: Some(was.clone()),
            after: Some(is.clone()),
        };
        let subject = after.id.show();
        store::put::<framework::Entity>(&tx, after).await?;
        history::record(ctx, &tx, here, happening).await?;
        let told = Told { detail: Some("Settings".to_owned()), before: Some(was), after: Some(is) };
        audit::record(ctx, &tx, Some(here), Action::FrameworkWrite, subject, told).await?;
    }
    tx.commit().await?;
    reload(ctx, here).await
}
