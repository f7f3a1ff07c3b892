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
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl PlanPayload {
    pub(super) fn of(result: Result<Changed<PlanId>>) -> Result<Self> {
        let (changed, user_errors) = answered(result)?;
        let plan = changed.and_then(|Changed { plans, id }| Plan::of(plans, id));
        Ok(Self { plan, user_errors })
    }
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
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl GoalPayload {
    pub(super) fn of(result: Result<Changed<GoalId>>) -> Result<Self> {
        let (changed, user_errors) = answered(result)?;
        let goal = changed.and_then(|Changed { plans, id }| Goal::of(plans, id));
        Ok(Self { goal, user_errors })
    }
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
