//! Plans, goals and activities as they are edited, whole.

use async_graphql::ID;
use chrono::{Datelike, NaiveDate};
use entity::ids::{OrganisationId, PersonId};
use entity::plan::{activity, goal, plan};
use serde_json::Value;

use super::rules;
use super::values::{ActivityResult, ActivityStatus};
use crate::directory::Directory;
use crate::directory::graphql::Visibility;
use crate::error::{Error, Result};
use crate::forms::{NAME, Problems, Tidy, forms};
use crate::ids::{NodeId, Opaque};

/// Longest thing that somebody says of a focus area, in characters.
const WORDS: usize = 2_000;
/// Years in which a plan's days may lie.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

forms! {
    /// A plan as it is edited.
    PlanForm as "PlanFormInput" {
        /// What it is called.
        title: String,
        /// The day it begins.
        begins_on: Option<NaiveDate>,
        /// The day by which its goals are to be met.
        ends_on: Option<NaiveDate>,
        /// The mission, in Markdown.
        mission: Option<String>,
        /// The values, in Markdown.
        values: Option<String>,
        /// The vision, in Markdown.
        vision: Option<String>,
        /// Who may read it.
        visibility: Visibility,
    }

    /// What somebody says of a focus area: council, staff, a citizen.
    VoiceForm as "VoiceFormInput" {
        /// Who says it.
        who: String,
        /// What they say.
        words: String,
    }

    /// A goal as it is edited.
    GoalForm as "GoalFormInput" {
        /// The goal; none where the model's words stand.
        title: Option<String>,
        /// Why it was chosen, in Markdown.
        why: Option<String>,
        /// What is to be reached, in Markdown.
        aim: Option<String>,
        /// What others say of it; at most 50.
        voices: Vec<VoiceForm>,
    }

    /// An activity as it is edited.
    ActivityForm as "ActivityFormInput" {
        /// The part of the goal that it serves.
        sub_goal: Option<String>,
        /// What is done.
        title: String,
        /// Who is responsible, by name; only those with a role here read it, and no edition of the framework tells it.
        responsible: Option<String>,
        /// Who is responsible, where they have a role here.
        responsible_person_id: Option<ID>,
        /// The organisation that is responsible, where it stands in the directory.
        responsible_organisation_id: Option<ID>,
        /// Who else takes part.
        others: Option<String>,
        /// The day it starts.
        starts_on: Option<NaiveDate>,
        /// The day it is to be done.
        due_on: Option<NaiveDate>,
        /// Where it stands.
        status: ActivityStatus,
        /// The day it was done; today where none is given for what is done.
        done_on: Option<NaiveDate>,
        /// The day it is followed up.
        follow_up_on: Option<NaiveDate>,
        /// What comes of it.
        result: Option<ActivityResult>,
        /// Notes, in Markdown.
        notes: Option<String>,
    }
}

impl PlanForm {
    pub(crate) fn of(row: &plan::Model) -> Self {
        Self {
            title: row.title.clone(),
            begins_on: row.begins_on,
            ends_on: row.ends_on,
            mission: row.mission.clone(),
            values: row.values.clone(),
            vision: row.vision.clone(),
            visibility: row.visibility.into(),
        }
    }

    /// The form in order.
    ///
    /// # Errors
    /// `Refused`.
    pub(crate) fn checked(mut self) -> Result<Self> {
        self.tidy();
        refusing(|problems| {
            problems.name("title", &self.title);
            check_day("beginsOn", self.begins_on, problems);
            check_day("endsOn", self.ends_on, problems);
            let is_in_order = rules::is_in_order(self.begins_on, self.ends_on);
            problems.holds(is_in_order, "endsOn", "It ends before it begins.");
            problems.text("mission", self.mission.as_deref());
            problems.text("values", self.values.as_deref());
            problems.text("vision", self.vision.as_deref());
        })?;
        Ok(self)
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: plan::Model) -> plan::Model {
        plan::Model {
            title: self.title.clone(),
            begins_on: self.begins_on,
            ends_on: self.ends_on,
            mission: self.mission.clone(),
            values: self.values.clone(),
            vision: self.vision.clone(),
            visibility: self.visibility.into(),
            ..row
        }
    }
}

impl GoalForm {
    /// # Errors
    /// `Data` where an older version kept voices that this one can't read.
    pub(crate) fn of(row: &goal::Model) -> Result<Self> {
        Ok(Self {
            title: row.title.clone(),
            why: row.why.clone(),
            aim: row.aim.clone(),
            voices: voices(&row.voices)?,
        })
    }

    /// The form in order. `is_of_model`: the model has words for it, so that its title may be left out.
    ///
    /// # Errors
    /// `Refused`.
    pub(crate) fn checked(mut self, is_of_model: bool) -> Result<Self> {
        self.tidy();
        refusing(|problems| {
            if is_of_model {
                problems.words("title", self.title.as_deref());
            } else {
                problems.name("title", self.title.as_deref().unwrap_or_default());
            }
            problems.text("why", self.why.as_deref());
            problems.text("aim", self.aim.as_deref());
            problems.each("voices", &self.voices, |voice, problems| {
                problems.required("who", &voice.who, NAME);
                problems.required("words", &voice.words, WORDS);
            });
        })?;
        Ok(self)
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: goal::Model) -> goal::Model {
        goal::Model {
            title: self.title.clone(),
            why: self.why.clone(),
            aim: self.aim.clone(),
            voices: serde_json::to_string(&self.voices).unwrap_or_else(|_| "[]".to_owned()),
            ..row
        }
    }
}

