//! The plans of a sample municipality: what `plan.toml` may hold, what must hold of it, and its rows.

use std::collections::HashMap;

use entity::directory::values::Visibility;
use entity::ids::{ActivityId, GoalId, MunicipalityId, OrganisationId, PlanId};
use entity::plan::values::{ActivityResult, ActivityStatus, PlanKind};
use entity::plan::{activity, goal, plan};
use serde::{Deserialize, Serialize};
use toml::value::Datetime;

use super::rows::{date, position};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::plan::{model, rules};

/// `plan.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// The plans, the newest last.
    #[serde(default)]
    pub plan: Vec<Plan>,
}

/// A plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What kind.
    pub kind: PlanKind,
    /// What it is called.
    pub title: String,
    /// First day.
    pub begins_on: Option<Datetime>,
    /// Last day.
    pub ends_on: Option<Datetime>,
    /// The mission.
    pub mission: Option<String>,
    /// The values.
    pub values: Option<String>,
    /// The vision.
    pub vision: Option<String>,
    /// Who may read it.
    #[serde(default = "public")]
    pub visibility: Visibility,
    /// The goals, in order.
    #[serde(default)]
    pub goal: Vec<Goal>,
}

/// A goal: one of the model's by `key`, or one of the municipality's own by `title`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The model's name for it.
    pub key: Option<String>,
    /// The goal.
    pub title: Option<String>,
    /// Why it was chosen.
    pub why: Option<String>,
    /// What is to be reached.
    pub aim: Option<String>,
    /// What others say of it.
    #[serde(default)]
    pub voices: Vec<Voice>,
    /// What is done, in order.
    #[serde(default)]
    pub activity: Vec<Activity>,
}

/// What somebody says.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Who.
    pub who: String,
    /// What, in our own words.
    pub words: String,
}

/// An activity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// The part of the goal that it serves.
    pub sub_goal: Option<String>,
    /// What is done.
    pub title: String,
    /// Who is responsible, by name.
    pub responsible: Option<String>,
    /// Slug of the organisation that is responsible.
    pub organisation: Option<String>,
    /// Who else takes part.
    pub others: Option<String>,
    /// First day.
    pub starts_on: Option<Datetime>,
    /// Last day.
    pub due_on: Option<Datetime>,
    /// Where it stands.
    #[serde(default = "planned")]
    pub status: ActivityStatus,
    /// The day it was done.
    pub done_on: Option<Datetime>,
    /// The day it is followed up.
    pub follow_up_on: Option<Datetime>,
    /// What comes of it.
    pub result: Option<ActivityResult>,
    /// Rhythm, and what else there is to say.
    pub notes: Option<String>,
}

fn public() -> Visibility {
    Visibility::Public
}

fn planned() -> ActivityStatus {
    ActivityStatus::Planned
}

/// Says what is wrong with the plans; `has` knows the slugs of the organisations.
pub(super) fn wrong(file: &PlanFile, has: impl Fn(&str) -> bool) -> Option<String> {
    let of_plan = |plan: &Plan| {
        let about = |what: &str| Some(format!("plan {}: {what}", plan.title));
        if plan.title.is_empty() {
            return about("no title");
        }
        if plan.goal.len() > rules::GOALS {
            return about("too many goals");
        }
        plan.goal.iter().find_map(|goal| {
            let is_of_model =
                goal.key.as_deref().and_then(model::goal).is_some_and(|of| of.plan == plan.kind);
            if goal.key.is_some() != is_of_model {
                return about("a goal that the model hasn't");
            }
            if !is_of_model && goal.title.as_deref().is_none_or(str::is_empty) {
                return about("a goal without title");
            }
            if goal.activity.len() > rules::ACTIVITIES {
                return about("too many activities");
            }
            goal.activity.iter().find_map(|activity| {
                let organisation = activity.organisation.as_deref();
                let is_there = organisation.is_none_or(&has) && !activity.title.is_empty();
                let is_done = activity.done_on.is_none() || activity.status == ActivityStatus::Done;
                if is_there && is_done { None } else { about(&format!("activity {}", activity.title)) }
            })
        })
    };
    file.plan.iter().find_map(of_plan)
}

/// The rows of the plans.
#[derive(Default)]
pub(super) struct PlanRows {
    pub(super) plans: Vec<plan::Model>,
    pub(super) goals: Vec<goal::Model>,
    pub(super) activities: Vec<activity::Model>,
}

impl PlanRows {
    pub(super) fn of(
        ctx: &Ctx,
        here: MunicipalityId,
        file: &PlanFile,
        organisations: &HashMap<&str, OrganisationId>,
    ) -> Result<Self> {
        let mut rows = Self::default();
        for plan in &file.plan {
            let id = PlanId(ctx.new_key());
            rows.plans.push(plan::Model {
                id,
                municipality_id: here,
                kind: plan.kind,
                title: plan.title.clone(),
                begins_on: plan.begins_on.map(date).transpose()?,
                ends_on: plan.ends_on.map(date).transpose()?,
                mission: text(plan.mission.as_deref()),
                values: text(plan.values.as_deref()),
                vision: text(plan.vision.as_deref()),
                visibility: plan.visibility,
                revision: 1,
                created_at: ctx.now(),
                updated_at: ctx.now(),
            });
            for (at, goal) in plan.goal.iter().enumerate() {
                rows.goal(ctx, here, id, at, goal, organisations)?;
            }
        }
        Ok(rows)
    }

