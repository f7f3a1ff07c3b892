//! What the mutations of plans take.

use async_graphql::{ID, InputObject};
use chrono::NaiveDate;

use crate::plan::forms::{ActivityForm, GoalForm, PlanForm, Report};
use crate::plan::values::{ActivityResult, ActivityStatus, PlanKind};

/// A plan to be made. An action plan begins with the model's six goals, a launch with its four steps, a strategy empty.
#[derive(InputObject)]
pub struct PlanCreateInput {
    /// The municipality's slug.
    pub(super) municipality: String,
    /// What kind of plan.
    pub(super) kind: PlanKind,
    /// What it says.
    pub(super) form: PlanForm,
}

/// A goal to be made, as the last in its plan.
#[derive(InputObject)]
pub struct GoalCreateInput {
    /// The plan's key.
    pub(super) plan_id: ID,
    /// What it says; its title has to be given.
    pub(super) form: GoalForm,
}

/// An activity to be made, as the last under its goal.
#[derive(InputObject)]
pub struct ActivityCreateInput {
    /// The goal's key.
    pub(super) goal_id: ID,
    /// What it says.
    pub(super) form: ActivityForm,
}

/// Declares what changes, moves and deletes things of one kind.
macro_rules! inputs {
    ($form:ident: $update:ident, $delete:ident $(, $moving:ident)?) => {
        /// What is to be changed.
        #[derive(InputObject)]
        pub struct $update {
            /// Its key.
            pub(super) id: ID,
            /// The revision that was read.
            pub(super) revision: i32,
            /// What it is to say, whole.
            pub(super) form: $form,
        }

        $(
            /// What is to be moved.
            #[derive(InputObject)]
            pub struct $moving {
                /// Its key.
                pub(super) id: ID,
                /// The revision that was read.
                pub(super) revision: i32,
                /// The new place in its list, from 0.
                pub(super) position: i32,
            }
        )?

        /// What is to be deleted, with all that belongs to it.
        #[derive(InputObject)]
        pub struct $delete {
            /// Its key.
            pub(super) id: ID,
            /// The revision that was read.
            pub(super) revision: i32,
        }
    };
}

inputs!(PlanForm: PlanUpdateInput, PlanDeleteInput);
inputs!(GoalForm: GoalUpdateInput, GoalDeleteInput, GoalMoveInput);
inputs!(ActivityForm: ActivityUpdateInput, ActivityDeleteInput, ActivityMoveInput);

/// Where an activity stands.
#[derive(InputObject)]
pub struct ActivityReportInput {
    /// The activity's key.
    pub(super) id: ID,
    /// The revision that was read.
    pub(super) revision: i32,
    /// Where it stands.
    pub(super) status: ActivityStatus,
    /// The day it was done; today where none is given for what is done.
    pub(super) done_on: Option<NaiveDate>,
    /// What comes of it.
    pub(super) result: Option<ActivityResult>,
    /// Notes, in Markdown.
    pub(super) notes: Option<String>,
}

impl From<ActivityReportInput> for Report {
    fn from(input: ActivityReportInput) -> Self {
        let ActivityReportInput { status, done_on, result, notes, .. } = input;
        Self { status, done_on, result, notes }
    }
}
