//! Reading plans: those that are for whoever asks.

use std::collections::HashMap;
use std::sync::Arc;

use entity::ids::PlanId;
use entity::plan::activity;

use super::{may_know_people, today};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::error::{Error, Result};
use crate::plan::whole::{Plans, Wanted};
use crate::plan::{rules, store};

/// The municipality's plans that are for whoever asks, the newest first. Four statements.
///
/// # Errors
/// The database's.
pub(crate) async fn list(ctx: &Ctx, directory: &Arc<Directory>) -> Result<Plans> {
    read(ctx, directory, None).await
}

/// One of them; without plans where there is none, or not for these eyes. Four statements.
///
/// # Errors
/// The database's.
pub(crate) async fn find(ctx: &Ctx, directory: &Arc<Directory>, id: PlanId) -> Result<Plans> {
    read(ctx, directory, Some(id)).await
}

async fn read(ctx: &Ctx, directory: &Arc<Directory>, one: Option<PlanId>) -> Result<Plans> {
    let is_of_here = may_know_people(ctx, directory.municipality.id);
    let wanted = Wanted { one, public_alone: !is_of_here };
    Plans::read(ctx.app().db(), directory.clone(), wanted, is_of_here).await
}

/// What whoever asks is responsible for and has to report on, the longest waiting first, each with its plan. The plans
/// themselves are not read. One statement.
///
/// # Errors
/// What the policy says; the database's.
pub(crate) async fn to_report(
    ctx: &Ctx,
    directory: &Arc<Directory>,
) -> Result<(Plans, Vec<(activity::Model, PlanId)>)> {
    let here = directory.municipality.id;
    ctx.authorize(Action::DeskRead, Subject::Internal(here))?;
    let me = ctx.person().ok_or(Error::NotFound)?;
    let today = today(ctx);
    let found = store::due(ctx.app().db(), here, today, Some(me.id)).await?;
    let mut mine: Vec<_> = found.into_iter().map(|(row, goal)| (row, goal.plan_id)).collect();
    mine.sort_by_key(|(row, _)| (rules::waits_since(today, row), row.id));
    let names = HashMap::from([(me.id, me.name.clone())]);
    Ok((Plans { directory: directory.clone(), plans: Vec::new(), names }, mine))
}
