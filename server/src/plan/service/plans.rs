//! Making, changing and deleting plans.

use entity::directory::values::ChangeAction;
use entity::framework::values::Part;
use entity::ids::{GoalId, MunicipalityId, PlanId};
use entity::plan::values::PlanKind;
use entity::plan::{goal, plan};
use serde_json::{Value, json};

use super::{Changed, Doing, authorize, has_room, is_current, last};
use crate::access::Action;
use crate::ctx::Ctx;
use crate::db;
use crate::directory::service as directory_service;
use crate::error::{Error, Result};
use crate::ids::Opaque;
use crate::plan::forms::{self, ActivityForm, GoalForm, PlanForm};
use crate::plan::whole::{self, GoalEntry, Wanted};
use crate::plan::{model, rules, store};

/// Makes a plan: an action plan with the model's six goals, a launch with its four steps, a strategy empty.
///
/// # Errors
/// What the policy says; `Refused`; the database's.
pub async fn create(
    ctx: &Ctx,
    municipality: &str,
    kind: PlanKind,
    form: PlanForm,
) -> Result<Changed<PlanId>> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    let here = directory.municipality.id;
    authorize(ctx, here)?;
    let form = form.checked()?;
    let tx = db::begin(ctx.app().db()).await?;
    has_room(store::hold_list(&tx, here).await?, rules::PLANS, "plans")?;
    let row = form.written_over(empty(ctx, here, kind));
    let id = row.id;
    let goals = model::goals(kind).enumerate().map(|(at, goal)| goal::Model {
        key: Some(goal.key.clone()),
        position: last(at),
        ..empty_goal(ctx, here, id)
    });
    let goals = goals.collect();
    db::insert_all(&tx, vec![row]).await?;
    db::insert_all(&tx, goals).await?;
    let doing = doing(id, &form.title, ChangeAction::Created, 1);
    let doing = Doing { after: forms::json(&form), ..doing };
    doing.tell(ctx, &tx, here, Action::PlanWrite).await?;
    tx.commit().await?;
    Changed::of(ctx, here, id, id).await
}

/// Changes a plan's own words, time and visibility.
///
/// # Errors
/// What the policy says; `Stale`; `Refused`; the database's.
pub async fn update(ctx: &Ctx, id: PlanId, revision: i32, form: PlanForm) -> Result<Changed<PlanId>> {
    let here = store::plan(ctx.app().db(), id).await?.municipality_id;
    authorize(ctx, here)?;
    let form = form.checked()?;
    let tx = db::begin(ctx.app().db()).await?;
    let held = store::hold_plan(&tx, id).await?;
    is_current(held.revision, revision)?;
    let before = PlanForm::of(&held);
    // What says the same is no change, and leaves the revision to those who read it.
    if before != form {
        let row = store::overwrite_plan(ctx, &tx, form.written_over(held)).await?;
        let doing = doing(id, &row.title, ChangeAction::Updated, row.revision);
        let doing = Doing { before: forms::json(&before), after: forms::json(&form), ..doing };
        doing.tell(ctx, &tx, here, Action::PlanWrite).await?;
    }
    tx.commit().await?;
    Changed::of(ctx, here, id, id).await
}

/// Deletes a plan with its goals and activities. The history keeps what it said, whole.
///
/// # Errors
/// What the policy says; `Stale`; the database's.
pub async fn delete(ctx: &Ctx, id: PlanId, revision: i32) -> Result<()> {
    let here = store::plan(ctx.app().db(), id).await?.municipality_id;
    authorize(ctx, here)?;
    let tx = db::begin(ctx.app().db()).await?;
    let held = store::hold_plan(&tx, id).await?;
    is_current(held.revision, revision)?;
    let goals = whole::read(&tx, here, Wanted { one: Some(id), public_alone: false }).await?;
    let goals: Vec<Value> = goals.iter().flat_map(|plan| &plan.goals).filter_map(whole_goal).collect();
    let mut before = forms::json(&PlanForm::of(&held));
    if let Some(Value::Object(fields)) = &mut before {
        fields.insert("goals".to_owned(), json!(goals));
    }
    store::delete_plan(&tx, id).await?;
    let doing = doing(id, &held.title, ChangeAction::Deleted, held.revision);
    Doing { before, ..doing }.tell(ctx, &tx, here, Action::PlanWrite).await?;
    Ok(tx.commit().await?)
}

/// The plan as it is now, for whoever was too late and may change it.
///
/// # Errors
/// What the policy says; the database's.
pub async fn latest(ctx: &Ctx, id: PlanId) -> Result<Changed<PlanId>> {
    let here = store::plan(ctx.app().db(), id).await?.municipality_id;
    authorize(ctx, here)?;
    Changed::of(ctx, here, id, id).await
}

/// A goal with its activities, as the history keeps it.
pub(super) fn whole_goal(entry: &GoalEntry) -> Option<Value> {
    let mut goal = forms::json(&GoalForm::of(&entry.row).ok()?)?;
    if let Some(fields) = goal.as_object_mut() {
        let activities = entry.activities.iter().filter_map(|row| forms::json(&ActivityForm::of(row)));
        fields.insert("key".to_owned(), json!(entry.row.key));
        fields.insert("activities".to_owned(), activities.collect());
    }
    Some(goal)
}

fn doing(id: PlanId, name: &str, action: ChangeAction, revision: i32) -> Doing<'_> {
    let (before, after) = (None, None);
    Doing { plan: id, part: Part::Plan, id: id.0, subject: id.show(), name, action, revision, before, after }
}

fn empty(ctx: &Ctx, here: MunicipalityId, kind: PlanKind) -> plan::Model {
    plan::Model {
        id: PlanId(ctx.new_key()),
        municipality_id: here,
        kind,
        title: String::new(),
        begins_on: None,
        ends_on: None,
        mission: None,
        values: None,
        vision: None,
        visibility: entity::directory::values::Visibility::SignedIn,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    }
}

/// A goal that says nothing yet.
pub(super) fn empty_goal(ctx: &Ctx, here: MunicipalityId, plan: PlanId) -> goal::Model {
    goal::Model {
        id: GoalId(ctx.new_key()),
        municipality_id: here,
        plan_id: plan,
        key: None,
        position: 0,
        title: None,
        why: None,
        aim: None,
        voices: "[]".to_owned(),
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    }
}
