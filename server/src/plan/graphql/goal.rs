//! A goal of a plan.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use entity::ids::GoalId;

use super::Activity;
use crate::error::Result;
use crate::graphql::request;
use crate::graphql::values::Language;
use crate::ids::Opaque;
use crate::plan::forms::VoiceForm;
use crate::plan::rules::{self, Progress};
use crate::plan::service;
use crate::plan::whole::{self, GoalEntry, Plans};

/// A goal with its activities.
pub struct Goal {
    plans: Arc<Plans>,
    plan: usize,
    at: usize,
}

impl Goal {
    pub(super) fn new(plans: Arc<Plans>, plan: usize, at: usize) -> Self {
        Self { plans, plan, at }
    }

    pub(super) fn of(plans: Arc<Plans>, id: GoalId) -> Option<Self> {
        plans.goal(id).map(|(plan, at)| Self { plans, plan, at })
    }

    fn entry(&self) -> &GoalEntry {
        &self.plans.plans[self.plan].goals[self.at]
    }

    fn progress(&self, context: &Context<'_>) -> Progress {
        rules::progress(service::today(request(context)), &self.entry().activities)
    }
}

/// A goal of a plan; a focus area of a strategy; a step of a launch.
#[Object]
impl Goal {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.entry().row.id.show().into()
    }

    /// The model's name for it; null for one of the municipality's own.
    async fn key(&self) -> Option<&str> {
        self.entry().row.key.as_deref()
    }

    /// Counts up with every change of the goal's own words.
    async fn revision(&self) -> i32 {
        self.entry().row.revision
    }

    /// Its place in the plan, from 0.
    async fn position(&self) -> i32 {
        self.entry().row.position
    }

    /// The goal: the municipality's words, or else the model's in this language.
    async fn title(
        &self,
        #[graphql(desc = "In which language the model's words are wanted.")] language: Language,
    ) -> &str {
        whole::title(&self.entry().row, language.into())
    }

    /// What the model means by it; null for one of the municipality's own.
    async fn guidance(&self, #[graphql(desc = "In which language.")] language: Language) -> Option<&str> {
        let words = whole::of_model(&self.entry().row)?.words(language.into());
        Some(&words.guidance)
    }

    /// The municipality's words; null where the model's stand.
    async fn own_title(&self) -> Option<&str> {
        self.entry().row.title.as_deref()
    }

    /// Why it was chosen, in Markdown.
    async fn why(&self) -> Option<&str> {
        self.entry().row.why.as_deref()
    }

    /// What is to be reached, in Markdown.
    async fn aim(&self) -> Option<&str> {
        self.entry().row.aim.as_deref()
    }

    /// What council, staff and citizens say of it.
    #[graphql(complexity = "5 * child_complexity")]
    async fn voices(&self, context: &Context<'_>) -> Result<&[VoiceForm]> {
        let voices = &self.entry().voices;
        request(context).hand_out(voices.len())?;
        Ok(voices)
    }

    /// How many of its activities are done.
    async fn done(&self, context: &Context<'_>) -> usize {
        self.progress(context).done
    }

    /// How many activities there are, without those that were given up.
    async fn total(&self, context: &Context<'_>) -> usize {
        self.progress(context).total
    }

    /// How many of its activities are late.
    async fn overdue(&self, context: &Context<'_>) -> usize {
        self.progress(context).overdue
    }

    /// Its activities, in order; at most 200.
    #[graphql(complexity = "10 * child_complexity")]
    async fn activities(&self, context: &Context<'_>) -> Result<Vec<Activity>> {
        let activities = &self.entry().activities;
        request(context).hand_out(activities.len())?;
        let plan = self.plans.plans[self.plan].row.id;
        let activity = |row: &_| Activity::new(self.plans.clone(), plan, Clone::clone(row));
        Ok(activities.iter().map(activity).collect())
    }
}
