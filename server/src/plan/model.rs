//! The goals that a plan begins with, as data. Their words stay here, so that they read in the reader's language; a
//! municipality may write its own over them.

use std::sync::LazyLock;

use entity::plan::values::PlanKind;
use serde::Deserialize;

use crate::directory::catalogue::Language;

/// A goal of the model.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelGoal {
    /// Its name for ever.
    pub key: String,
    /// The kind of plan that begins with it.
    pub plan: PlanKind,
    da: Words,
    en: Words,
}

/// A goal in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The goal.
    pub title: String,
    /// What is meant by it.
    pub guidance: String,
}

impl ModelGoal {
    /// The goal in a language.
    pub fn words(&self, language: Language) -> &Words {
        match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    goal: Vec<ModelGoal>,
}

static GOALS: LazyLock<Vec<ModelGoal>> = LazyLock::new(|| {
    // A test reads the file, so that what is shipped can be read.
    toml::from_str::<File>(include_str!("../../plan/goals.toml"))
        .map_or_else(|_| Vec::new(), |file| file.goal)
});

/// The goals that a plan of this kind begins with, in order; none for a strategy.
pub fn goals(kind: PlanKind) -> impl Iterator<Item = &'static ModelGoal> {
    GOALS.iter().filter(move |goal| goal.plan == kind)
}

/// The model's goal of this name.
pub fn goal(key: &str) -> Option<&'static ModelGoal> {
    GOALS.iter().find(|goal| goal.key == key)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn an_action_plan_begins_with_six_goals_and_a_launch_with_four_steps() {
        assert_eq!(goals(PlanKind::ActionPlan).count(), 6);
        assert_eq!(goals(PlanKind::Launch).count(), 4);
        assert_eq!(goals(PlanKind::Strategy).count(), 0);
    }

    #[test]
    fn no_name_comes_twice_and_every_goal_speaks_both_languages() {
        let keys: HashSet<&str> = GOALS.iter().map(|goal| goal.key.as_str()).collect();
        assert_eq!(keys.len(), GOALS.len());
        for goal in GOALS.iter() {
            for language in [Language::Danish, Language::English] {
                let words = goal.words(language);
                assert!(!words.title.is_empty() && !words.guidance.is_empty(), "{}", goal.key);
            }
        }
    }
}
