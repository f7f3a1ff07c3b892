//! What the mutations of plans answer.

use async_graphql::{ID, SimpleObject};
use entity::ids::{ActivityId, GoalId, PlanId};

use super::{Activity, Goal, Plan};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::graphql::payload::{UserError, answered};
use crate::ids::Opaque;
use crate::plan::service::{self, Changed};

/// A plan that was changed.
#[derive(SimpleObject)]
pub struct PlanPayload {
    /// The plan as it is now; null where nothing was changed.
    plan: Option<Plan>,
    /// Where the plan's own words were to be changed and somebody else has done so meanwhile (`STALE`): what stands
    /// there now.
    latest: Option<Plan>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl PlanPayload {
    /// Of a plan that is new, or that something was taken out of.
    pub(super) fn made(result: Result<Changed<PlanId>>) -> Result<Self> {
        let (changed, user_errors) = answered(result)?;
        Ok(Self { plan: changed.and_then(plan), latest: None, user_errors })
    }

    /// Of one that was there.
    pub(super) async fn of(ctx: &Ctx, id: PlanId, result: Result<Changed<PlanId>>) -> Result<Self> {
        let latest = match &result {
            Err(Error::Stale) => plan(service::latest_plan(ctx, id).await?),
            _ => None,
        };
        Ok(Self { latest, ..Self::made(result)? })
    }
}

fn plan(Changed { plans, id }: Changed<PlanId>) -> Option<Plan> {
    Plan::of(plans, id)
}

/// A plan that was deleted.
#[derive(SimpleObject)]
pub struct PlanDeletePayload {
    /// Its key, which now leads nowhere; null where it was not deleted.
    deleted_id: Option<ID>,
    /// What stood in the way.
    user_errors: Vec<UserError>,
}

impl PlanDeletePayload {
    pub(super) fn of(id: PlanId, result: Result<()>) -> Result<Self> {
        let (done, user_errors) = answered(result)?;
        Ok(Self { deleted_id: done.map(|()| id.show().into()), user_errors })
    }
}

/// A goal that was changed.
#[derive(SimpleObject)]
pub struct GoalPayload {
    /// The goal as it is now; null where nothing was changed.
    goal: Option<Goal>,
    /// Where somebody else has changed it meanwhile (`STALE`): what stands there now.
    latest: Option<Goal>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl GoalPayload {
    /// Of a goal that is new.
    pub(super) fn made(result: Result<Changed<GoalId>>) -> Result<Self> {
        let (changed, user_errors) = answered(result)?;
        Ok(Self { goal: changed.and_then(goal), latest: None, user_errors })
    }

    /// Of one that was there.
    pub(super) async fn of(ctx: &Ctx, id: GoalId, result: Result<Changed<GoalId>>) -> Result<Self> {
        let latest = match &result {
            Err(Error::Stale) => goal(service::latest_goal(ctx, id).await?),
            _ => None,
        };
        Ok(Self { latest, ..Self::made(result)? })
    }
}

fn goal(Changed { plans, id }: Changed<GoalId>) -> Option<Goal> {
    Goal::of(plans, id)
}

/// An activity that was changed.
#[derive(SimpleObject)]
pub struct ActivityPayload {
    /// The activity as it is now; null where nothing was changed.
    activity: Option<Activity>,
    /// Where somebody else has changed it meanwhile (`STALE`): what stands there now.
    latest: Option<Activity>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl ActivityPayload {
    /// Of an activity that is new.
    pub(super) fn made(result: Result<Changed<ActivityId>>) -> Result<Self> {
        let (changed, user_errors) = answered(result)?;
        Ok(Self { activity: changed.and_then(activity), latest: None, user_errors })
    }

    /// Of one that was there.
    pub(super) async fn of(ctx: &Ctx, id: ActivityId, result: Result<Changed<ActivityId>>) -> Result<Self> {
        let latest = match &result {
            Err(Error::Stale) => activity(service::latest_activity(ctx, id).await?),
            _ => None,
        };
        Ok(Self { latest, ..Self::made(result)? })
    }
}

fn activity(Changed { plans, id }: Changed<ActivityId>) -> Option<Activity> {
    Activity::of(plans, id)
}
