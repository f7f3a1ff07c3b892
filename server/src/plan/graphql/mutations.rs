//! Mutations of plans, goals and activities.

use async_graphql::{Context, Object};

use super::inputs::*;
use super::payloads::{ActivityPayload, GoalPayload, PlanDeletePayload, PlanPayload};
use crate::error::{Error, Result};
use crate::graphql::request;
use crate::ids::Opaque;
use crate::plan::service;

/// Changes plans, their goals and activities.
#[derive(Default)]
pub struct PlanMutation;

fn key<K: Opaque>(id: &str) -> Result<K> {
    K::read(id).ok_or(Error::NotFound)
}

#[Object]
impl PlanMutation {
    /// Makes a plan.
    async fn plan_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: PlanCreateInput,
    ) -> Result<PlanPayload> {
        let PlanCreateInput { municipality, kind, form } = input;
        PlanPayload::made(service::create_plan(request(context), &municipality, kind.into(), form).await)
    }

    /// Changes a plan's own words, time and visibility, unless somebody else has meanwhile.
    async fn plan_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: PlanUpdateInput,
    ) -> Result<PlanPayload> {
        let (ctx, id) = (request(context), key(&input.id)?);
        PlanPayload::of(ctx, id, service::update_plan(ctx, id, input.revision, input.form).await).await
    }

    /// Deletes a plan with its goals and activities.
    async fn plan_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: PlanDeleteInput,
    ) -> Result<PlanDeletePayload> {
        let id = key(&input.id)?;
        PlanDeletePayload::of(id, service::delete_plan(request(context), id, input.revision).await)
    }

    /// Makes a goal of the municipality's own.
    async fn goal_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: GoalCreateInput,
    ) -> Result<GoalPayload> {
        GoalPayload::made(service::create_goal(request(context), key(&input.plan_id)?, input.form).await)
    }

    /// Changes a goal, unless somebody else has meanwhile.
    async fn goal_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: GoalUpdateInput,
    ) -> Result<GoalPayload> {
        let (ctx, id) = (request(context), key(&input.id)?);
        GoalPayload::of(ctx, id, service::update_goal(ctx, id, input.revision, input.form).await).await
    }

    /// Gives a goal another place in its plan.
    async fn goal_move(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and where to.")] input: GoalMoveInput,
    ) -> Result<GoalPayload> {
        let (ctx, id) = (request(context), key(&input.id)?);
        GoalPayload::of(ctx, id, service::move_goal(ctx, id, input.revision, input.position).await).await
    }

    /// Deletes a goal with its activities.
    async fn goal_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: GoalDeleteInput,
    ) -> Result<PlanPayload> {
        PlanPayload::made(service::delete_goal(request(context), key(&input.id)?, input.revision).await)
    }

    /// Makes an activity.
    async fn activity_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: ActivityCreateInput,
    ) -> Result<ActivityPayload> {
        let goal = key(&input.goal_id)?;
        ActivityPayload::made(service::create_activity(request(context), goal, input.form).await)
    }

    /// Changes an activity, unless somebody else has meanwhile.
    async fn activity_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: ActivityUpdateInput,
    ) -> Result<ActivityPayload> {
        let (ctx, id) = (request(context), key(&input.id)?);
        let changed = service::update_activity(ctx, id, input.revision, input.form).await;
        ActivityPayload::of(ctx, id, changed).await
    }

    /// Tells where an activity stands; for project leaders and whoever is responsible for it.
    async fn activity_report(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and where it stands.")] input: ActivityReportInput,
    ) -> Result<ActivityPayload> {
        let (ctx, id) = (request(context), key(&input.id)?);
        let changed = service::report_activity(ctx, id, input.revision, input.into()).await;
        ActivityPayload::of(ctx, id, changed).await
    }

    /// Gives an activity another place under its goal.
    async fn activity_move(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and where to.")] input: ActivityMoveInput,
    ) -> Result<ActivityPayload> {
        let (ctx, id) = (request(context), key(&input.id)?);
        let changed = service::move_activity(ctx, id, input.revision, input.position).await;
        ActivityPayload::of(ctx, id, changed).await
    }

    /// Deletes an activity.
    async fn activity_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: ActivityDeleteInput,
    ) -> Result<PlanPayload> {
        PlanPayload::made(service::delete_activity(request(context), key(&input.id)?, input.revision).await)
    }
}
