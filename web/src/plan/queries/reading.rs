//! Plans as they are read.

use cynic::{Operation, QueryBuilder};
use serde::Serialize;
use serde_json::{Value, json};

use crate::api::schema;
use crate::directory::queries::municipality::{Slug, SlugFields};
use crate::editing::queries::forms::{Visibility, as_json};
use crate::format::date::Date;

/// Asks for the plans of a municipality.
pub(crate) fn all(slug: String) -> Operation<Plans, Slug> {
    Plans::build(Slug { slug })
}

/// Asks for a plan with all it holds.
pub(crate) fn one(slug: String, id: String) -> Operation<OnePlan, PlanVariables> {
    OnePlan::build(PlanVariables { slug, id: cynic::Id::new(id) })
}

/// What kind of plan.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlanKind {
    /// The goals of the model with activities.
    ActionPlan,
    /// Mission, values, vision, and focus areas.
    Strategy,
    /// The steps of beginning.
    Launch,
}

/// Where an activity stands.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActivityStatus {
    /// Nobody has begun.
    Planned,
    /// Somebody has.
    Underway,
    /// It is done.
    Done,
    /// It will not be done.
    Dropped,
}

/// What comes of an activity.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActivityResult {
    /// It goes on.
    Continues,
    /// It ends.
    Ends,
    /// It became something new.
    New,
}

/// The plans of a municipality.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Plans {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<PlansMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct PlansMunicipality {
    /// Its plans, those that the viewer may read.
    pub(crate) plans: Vec<ListedPlan>,
}

/// A plan in the list.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Plan")]
pub(crate) struct ListedPlan {
    /// The key.
    pub(crate) id: cynic::Id,
    /// Which of them.
    pub(crate) kind: PlanKind,
    /// What it is called.
    pub(crate) title: String,
    /// The day it begins.
    pub(crate) begins_on: Option<Date>,
    /// The day by which its goals are to be met.
    pub(crate) ends_on: Option<Date>,
    /// Who may read it.
    pub(crate) visibility: Visibility,
    /// How many activities are done.
    pub(crate) done: i32,
    /// Of how many.
    pub(crate) total: i32,
    /// How many are late.
    pub(crate) overdue: i32,
}

/// Which plan of which municipality.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct PlanVariables {
    slug: String,
    id: cynic::Id,
}

/// A plan, if there is one for these eyes.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "PlanVariables")]
pub(crate) struct OnePlan {
    #[arguments(slug: $slug)]
    municipality: Option<PlanMunicipality>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "PlanVariables")]
struct PlanMunicipality {
    #[arguments(id: $id)]
    plan: Option<Plan>,
}

impl OnePlan {
    /// The plan.
    pub(crate) fn plan(self) -> Option<Plan> {
        self.municipality?.plan
    }
}

/// A plan with all it holds.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    /// The key.
    pub(crate) id: cynic::Id,
    /// Which of them.
    pub(crate) kind: PlanKind,
    /// What it is called.
    pub(crate) title: String,
    /// The day it begins.
    pub(crate) begins_on: Option<Date>,
    /// The day by which its goals are to be met.
    pub(crate) ends_on: Option<Date>,
    /// The mission, in Markdown.
    pub(crate) mission: Option<String>,
    /// The values, in Markdown.
    pub(crate) values: Option<String>,
    /// The vision, in Markdown.
    pub(crate) vision: Option<String>,
    /// Who may read it.
    pub(crate) visibility: Visibility,
    /// The revision of its own words.
    pub(crate) revision: i32,
    /// How many activities are done.
    pub(crate) done: i32,
    /// Of how many.
    pub(crate) total: i32,
    /// How many are late.
    pub(crate) overdue: i32,
    /// Whether the viewer may change it.
    pub(crate) can_write: bool,
    /// Goals, focus areas or steps, in order.
    pub(crate) goals: Vec<Goal>,
}

impl Plan {
    /// Whether it has a mission, values or a vision.
    pub(crate) fn has_words(&self) -> bool {
        self.mission.is_some() || self.values.is_some() || self.vision.is_some()
    }

    /// Its own words as they are edited.
    pub(crate) fn form(&self) -> Value {
        json!({
            "title": self.title,
            "beginsOn": as_json(&self.begins_on),
            "endsOn": as_json(&self.ends_on),
            "mission": self.mission,
            "values": self.values,
            "vision": self.vision,
            "visibility": as_json(&self.visibility),
        })
    }
}

