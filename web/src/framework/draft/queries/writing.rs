//! Saving an answer, and telling the others that one writes.

use crate::api::{UserError, schema};
use crate::mutation;

/// An answer.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkAnswerUpdateInput {
    /// To which question.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// Markdown.
    pub(crate) answer: String,
}

/// What came of it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkAnswerUpdatePayload {
    /// What is saved.
    pub(crate) question: Option<AnswerNow>,
    /// What stands there, where somebody else was faster.
    pub(crate) latest: Option<AnswerNow>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// An answer as it stands.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkQuestion")]
pub(crate) struct AnswerNow {
    /// Counts its changes.
    pub(crate) revision: i32,
    /// Markdown.
    pub(crate) answer: String,
    /// By whom.
    pub(crate) answered_by: Option<String>,
}

mutation! {
    /// Saves an answer.
    framework_answer_update(FrameworkAnswerUpdateInput) -> FrameworkAnswerUpdatePayload
}

/// Whether one writes.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkWritingNoteInput {
    /// In which question.
    pub(crate) id: cynic::Id,
    /// Or has stopped.
    pub(crate) is_writing: bool,
}

/// Who else writes.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkWritingNotePayload {
    /// Their names.
    pub(crate) writing: Vec<String>,
    /// The answer's revision now.
    pub(crate) revision: Option<i32>,
}

mutation! {
    /// Tells that one writes.
    framework_writing_note(FrameworkWritingNoteInput) -> FrameworkWritingNotePayload
}