/// The voices as they are stored.
///
/// # Errors
/// `Data` where an older version kept something that this one can't read.
pub(crate) fn voices(stored: &str) -> Result<Vec<VoiceForm>> {
    let unreadable =
        |error: serde_json::Error| Error::Data { file: "voices".into(), message: error.to_string() };
    serde_json::from_str(stored).map_err(unreadable)
}

impl ActivityForm {
    pub(crate) fn of(row: &activity::Model) -> Self {
        Self {
            sub_goal: row.sub_goal.clone(),
            title: row.title.clone(),
            responsible: row.responsible.clone(),
            responsible_person_id: row.responsible_person_id.map(|id| id.show().into()),
            responsible_organisation_id: row.responsible_organisation_id.map(show),
            others: row.others.clone(),
            starts_on: row.starts_on,
            due_on: row.due_on,
            status: row.status.into(),
            done_on: row.done_on,
            follow_up_on: row.follow_up_on,
            result: row.result.map(ActivityResult::from),
            notes: row.notes.clone(),
        }
    }

    /// The person who is responsible.
    pub(crate) fn person(&self) -> Option<PersonId> {
        self.responsible_person_id.as_deref().and_then(|id| PersonId::read(id))
    }

    fn organisation(&self) -> Option<OrganisationId> {
        match NodeId::parse(self.responsible_organisation_id.as_deref()?) {
            Some(NodeId::Organisation(id)) => Some(id),
            _ => None,
        }
    }

    /// The form in order. `has_person`: whoever it names has a role here.
    ///
    /// # Errors
    /// `Refused`.
    pub(crate) fn checked(
        mut self,
        directory: &Directory,
        has_person: bool,
        today: NaiveDate,
    ) -> Result<Self> {
        self.tidy();
        refusing(|problems| {
            problems.words("subGoal", self.sub_goal.as_deref());
            problems.name("title", &self.title);
            problems.words("responsible", self.responsible.as_deref());
            if self.responsible_person_id.is_some() {
                problems.reference("responsiblePersonId", has_person);
            }
            if self.responsible_organisation_id.is_some() {
                let is_there = self.organisation().is_some_and(|id| directory.organisation(id).is_some());
                problems.reference("responsibleOrganisationId", is_there);
            }
            problems.text("others", self.others.as_deref());
            check_day("startsOn", self.starts_on, problems);
            check_day("dueOn", self.due_on, problems);
            check_day("followUpOn", self.follow_up_on, problems);
            let is_in_order = rules::is_in_order(self.starts_on, self.due_on);
            problems.holds(is_in_order, "dueOn", "It is due before it starts.");
            check_report(self.done_on, self.notes.as_deref(), today, problems);
        })?;
        Ok(self)
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: activity::Model, today: NaiveDate) -> activity::Model {
        let status = self.status.into();
        activity::Model {
            sub_goal: self.sub_goal.clone(),
            title: self.title.clone(),
            responsible: self.responsible.clone(),
            responsible_person_id: self.person(),
            responsible_organisation_id: self.organisation(),
            others: self.others.clone(),
            starts_on: self.starts_on,
            due_on: self.due_on,
            status,
            done_on: rules::done_on(status, self.done_on, row.done_on, today),
            follow_up_on: self.follow_up_on,
            result: self.result.map(Into::into),
            notes: self.notes.clone(),
            ..row
        }
    }
}

/// Where an activity stands, as whoever is responsible tells.
#[derive(Clone, Debug)]
pub struct Report {
    /// Where it stands.
    pub status: ActivityStatus,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
    /// What comes of it.
    pub result: Option<ActivityResult>,
    /// Notes, in Markdown.
    pub notes: Option<String>,
}

impl Report {
    /// The report in order.
    ///
    /// # Errors
    /// `Refused`.
    pub(crate) fn checked(mut self, today: NaiveDate) -> Result<Self> {
        self.notes.tidy();
        refusing(|problems| check_report(self.done_on, self.notes.as_deref(), today, problems))?;
        Ok(self)
    }

    /// The row with what the report says.
    pub(crate) fn written_over(&self, row: activity::Model, today: NaiveDate) -> activity::Model {
        let status = self.status.into();
        activity::Model {
            status,
            done_on: rules::done_on(status, self.done_on, row.done_on, today),
            result: self.result.map(Into::into),
            notes: self.notes.clone(),
            ..row
        }
    }
}

fn check_report(done_on: Option<NaiveDate>, notes: Option<&str>, today: NaiveDate, problems: &mut Problems) {
    check_day("doneOn", done_on, problems);
    let has_come = done_on.is_none_or(|day| day <= today);
    problems.holds(has_come, "doneOn", "That day has not come yet.");
    problems.text("notes", notes);
}

fn check_day(field: &str, day: Option<NaiveDate>, problems: &mut Problems) {
    let is_near = day.is_none_or(|day| YEARS.contains(&day.year()));
    problems.holds(is_near, field, "This date is too far away.");
}

fn refusing(check: impl FnOnce(&mut Problems)) -> Result<()> {
    let mut problems = Problems::default();
    check(&mut problems);
    let found = problems.found();
    if found.is_empty() { Ok(()) } else { Err(Error::Refused(found)) }
}

fn show(id: OrganisationId) -> ID {
    NodeId::Organisation(id).to_string().into()
}

/// A form as the history keeps it.
pub(crate) fn json(form: &impl serde::Serialize) -> Option<Value> {
    serde_json::to_value(form).ok()
}
