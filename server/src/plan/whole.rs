//! Plans with all that belongs to them, as one value: four statements, whatever the number of rows.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use entity::ids::{ActivityId, GoalId, MunicipalityId, PersonId, PlanId};
use entity::plan::{activity, goal, plan};
use sea_orm::ConnectionTrait;

use super::forms::{VoiceForm, voices};
use super::model::{self, ModelGoal};
use super::store;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::error::Result;

/// Plans of one municipality.
pub(crate) struct Plans {
    /// Its directory, for the names of organisations.
    pub(crate) directory: Arc<Directory>,
    /// The newest first.
    pub(crate) plans: Vec<PlanEntry>,
    /// Names of people who are responsible, where whoever asks may know them.
    pub(crate) names: HashMap<PersonId, String>,
}

/// A plan with its goals, in order.
pub(crate) struct PlanEntry {
    pub(crate) row: plan::Model,
    pub(crate) goals: Vec<GoalEntry>,
}

/// A goal with its activities, in order.
pub(crate) struct GoalEntry {
    pub(crate) row: goal::Model,
    pub(crate) voices: Vec<VoiceForm>,
    pub(crate) activities: Vec<activity::Model>,
}

/// Which plans are read.
#[derive(Clone, Copy, Default)]
pub(super) struct Wanted {
    /// This one alone.
    pub(super) one: Option<PlanId>,
    /// Only those for everybody.
    pub(super) public_alone: bool,
}

impl Plans {
    /// Reads them. `with_names`: whoever asks may know who people are.
    pub(super) async fn read(
        db: &impl ConnectionTrait,
        directory: Arc<Directory>,
        wanted: Wanted,
        with_names: bool,
    ) -> Result<Self> {
        let plans = read(db, directory.municipality.id, wanted).await?;
        let people = plans.iter().flat_map(PlanEntry::activities);
        let people: HashSet<PersonId> = people.filter_map(|row| row.responsible_person_id).collect();
        let names = if with_names { store::names(db, people).await? } else { HashMap::new() };
        Ok(Self { directory, plans, names })
    }
}

/// Reads plans with goals and activities: three statements.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
    wanted: Wanted,
) -> Result<Vec<PlanEntry>> {
    let rows = store::plans(db, here, wanted).await?;
    let ids: Vec<PlanId> = rows.iter().map(|row| row.id).collect();
    let goals = store::goals(db, here, &ids).await?;
    let mut of_goal: HashMap<_, Vec<activity::Model>> = HashMap::new();
    for activity in store::activities(db, here, &goals).await? {
        of_goal.entry(activity.goal_id).or_default().push(activity);
    }
    let mut of_plan: HashMap<_, Vec<GoalEntry>> = HashMap::new();
    for row in goals {
        let activities = of_goal.remove(&row.id).unwrap_or_default();
        let entry = GoalEntry { voices: voices(&row.voices)?, row, activities };
        of_plan.entry(entry.row.plan_id).or_default().push(entry);
    }
    let entry = |row: plan::Model| PlanEntry { goals: of_plan.remove(&row.id).unwrap_or_default(), row };
    Ok(rows.into_iter().map(entry).collect())
}

impl PlanEntry {
    /// All its activities.
    pub(crate) fn activities(&self) -> impl Iterator<Item = &activity::Model> {
        self.goals.iter().flat_map(|goal| &goal.activities)
    }
}

impl Plans {
    /// The plan with this key.
    pub(crate) fn plan(&self, id: PlanId) -> Option<usize> {
        self.plans.iter().position(|plan| plan.row.id == id)
    }

    /// The goal with this key: the places of its plan and of itself.
    pub(crate) fn goal(&self, id: GoalId) -> Option<(usize, usize)> {
        let goals = |(at, plan): (usize, &PlanEntry)| {
            plan.goals.iter().position(|goal| goal.row.id == id).map(|goal| (at, goal))
        };
        self.plans.iter().enumerate().find_map(goals)
    }

    /// The activity with this key, and the plan it belongs to.
    pub(crate) fn activity(&self, id: ActivityId) -> Option<(PlanId, activity::Model)> {
        let within = |plan: &PlanEntry| {
            plan.activities().find(|row| row.id == id).map(|row| (plan.row.id, row.clone()))
        };
        self.plans.iter().find_map(within)
    }
}

/// The model's goal behind one of a plan.
pub(crate) fn of_model(row: &goal::Model) -> Option<&'static ModelGoal> {
    row.key.as_deref().and_then(model::goal)
}

/// What a goal is called: the municipality's words, or else the model's.
pub(crate) fn title(row: &goal::Model, language: Language) -> &str {
    let of_model = || of_model(row).map(|goal| goal.words(language).title.as_str());
    row.title.as_deref().or_else(of_model).unwrap_or_default()
}

/// The organisation that is responsible, as the directory calls it today.
pub(crate) fn organisation<'d>(directory: &'d Directory, row: &activity::Model) -> Option<&'d str> {
    let at = directory.organisation(row.responsible_organisation_id?)?;
    Some(&directory.organisations[at].row.name)
}
