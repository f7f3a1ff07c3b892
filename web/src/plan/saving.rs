//! Saving plans, goals and activities, and what came of it. Where somebody else was faster, the other's version is
//! handed back.

use serde_json::{Value, json};

use super::queries::reading::{Activity, ActivityResult, ActivityStatus, PlanKind};
use super::queries::writing::*;
use crate::api::{Api, Failure, UserError, UserErrorCode};
use crate::editing::editor::{Attempt, Outcome};
use crate::editing::fields::tree::Flaw;
use crate::format::date::Date;

/// What is saved.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// A new plan.
    NewPlan(PlanKind),
    /// A plan's own words.
    Plan(cynic::Id),
    /// A new goal of a plan.
    NewGoal(cynic::Id),
    /// A goal.
    Goal(cynic::Id),
    /// A new activity of a goal.
    NewActivity(cynic::Id),
    /// An activity.
    Activity(cynic::Id),
    /// How an activity goes.
    Report(cynic::Id),
}

impl Target {
    /// What the draft is kept under.
    pub(super) fn draft(&self, municipality: &str) -> String {
        match self {
            Self::NewPlan(kind) => format!("{municipality}.plan.{kind:?}"),
            Self::NewGoal(id) | Self::NewActivity(id) => format!("{}.new", id.inner()),
            Self::Plan(id) | Self::Goal(id) | Self::Activity(id) => id.inner().to_owned(),
            Self::Report(id) => format!("{}.report", id.inner()),
        }
    }
}

/// Saves, and tells what came of it; [`Outcome::Saved`] holds the key of what was saved.
///
/// # Errors
/// Everything that is not about what was typed.
pub(super) async fn save(
    api: Api,
    municipality: String,
    target: Target,
    attempt: Attempt,
) -> Result<Outcome, Failure> {
    let Attempt { form, revision, .. } = attempt;
    match target {
        Target::NewPlan(kind) => {
            let input = PlanCreateInput { municipality, kind, form: FilledPlan(form) };
            let done = api.send(plan_create::ask(input)).await?.plan_create;
            Ok(told(done.user_errors, None, done.plan.map(|made| made.id)))
        }
        Target::Plan(id) => {
            let input = PlanUpdateInput { id: id.clone(), revision, form: FilledPlan(form) };
            let done = api.send(plan_update::ask(input)).await?.plan_update;
            let theirs = done.latest.map(|plan| (plan.form(), plan.revision));
            Ok(told(done.user_errors, theirs, Some(id)))
        }
        Target::NewGoal(plan_id) => {
            let input = GoalCreateInput { plan_id, form: FilledGoal(form) };
            let done = api.send(goal_create::ask(input)).await?.goal_create;
            Ok(told(done.user_errors, None, done.goal.map(|made| made.id)))
        }
        Target::Goal(id) => {
            let input = GoalUpdateInput { id: id.clone(), revision, form: FilledGoal(form) };
            let done = api.send(goal_update::ask(input)).await?.goal_update;
            let theirs = done.latest.map(|goal| (goal.form(), goal.revision));
            Ok(told(done.user_errors, theirs, Some(id)))
        }
        Target::NewActivity(goal_id) => {
            let done = api.send(activity_create::ask(new_activity(goal_id, form))).await?.activity_create;
            Ok(told(done.user_errors, None, done.activity.map(|made| made.id)))
        }
        Target::Activity(id) => {
            let mut form = form;
            no_empty_result(&mut form);
            let input = ActivityUpdateInput { id: id.clone(), revision, form: FilledActivity(form) };
            let done = api.send(activity_update::ask(input)).await?.activity_update;
            Ok(told(done.user_errors, theirs(done.latest), Some(id)))
        }
        Target::Report(id) => {
            let done = api.send(activity_report::ask(report(id.clone(), revision, &form))).await?;
            let done = done.activity_report;
            Ok(told(done.user_errors, theirs(done.latest), Some(id)))
        }
    }
}

/// What makes an activity.
pub(super) fn new_activity(goal_id: cynic::Id, mut form: Value) -> ActivityCreateInput {
    no_empty_result(&mut form);
    ActivityCreateInput { goal_id, form: FilledActivity(form) }
}

/// The form has an empty word where the API wants none.
pub(super) fn no_empty_result(form: &mut Value) {
    if form["result"] == json!("") {
        form["result"] = Value::Null;
    }
}

fn report(id: cynic::Id, revision: i32, form: &Value) -> ActivityReportInput {
    let word = |name: &str| form[name].as_str().unwrap_or_default();
    ActivityReportInput {
        id,
        revision,
        status: match word("status") {
            "UNDERWAY" => ActivityStatus::Underway,
            "DONE" => ActivityStatus::Done,
            "DROPPED" => ActivityStatus::Dropped,
            _ => ActivityStatus::Planned,
        },
        done_on: Date::parse(word("doneOn")),
        result: match word("result") {
            "CONTINUES" => Some(ActivityResult::Continues),
            "ENDS" => Some(ActivityResult::Ends),
            "NEW" => Some(ActivityResult::New),
            _ => None,
        },
        notes: form["notes"].as_str().map(str::to_owned),
    }
}

fn theirs(latest: Option<Activity>) -> Option<(Value, i32)> {
    latest.map(|activity| (activity.form(), activity.revision))
}

/// Whether somebody else was faster.
pub(super) fn is_stale(errors: &[UserError]) -> bool {
    errors.iter().any(|error| error.code == UserErrorCode::Stale)
}

fn told(errors: Vec<UserError>, theirs: Option<(Value, i32)>, key: Option<cynic::Id>) -> Outcome {
    match theirs {
        Some((form, revision)) if is_stale(&errors) => Outcome::Stale { form, revision, by: None },
        _ if errors.is_empty() => Outcome::Saved(key.map(cynic::Id::into_inner).unwrap_or_default()),
        _ => Outcome::Wrong(errors.into_iter().map(Flaw::from).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::queries::reading::tests::activity;

    #[test]
    fn a_report_says_what_was_filled_in() {
        let form = json!({ "status": "DONE", "doneOn": "2026-03-01", "result": "ENDS", "notes": null });
        let input = report(cynic::Id::new("activity:1"), 4, &form);
        assert_eq!((input.status, input.result), (ActivityStatus::Done, Some(ActivityResult::Ends)));
        assert_eq!((input.done_on, input.notes), (Date::parse("2026-03-01"), None));
    }

    #[test]
    fn what_somebody_else_saved_is_handed_back() {
        let stale = || vec![UserError { code: UserErrorCode::Stale, field: None }];
        let latest = theirs(Some(activity(ActivityStatus::Done)));
        let outcome = told(stale(), latest, None);
        assert!(matches!(outcome, Outcome::Stale { revision: 1, .. }));
        assert!(matches!(told(stale(), None, None), Outcome::Wrong(_)), "it is gone");
        assert!(
            matches!(told(Vec::new(), None, Some(cynic::Id::new("a"))), Outcome::Saved(key) if key == "a")
        );
    }
}