/// A goal, a focus area or a step.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Goal {
    /// The key.
    pub(crate) id: cynic::Id,
    /// The model's name for it; none for the municipality's own.
    pub(crate) key: Option<String>,
    /// The revision of its own words.
    pub(crate) revision: i32,
    /// What it is called in Danish.
    #[arguments(language: DANISH)]
    #[cynic(rename = "title")]
    pub(crate) title_da: String,
    /// What it is called in English, where the model has the words.
    #[arguments(language: ENGLISH)]
    #[cynic(rename = "title")]
    pub(crate) title_en: String,
    /// The municipality's words, where they stand instead of the model's.
    pub(crate) own_title: Option<String>,
    /// Why it was chosen, in Markdown.
    pub(crate) why: Option<String>,
    /// What is to be reached, in Markdown.
    pub(crate) aim: Option<String>,
    /// What is said of it.
    pub(crate) voices: Vec<VoiceForm>,
    /// How many activities are done.
    pub(crate) done: i32,
    /// Of how many.
    pub(crate) total: i32,
    /// How many are late.
    pub(crate) overdue: i32,
    /// What is done about it, in order.
    pub(crate) activities: Vec<Activity>,
}

impl Goal {
    /// Its own words as they are edited.
    pub(crate) fn form(&self) -> Value {
        json!({
            "title": self.own_title,
            "why": self.why,
            "aim": self.aim,
            "voices": as_json(&self.voices),
        })
    }
}

/// What somebody says of a goal.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VoiceForm {
    /// Who says it.
    pub(crate) who: String,
    /// What they say.
    pub(crate) words: String,
}

/// Something that is done about a goal.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Activity {
    /// The key.
    pub(crate) id: cynic::Id,
    /// The revision.
    pub(crate) revision: i32,
    /// The part of the goal that it serves.
    pub(crate) sub_goal: Option<String>,
    /// What is done.
    pub(crate) title: String,
    /// Who is responsible, by a written name.
    pub(crate) responsible: Option<String>,
    /// Who is responsible, where they have an account.
    pub(crate) responsible_person_id: Option<cynic::Id>,
    /// The organisation that is responsible, where it stands in the directory.
    pub(crate) responsible_organisation_id: Option<cynic::Id>,
    /// The name of whoever is responsible, as far as the viewer may know.
    pub(crate) responsible_name: Option<String>,
    /// Who else takes part.
    pub(crate) others: Option<String>,
    /// The day it starts.
    pub(crate) starts_on: Option<Date>,
    /// The day it is to be done.
    pub(crate) due_on: Option<Date>,
    /// Where it stands.
    pub(crate) status: ActivityStatus,
    /// The day it was done.
    pub(crate) done_on: Option<Date>,
    /// The day it is followed up.
    pub(crate) follow_up_on: Option<Date>,
    /// What comes of it.
    pub(crate) result: Option<ActivityResult>,
    /// Notes, in Markdown.
    pub(crate) notes: Option<String>,
    /// Whether it is late.
    pub(crate) is_overdue: bool,
    /// Whether somebody ought to follow it up now.
    pub(crate) needs_follow_up: bool,
    /// Whether the viewer may change all of it.
    pub(crate) can_write: bool,
    /// Whether the viewer may report how it goes.
    pub(crate) can_report: bool,
}

impl Activity {
    /// It as it is edited.
    pub(crate) fn form(&self) -> Value {
        json!({
            "subGoal": self.sub_goal,
            "title": self.title,
            "responsible": self.responsible,
            "responsiblePersonId": as_json(&self.responsible_person_id),
            "responsibleOrganisationId": as_json(&self.responsible_organisation_id),
            "others": self.others,
            "startsOn": as_json(&self.starts_on),
            "dueOn": as_json(&self.due_on),
            "status": as_json(&self.status),
            "doneOn": as_json(&self.done_on),
            "followUpOn": as_json(&self.follow_up_on),
            "result": as_json(&self.result),
            "notes": self.notes,
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An activity of that status and nothing more.
    pub(crate) fn activity(status: ActivityStatus) -> Activity {
        Activity {
            id: cynic::Id::new("activity:1"),
            revision: 1,
            sub_goal: None,
            title: "Prøve".into(),
            responsible: None,
            responsible_person_id: None,
            responsible_organisation_id: None,
            responsible_name: None,
            others: None,
            starts_on: None,
            due_on: None,
            status,
            done_on: None,
            follow_up_on: None,
            result: None,
            notes: None,
            is_overdue: false,
            needs_follow_up: false,
            can_write: false,
            can_report: false,
        }
    }

    /// A goal with these activities.
    pub(crate) fn goal(activities: Vec<Activity>) -> Goal {
        Goal {
            id: cynic::Id::new("goal:1"),
            key: None,
            revision: 1,
            title_da: "Mål".into(),
            title_en: "Goal".into(),
            own_title: None,
            why: None,
            aim: None,
            voices: Vec::new(),
            done: 0,
            total: 0,
            overdue: 0,
            activities,
        }
    }

    #[test]
    fn an_activity_is_edited_as_it_is_read() {
        let mut one = activity(ActivityStatus::Underway);
        one.due_on = Date::parse("2026-03-01");
        let form = one.form();
        assert_eq!((&form["status"], &form["dueOn"]), (&json!("UNDERWAY"), &json!("2026-03-01")));
        assert_eq!(form["result"], Value::Null);
    }
}
