//! Making, changing, moving and deleting activities, and reporting on them.

use entity::directory::values::ChangeAction;
use entity::framework::values::Part;
use entity::ids::{ActivityId, GoalId, MunicipalityId, PersonId, PlanId};
use entity::plan::activity;
use entity::plan::values::ActivityStatus;
use sea_orm::ConnectionTrait;

use super::{Changed, Doing, authorize, directory, has_room, is_current, last, place, position, today};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::db;
use crate::error::Result;
use crate::ids::Opaque;
use crate::plan::forms::{self, ActivityForm, Report};
use crate::plan::{rules, store};

/// Makes an activity, as the last under its goal.
///
/// # Errors
/// What the policy says; `Refused`; the database's.
pub async fn create(ctx: &Ctx, goal: GoalId, form: ActivityForm) -> Result<Changed<ActivityId>> {
    let found = store::goal(ctx.app().db(), goal).await?;
    let here = found.municipality_id;
    authorize(ctx, here)?;
    let tx = db::begin(ctx.app().db()).await?;
    let form = checked(ctx, &tx, here, form, None).await?;
    store::hold_goal(&tx, goal).await?;
    let count = store::count_activities(&tx, goal).await?;
    has_room(count, rules::ACTIVITIES, "activities")?;
    let row = activity::Model { position: last(count), ..empty(ctx, here, goal) };
    let row = form.written_over(row, today(ctx));
    db::insert_all(&tx, vec![row.clone()]).await?;
    let doing = doing(found.plan_id, &row, ChangeAction::Created, None);
    doing.tell(ctx, &tx, here, Action::PlanWrite).await?;
    tx.commit().await?;
    Changed::of(ctx, here, found.plan_id, row.id).await
}

/// Changes an activity.
///
/// # Errors
/// What the policy says; `Stale`; `Refused`; the database's.
pub async fn update(
    ctx: &Ctx,
    id: ActivityId,
    revision: i32,
    form: ActivityForm,
) -> Result<Changed<ActivityId>> {
    let found = store::activity(ctx.app().db(), id).await?;
    let here = found.municipality_id;
    authorize(ctx, here)?;
    let tx = db::begin(ctx.app().db()).await?;
    let held = store::hold_activity(&tx, id).await?;
    is_current(held.revision, revision)?;
    let form = checked(ctx, &tx, here, form, held.responsible_person_id).await?;
    let row = form.written_over(held.clone(), today(ctx));
    let plan = store::goal(&tx, found.goal_id).await?.plan_id;
    write(ctx, &tx, Action::PlanWrite, plan, held, row).await?;
    tx.commit().await?;
    Changed::of(ctx, here, plan, id).await
}

/// Tells where an activity stands: for project leaders and for whoever is responsible.
///
/// # Errors
/// What the policy says; `Stale`; `Refused`; the database's.
pub async fn report(ctx: &Ctx, id: ActivityId, revision: i32, report: Report) -> Result<Changed<ActivityId>> {
    let found = store::activity(ctx.app().db(), id).await?;
    let here = found.municipality_id;
    let may_report = |row: &activity::Model| {
        ctx.authorize(Action::ActivityReport, Subject::Task(here, row.responsible_person_id))
    };
    may_report(&found)?;
    let report = report.checked(today(ctx))?;
    let tx = db::begin(ctx.app().db()).await?;
    let held = store::hold_activity(&tx, id).await?;
    // Somebody else may have been made responsible meanwhile.
    may_report(&held)?;
    is_current(held.revision, revision)?;
    let row = report.written_over(held.clone(), today(ctx));
    let plan = store::goal(&tx, found.goal_id).await?.plan_id;
    write(ctx, &tx, Action::ActivityReport, plan, held, row).await?;
    tx.commit().await?;
    Changed::of(ctx, here, plan, id).await
}

