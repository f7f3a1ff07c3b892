//! What is done to plans, goals and activities.

use super::reading::{Activity, ActivityResult, ActivityStatus, Goal, Plan, PlanKind};
use crate::api::{UserError, schema};
use crate::editing::queries::forms::filled;
use crate::format::date::Date;
use crate::mutation;

filled!(FilledPlan, PlanFormInput);
filled!(FilledGoal, GoalFormInput);
filled!(FilledActivity, ActivityFormInput);

/// A new plan.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PlanCreateInput {
    /// Where.
    pub(crate) municipality: String,
    /// Which of them.
    pub(crate) kind: PlanKind,
    /// Its own words.
    pub(crate) form: FilledPlan,
}

/// A change of a plan's own words.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PlanUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// Its own words.
    pub(crate) form: FilledPlan,
}

/// A plan that goes.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PlanDeleteInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision that was seen.
    pub(crate) revision: i32,
}

/// A plan, named by its key.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Plan")]
pub(crate) struct PlanKey {
    /// The key.
    pub(crate) id: cynic::Id,
}

/// The plan, or what was wrong; with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct PlanPayload {
    /// The plan.
    pub(crate) plan: Option<PlanKey>,
    /// What the other saved.
    pub(crate) latest: Option<Plan>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Makes a plan.
    plan_create(PlanCreateInput) -> PlanPayload
}
mutation! {
    /// Changes a plan's own words.
    plan_update(PlanUpdateInput) -> PlanPayload
}
mutation! {
    /// Takes a plan away.
    plan_delete(PlanDeleteInput) -> "PlanDeletePayload"
}

/// A new goal, last in its plan.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct GoalCreateInput {
    /// The plan.
    pub(crate) plan_id: cynic::Id,
    /// Its words.
    pub(crate) form: FilledGoal,
}

/// A change of a goal's words.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct GoalUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// Its words.
    pub(crate) form: FilledGoal,
}

/// A goal at another place in its plan.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct GoalMoveInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision that was seen.
    pub(crate) revision: i32,
    /// The new place, from 0.
    pub(crate) position: i32,
}

/// A goal that goes.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct GoalDeleteInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision that was seen.
    pub(crate) revision: i32,
}

/// A goal, named by its key.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Goal")]
pub(crate) struct GoalKey {
    /// The key.
    pub(crate) id: cynic::Id,
}

/// The goal, or what was wrong; with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct GoalPayload {
    /// The goal.
    pub(crate) goal: Option<GoalKey>,
    /// What the other saved.
    pub(crate) latest: Option<Goal>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Makes a goal.
    goal_create(GoalCreateInput) -> GoalPayload
}
mutation! {
    /// Changes a goal's words.
    goal_update(GoalUpdateInput) -> GoalPayload
}
mutation! {
    /// Moves a goal.
    goal_move(GoalMoveInput) -> "GoalPayload"
}
mutation! {
    /// Takes a goal away, with its activities.
    goal_delete(GoalDeleteInput) -> "PlanPayload"
}

/// A new activity, last under its goal.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ActivityCreateInput {
    /// The goal.
    pub(crate) goal_id: cynic::Id,
    /// All of it.
    pub(crate) form: FilledActivity,
}

/// A change of an activity.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ActivityUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of it.
    pub(crate) form: FilledActivity,
}

/// How an activity goes, told by whoever is responsible.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ActivityReportInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// Where it stands.
    pub(crate) status: ActivityStatus,
    /// The day it was done.
    pub(crate) done_on: Option<Date>,
    /// What comes of it.
    pub(crate) result: Option<ActivityResult>,
    /// Notes, in Markdown.
    pub(crate) notes: Option<String>,
}

/// An activity at another place under its goal.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ActivityMoveInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision that was seen.
    pub(crate) revision: i32,
    /// The new place, from 0.
    pub(crate) position: i32,
}

/// An activity that goes.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ActivityDeleteInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision that was seen.
    pub(crate) revision: i32,
}

/// The activity, or what was wrong; with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ActivityPayload {
    /// The activity.
    pub(crate) activity: Option<Activity>,
    /// What the other saved.
    pub(crate) latest: Option<Activity>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Makes an activity.
    activity_create(ActivityCreateInput) -> ActivityPayload
}
mutation! {
    /// Changes an activity.
    activity_update(ActivityUpdateInput) -> ActivityPayload
}
mutation! {
    /// Reports how an activity goes.
    activity_report(ActivityReportInput) -> ActivityPayload
}
mutation! {
    /// Moves an activity.
    activity_move(ActivityMoveInput) -> "ActivityPayload"
}
mutation! {
    /// Takes an activity away.
    activity_delete(ActivityDeleteInput) -> "PlanPayload"
}
