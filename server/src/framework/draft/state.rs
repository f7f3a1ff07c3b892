//! The parts of a draft as the history keeps them: what was, what is, and what can be set again.

use entity::framework::{framework, framework_question, framework_section};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::directory::graphql::Visibility;
use crate::framework::values::Section;
use crate::ids::Opaque;

/// A question with its answer. Its place is not of it, but of the section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct QuestionState {
    /// The section it stands in.
    pub section: Section,
    /// The model's name for it.
    pub key: Option<String>,
    /// The question, where it is the municipality's own.
    pub title: Option<String>,
    /// What to think of, where it is the municipality's own.
    pub guidance: Option<String>,
    /// Whether the municipality does without it.
    pub is_hidden: bool,
    /// The answer.
    pub answer: String,
}

impl QuestionState {
    pub(super) fn of(row: &framework_question::Model) -> Self {
        Self {
            section: row.section.into(),
            key: row.key.clone(),
            title: row.title.clone(),
            guidance: row.guidance.clone(),
            is_hidden: row.is_hidden,
            answer: row.answer.clone(),
        }
    }

    /// What a history has kept; none where it is of something else.
    pub(super) fn read(state: Value) -> Option<Self> {
        serde_json::from_value(state).ok()
    }

    /// Whether it says the same but for the answer.
    pub(super) fn asks_the_same(&self, other: &Self) -> bool {
        let unanswered = |state: &Self| Self { answer: String::new(), ..state.clone() };
        unanswered(self) == unanswered(other)
    }

    /// Sets a row to this.
    pub(super) fn put_into(self, row: &mut framework_question::Model) {
        row.title = self.title;
        row.guidance = self.guidance;
        row.is_hidden = self.is_hidden;
        row.answer = self.answer;
    }

    pub(super) fn json(row: &framework_question::Model) -> Value {
        serde_json::to_value(Self::of(row)).unwrap_or_default()
    }
}

/// To whom a section is given.
pub(super) fn of_section(row: &framework_section::Model) -> Value {
    json!({
        "assigneeId": row.person_id.map(|id| id.show()),
        "dueOn": row.due_on,
        "isDone": row.is_done,
    })
}

/// A framework's settings.
pub(super) fn of_framework(row: &framework::Model) -> Value {
    json!({
        "approvalsNeeded": row.approvals_needed,
        "intervalMonths": row.interval_months,
        "visibility": Visibility::from(row.visibility),
        "dueOn": row.due_on,
        "nextUpdateBy": row.next_update_by,
    })
}