/// Gives an activity another place under its goal.
///
/// # Errors
/// What the policy says; `Stale`; `Refused` for a place that is not there; the database's.
pub async fn move_to(ctx: &Ctx, id: ActivityId, revision: i32, to: i32) -> Result<Changed<ActivityId>> {
    let found = store::activity(ctx.app().db(), id).await?;
    let (here, goal) = (found.municipality_id, found.goal_id);
    authorize(ctx, here)?;
    let tx = db::begin(ctx.app().db()).await?;
    let plan = store::hold_goal(&tx, goal).await?.plan_id;
    let held = store::hold_activity(&tx, id).await?;
    is_current(held.revision, revision)?;
    let (from, to) = (held.position, place(to, store::count_activities(&tx, goal).await?)?);
    if from != to {
        store::shift_activities(&tx, goal, from, to).await?;
        let row = store::overwrite_activity(ctx, &tx, activity::Model { position: to, ..held }).await?;
        let doing = doing(plan, &row, ChangeAction::Updated, None);
        let doing = Doing { before: position(from), after: position(to), ..doing };
        doing.tell(ctx, &tx, here, Action::PlanWrite).await?;
    }
    tx.commit().await?;
    Changed::of(ctx, here, plan, id).await
}

/// Deletes an activity. Returns its plan.
///
/// # Errors
/// What the policy says; `Stale`; the database's.
pub async fn delete(ctx: &Ctx, id: ActivityId, revision: i32) -> Result<Changed<PlanId>> {
    let found = store::activity(ctx.app().db(), id).await?;
    let (here, goal) = (found.municipality_id, found.goal_id);
    authorize(ctx, here)?;
    let tx = db::begin(ctx.app().db()).await?;
    let plan = store::hold_goal(&tx, goal).await?.plan_id;
    let held = store::hold_activity(&tx, id).await?;
    is_current(held.revision, revision)?;
    store::delete_activity(&tx, goal, &held).await?;
    let gone = Doing { after: None, ..doing(plan, &held, ChangeAction::Deleted, Some(&held)) };
    gone.tell(ctx, &tx, here, Action::PlanWrite).await?;
    tx.commit().await?;
    Changed::of(ctx, here, plan, plan).await
}

/// The activity as it is now, for whoever was too late and may change it or report on it.
///
/// # Errors
/// What the policy says; the database's.
pub async fn latest(ctx: &Ctx, id: ActivityId) -> Result<Changed<ActivityId>> {
    let found = store::activity(ctx.app().db(), id).await?;
    let here = found.municipality_id;
    ctx.authorize(Action::ActivityReport, Subject::Task(here, found.responsible_person_id))?;
    let plan = store::goal(ctx.app().db(), found.goal_id).await?.plan_id;
    Changed::of(ctx, here, plan, id).await
}

/// The form in order. Whoever was responsible already may go on being it without a role.
async fn checked(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    here: MunicipalityId,
    form: ActivityForm,
    before: Option<PersonId>,
) -> Result<ActivityForm> {
    let has_person = match form.person() {
        Some(person) if before == Some(person) => true,
        Some(person) => store::has_role(tx, here, person).await?,
        None => false,
    };
    let directory = directory(ctx, here)?;
    form.checked(&directory, has_person, today(ctx))
}

/// Writes an activity over. What says the same is no change, and leaves the revision to those who read it.
async fn write(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    action: Action,
    plan: PlanId,
    held: activity::Model,
    row: activity::Model,
) -> Result<()> {
    if held == row {
        return Ok(());
    }
    let row = store::overwrite_activity(ctx, tx, row).await?;
    doing(plan, &row, ChangeAction::Updated, Some(&held)).tell(ctx, tx, row.municipality_id, action).await
}

fn doing<'d>(
    plan: PlanId,
    row: &'d activity::Model,
    action: ChangeAction,
    before: Option<&activity::Model>,
) -> Doing<'d> {
    Doing {
        plan,
        part: Part::Activity,
        id: row.id.0,
        subject: row.id.show(),
        name: &row.title,
        action,
        revision: row.revision,
        before: before.and_then(|row| forms::json(&ActivityForm::of(row))),
        after: forms::json(&ActivityForm::of(row)),
    }
}

fn empty(ctx: &Ctx, here: MunicipalityId, goal: GoalId) -> activity::Model {
    activity::Model {
        id: ActivityId(ctx.new_key()),
        municipality_id: here,
        goal_id: goal,
        position: 0,
        sub_goal: None,
        title: String::new(),
        responsible: None,
        responsible_person_id: None,
        responsible_organisation_id: None,
        others: None,
        starts_on: None,
        due_on: None,
        status: ActivityStatus::Planned,
        done_on: None,
        follow_up_on: None,
        result: None,
        notes: None,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    }
}