    fn goal(
        &mut self,
        ctx: &Ctx,
        here: MunicipalityId,
        plan: PlanId,
        at: usize,
        goal: &Goal,
        organisations: &HashMap<&str, OrganisationId>,
    ) -> Result<()> {
        let id = GoalId(ctx.new_key());
        let voices = serde_json::to_string(&goal.voices).map_err(|error| wrong_data(error.to_string()))?;
        self.goals.push(goal::Model {
            id,
            municipality_id: here,
            plan_id: plan,
            key: goal.key.clone(),
            position: position(at),
            title: goal.title.clone(),
            why: text(goal.why.as_deref()),
            aim: text(goal.aim.as_deref()),
            voices,
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        });
        for (at, activity) in goal.activity.iter().enumerate() {
            self.activities.push(activity::Model {
                id: ActivityId(ctx.new_key()),
                municipality_id: here,
                goal_id: id,
                position: position(at),
                sub_goal: activity.sub_goal.clone(),
                title: activity.title.clone(),
                responsible: activity.responsible.clone(),
                responsible_person_id: None,
                responsible_organisation_id: activity.organisation.as_deref().map(|slug| organisations[slug]),
                others: activity.others.clone(),
                starts_on: activity.starts_on.map(date).transpose()?,
                due_on: activity.due_on.map(date).transpose()?,
                status: activity.status,
                done_on: activity.done_on.map(date).transpose()?,
                follow_up_on: activity.follow_up_on.map(date).transpose()?,
                result: activity.result,
                notes: text(activity.notes.as_deref()),
                revision: 1,
                created_at: ctx.now(),
                updated_at: ctx.now(),
            });
        }
        Ok(())
    }
}

fn text(written: Option<&str>) -> Option<String> {
    written.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn wrong_data(message: String) -> Error {
    Error::Data { file: "samples".into(), message }
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;

    fn plans(slug: &str) -> Vec<Plan> {
        let samples = shipped().unwrap();
        let sample = samples.into_iter().find(|sample| sample.municipality.slug == slug);
        sample.unwrap().plans.plan
    }

    #[test]
    fn randers_strategy_has_seven_focus_areas_each_with_why_goal_and_activities() {
        let plans = plans("randers");
        let strategy = plans.iter().find(|plan| plan.mission.is_some()).unwrap();
        assert_eq!(strategy.kind, PlanKind::Strategy);
        assert!(strategy.values.is_some() && strategy.vision.is_some());
        assert_eq!(strategy.goal.len(), 7);
        for goal in &strategy.goal {
            let title = goal.title.as_deref().unwrap();
            assert!(goal.why.is_some() && goal.aim.is_some() && !goal.activity.is_empty(), "{title}");
        }
        let evaluated = strategy.goal[1].activity.iter().find(|activity| activity.follow_up_on.is_some());
        assert!(evaluated.unwrap().title.contains("aftaler"), "the first evaluation");
        let [together, _] = &plans.iter().find(|plan| plan.mission.is_none()).unwrap().goal[..] else {
            panic!("cooperation, and carrying the plan out");
        };
        assert_eq!(together.activity.len(), 17);
        let half_yearly = |activity: &&Activity| activity.title.contains("hvert halve år");
        assert_eq!(together.activity.iter().filter(half_yearly).count(), 3);
    }

    #[test]
    fn esbjergs_action_plan_has_the_models_six_goals_until_the_end_of_2015() {
        let [plan] = &plans("esbjerg")[..] else { panic!("one plan") };
        assert_eq!(plan.kind, PlanKind::ActionPlan);
        assert_eq!(plan.ends_on.unwrap().to_string(), "2015-12-31");
        let keys: Vec<&str> = plan.goal.iter().filter_map(|goal| goal.key.as_deref()).collect();
        let of_model: Vec<&str> = model::goals(PlanKind::ActionPlan).map(|goal| goal.key.as_str()).collect();
        assert_eq!(keys, of_model);
    }

    #[test]
    fn what_the_model_hasnt_and_who_isnt_there_is_found() {
        let read = |goal: &str| -> PlanFile {
            let text = format!("[[plan]]\nkind = \"action_plan\"\ntitle = \"Plan\"\n[[plan.goal]]\n{goal}");
            toml::from_str(&text).unwrap()
        };
        let has = |slug: &str| slug == "social";
        assert_eq!(wrong(&read("key = \"knowledge\""), has), None);
        for goal in [
            "key = \"strategy\"",
            "why = \"Derfor\"",
            "key = \"knowledge\"\n[[plan.goal.activity]]\ntitle = \"Gør det\"\norganisation = \"job\"",
            "key = \"knowledge\"\n[[plan.goal.activity]]\ntitle = \"Gør det\"\ndone_on = 2014-03-01",
        ] {
            assert!(wrong(&read(goal), has).is_some(), "{goal}");
        }
    }
}
