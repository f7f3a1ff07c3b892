//! A section given to somebody, and the questions themselves: one's own, hidden ones, their order.

use crate::api::schema;
use crate::format::date::Date;
use crate::framework::sections::Section;
use crate::mutation;

/// A section as it is to be.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkSectionUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// To whom it is given.
    pub(crate) assignee_id: Option<cynic::Id>,
    /// Until when.
    pub(crate) due_on: Option<Date>,
    /// Whether it is done.
    pub(crate) is_done: bool,
}

mutation! {
    /// Gives a section to somebody, or says that it is done.
    framework_section_update(FrameworkSectionUpdateInput) -> "FrameworkSectionUpdatePayload"
}

/// A question of one's own.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkQuestionCreateInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// In which section.
    pub(crate) section: Section,
    /// The question.
    pub(crate) title: String,
    /// Help with it.
    pub(crate) guidance: Option<String>,
}

mutation! {
    /// Adds a question of one's own.
    framework_question_create(FrameworkQuestionCreateInput) -> "FrameworkQuestionPayload"
}

/// A question as it is to be.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkQuestionUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// The question; only of one's own.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<String>,
    /// Help with it; only of one's own.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) guidance: Option<String>,
    /// Whether it is not used.
    pub(crate) is_hidden: bool,
}

mutation! {
    /// Changes a question, hides or shows it.
    framework_question_update(FrameworkQuestionUpdateInput) -> "FrameworkQuestionPayload"
}

/// A question's new place.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkQuestionMoveInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// From 0.
    pub(crate) position: i32,
}

mutation! {
    /// Moves a question within its section.
    framework_question_move(FrameworkQuestionMoveInput) -> "FrameworkQuestionPayload"
}

/// A question to take out.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkQuestionDeleteInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
}

mutation! {
    /// Takes out a question of one's own.
    framework_question_delete(FrameworkQuestionDeleteInput) -> "FrameworkQuestionDeletePayload"
}

/// A row's new place.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct RegisterRowMoveInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
    /// Among the rows of its register, from 0.
    pub(crate) position: i32,
}

mutation! {
    /// Moves a row within its register.
    register_row_move(RegisterRowMoveInput) -> "RegisterRowPayload"
}
