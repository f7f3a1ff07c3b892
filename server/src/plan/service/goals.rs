//! Making, changing, moving and deleting goals.

use entity::directory::values::ChangeAction;
use entity::framework::values::Part;
use entity::ids::{GoalId, PlanId};
use entity::plan::goal;

use super::plans::{empty_goal, whole_goal};
use super::{Changed, Doing, authorize, has_room, is_current, last, place, position};
use crate::access::Action;
use crate::ctx::Ctx;
use crate::db;
use crate::directory::catalogue::Language;
use crate::error::Result;
use crate::ids::Opaque;
use crate::plan::forms::{self, GoalForm, voices};
use crate::plan::whole::{self, GoalEntry};
use crate::plan::{rules, store};

/// Makes a goal, as the last in its plan.
///
/// # Errors
/// What the policy says; `Refused`; the database's.
pub async fn create(ctx: &Ctx, plan: PlanId, form: GoalForm) -> Result<Changed<GoalId>> {
    let here = store::plan(ctx.app().db(), plan).await?.municipality_id;
    authorize(ctx, here)?;
    let form = form.checked(false)?;
    let tx = db::begin(ctx.app().db()).await?;
    store::hold_plan(&tx, plan).await?;
    let count = store::count_goals(&tx, plan).await?;
    has_room(count, rules::GOALS, "goals")?;
    let row = goal::Model { position: last(count), ..empty_goal(ctx, here, plan) };
    let row = form.written_over(row);
    db::insert_all(&tx, vec![row.clone()]).await?;
    let doing = Doing { after: forms::json(&form), ..doing(&row, ChangeAction::Created) };
    doing.tell(ctx, &tx, here, Action::PlanWrite).await?;
    tx.commit().await?;
    Changed::of(ctx, here, plan, row.id).await
}

/// Changes a goal.
///
/// # Errors
/// What the policy says; `Stale`; `Refused`; the database's.
pub async fn update(ctx: &Ctx, id: GoalId, revision: i32, form: GoalForm) -> Result<Changed<GoalId>> {
    let found = store::goal(ctx.app().db(), id).await?;
    let here = found.municipality_id;
    authorize(ctx, here)?;
    let form = form.checked(whole::of_model(&found).is_some())?;
    let tx = db::begin(ctx.app().db()).await?;
    let held = store::hold_goal(&tx, id).await?;
    is_current(held.revision, revision)?;
    let before = GoalForm::of(&held)?;
    if before != form {
        let row = store::overwrite_goal(ctx, &tx, form.written_over(held)).await?;
        let doing = doing(&row, ChangeAction::Updated);
        let doing = Doing { before: forms::json(&before), after: forms::json(&form), ..doing };
        doing.tell(ctx, &tx, here, Action::PlanWrite).await?;
    }
    tx.commit().await?;
    Changed::of(ctx, here, found.plan_id, id).await
}

/// Gives a goal another place in its plan.
///
/// # Errors
/// What the policy says; `Stale`; `Refused` for a place that is not there; the database's.
pub async fn move_to(ctx: &Ctx, id: GoalId, revision: i32, to: i32) -> Result<Changed<GoalId>> {
    let found = store::goal(ctx.app().db(), id).await?;
    let (here, plan) = (found.municipality_id, found.plan_id);
    authorize(ctx, here)?;
    let tx = db::begin(ctx.app().db()).await?;
    store::hold_plan(&tx, plan).await?;
    let held = store::hold_goal(&tx, id).await?;
    is_current(held.revision, revision)?;
    let (from, to) = (held.position, place(to, store::count_goals(&tx, plan).await?)?);
    if from != to {
        store::shift_goals(&tx, plan, from, to).await?;
        let row = store::overwrite_goal(ctx, &tx, goal::Model { position: to, ..held }).await?;
        let doing = doing(&row, ChangeAction::Updated);
        let doing = Doing { before: position(from), after: position(to), ..doing };
        doing.tell(ctx, &tx, here, Action::PlanWrite).await?;
    }
    tx.commit().await?;
    Changed::of(ctx, here, plan, id).await
}

/// Deletes a goal with its activities. The history keeps what it said, whole. Returns its plan.
///
/// # Errors
/// What the policy says; `Stale`; the database's.
pub async fn delete(ctx: &Ctx, id: GoalId, revision: i32) -> Result<Changed<PlanId>> {
    let found = store::goal(ctx.app().db(), id).await?;
    let (here, plan) = (found.municipality_id, found.plan_id);
    authorize(ctx, here)?;
    let tx = db::begin(ctx.app().db()).await?;
    store::hold_plan(&tx, plan).await?;
    let held = store::hold_goal(&tx, id).await?;
    is_current(held.revision, revision)?;
    let activities = store::activities(&tx, here, std::slice::from_ref(&held)).await?;
    store::delete_goal(&tx, plan, &held).await?;
    let entry = GoalEntry { voices: voices(&held.voices)?, row: held, activities };
    let doing = Doing { before: whole_goal(&entry), ..doing(&entry.row, ChangeAction::Deleted) };
    doing.tell(ctx, &tx, here, Action::PlanWrite).await?;
    tx.commit().await?;
    Changed::of(ctx, here, plan, plan).await
}

/// The goal as it is now, for whoever was too late and may change it.
///
/// # Errors
/// What the policy says; the database's.
pub async fn latest(ctx: &Ctx, id: GoalId) -> Result<Changed<GoalId>> {
    let found = store::goal(ctx.app().db(), id).await?;
    authorize(ctx, found.municipality_id)?;
    Changed::of(ctx, found.municipality_id, found.plan_id, id).await
}

fn doing(row: &goal::Model, action: ChangeAction) -> Doing<'_> {
    Doing {
        plan: row.plan_id,
        part: Part::Goal,
        id: row.id.0,
        subject: row.id.show(),
        name: whole::title(row, Language::Danish),
        action,
        revision: row.revision,
        before: None,
        after: None,
    }
}
