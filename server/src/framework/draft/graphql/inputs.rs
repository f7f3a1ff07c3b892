//! What the mutations of a draft take and answer.

use async_graphql::{ID, InputObject, SimpleObject};
use chrono::NaiveDate;

use super::{Framework, FrameworkQuestion, FrameworkSection};
use crate::directory::graphql::Visibility;
use crate::error::Result;
use crate::framework::draft::service::Asked;
use crate::framework::registers::graphql::RegisterRow;
use crate::framework::values::Section;
use crate::graphql::payload::{UserError, answered};

/// A framework to be begun.
#[derive(InputObject)]
pub struct FrameworkBeginInput {
    /// The municipality's slug.
    pub municipality: String,
    /// Slug of the municipality whose newest edition is copied; the empty model where none is given.
    pub copy_from: Option<String>,
}

/// The framework that was begun.
#[derive(SimpleObject)]
pub struct FrameworkBeginPayload {
    /// The framework; null where it was not begun.
    pub framework: Option<Framework>,
    /// What was wrong with what was typed.
    pub user_errors: Vec<UserError>,
}

/// A framework's settings as they are to be.
#[derive(InputObject)]
pub struct FrameworkSettingsUpdateInput {
    /// The municipality's slug.
    pub municipality: String,
    /// The framework's revision that was read.
    pub revision: i32,
    /// How many of the steering group must approve: 1 to 20, and not more than there are.
    pub approvals_needed: i32,
    /// Months from an approval to the next update: 1 to 24.
    pub interval_months: i32,
    /// Who may read its editions.
    pub visibility: Visibility,
    /// The day by which it is to be updated. Only before the first edition may it be none.
    pub due_on: Option<NaiveDate>,
    /// Who is to update it by then, by name.
    pub next_update_by: Option<String>,
}

/// The framework with its settings.
#[derive(SimpleObject)]
pub struct FrameworkSettingsUpdatePayload {
    /// The framework; null where it was not changed.
    pub framework: Option<Framework>,
    /// What was wrong with what was typed.
    pub user_errors: Vec<UserError>,
}

/// A section, and to whom it is to be given.
#[derive(InputObject)]
pub struct FrameworkSectionUpdateInput {
    /// Which section.
    pub id: ID,
    /// The section's revision that was read.
    pub revision: i32,
    /// The person to whom it is given, who has a role here; none where to nobody. For project leaders to say.
    pub assignee_id: Option<ID>,
    /// The day by which they are to be done. For project leaders to say.
    pub due_on: Option<NaiveDate>,
    /// Whether it is done. For project leaders and whoever has the section to say.
    pub is_done: bool,
}

/// The section that was given to somebody, or is done.
#[derive(SimpleObject)]
pub struct FrameworkSectionUpdatePayload {
    /// The section; null where it was not changed.
    pub section: Option<FrameworkSection>,
    /// What was wrong with what was typed.
    pub user_errors: Vec<UserError>,
}

/// A question of the municipality's own to be asked.
#[derive(InputObject)]
pub struct FrameworkQuestionCreateInput {
    /// The municipality's slug.
    pub municipality: String,
    /// The section it stands in, as its last.
    pub section: Section,
    /// The question, in one line.
    pub title: String,
    /// What to think of when answering.
    pub guidance: Option<String>,
}

/// A question, and how and whether it is to be asked.
#[derive(InputObject)]
pub struct FrameworkQuestionUpdateInput {
    /// Which question.
    pub id: ID,
    /// The question's revision that was read.
    pub revision: i32,
    /// The question, in one line. Of one of the model's neither title nor guidance may be given.
    pub title: Option<String>,
    /// What to think of when answering.
    pub guidance: Option<String>,
    /// Whether the municipality does without it.
    pub is_hidden: bool,
}

/// A question, and where in its section it is to stand.
#[derive(InputObject)]
pub struct FrameworkQuestionMoveInput {
    /// Which question.
    pub id: ID,
    /// The question's revision that was read. Moving it leaves that as it is.
    pub revision: i32,
    /// The new place in its section, from 0; beyond the end is the end. Hidden questions stay behind the others.
    pub position: i32,
}

/// A question of the municipality's own to be taken out.
#[derive(InputObject)]
pub struct FrameworkQuestionDeleteInput {
    /// Which question.
    pub id: ID,
    /// The question's revision that was read.
    pub revision: i32,
}

/// The question that was asked or changed.
#[derive(SimpleObject)]
pub struct FrameworkQuestionPayload {
    /// The question; null where it was not.
    pub question: Option<FrameworkQuestion>,
    /// What was wrong with what was typed.
    pub user_errors: Vec<UserError>,
}

impl FrameworkQuestionPayload {
    pub(super) fn of(result: Result<Asked>) -> Result<Self> {
        let (asked, user_errors) = answered(result)?;
        Ok(Self { question: asked.map(FrameworkQuestion::of), user_errors })
    }
}

/// The question that was taken out.
#[derive(SimpleObject)]
pub struct FrameworkQuestionDeletePayload {
    /// Its key; null where it was not taken out.
    pub deleted_id: Option<ID>,
    /// What stood in the way.
    pub user_errors: Vec<UserError>,
}

/// An answer.
#[derive(InputObject)]
pub struct FrameworkAnswerUpdateInput {
    /// The question.
    pub id: ID,
    /// The question's revision that was read.
    pub revision: i32,
    /// The answer in Markdown, at most 20,000 characters; empty takes it away.
    pub answer: String,
}

/// The question with its answer.
#[derive(SimpleObject)]
pub struct FrameworkAnswerUpdatePayload {
    /// The question; null where the answer was not saved.
    pub question: Option<FrameworkQuestion>,
    /// What stands there now, where it was refused as `STALE`.
    pub latest: Option<FrameworkQuestion>,
    /// What was wrong with what was typed.
    pub user_errors: Vec<UserError>,
}

/// An answer that somebody is writing.
#[derive(InputObject)]
pub struct FrameworkWritingNoteInput {
    /// The question.
    pub id: ID,
    /// Whether they are; false once they have stopped. Nobody counts as writing for longer than a minute after.
    pub is_writing: bool,
}

/// Who else is writing.
#[derive(SimpleObject)]
pub struct FrameworkWritingNotePayload {
    /// Names of the others who are writing in it just now.
    pub writing: Vec<String>,
    /// The question's revision now, to see that somebody has changed it; null where it was not noted.
    pub revision: Option<i32>,
    /// What stood in the way.
    pub user_errors: Vec<UserError>,
}

/// A state to be set again.
#[derive(InputObject)]
pub struct FrameworkChangeRestoreInput {
    /// The change that left it.
    pub change_id: ID,
    /// The part's revision now; 0 where it has been taken out.
    pub revision: i32,
}

/// What was set back.
#[derive(SimpleObject)]
pub struct FrameworkChangeRestorePayload {
    /// The question; null where it was none, or not set back.
    pub question: Option<FrameworkQuestion>,
    /// The row; null where it was none, or not set back.
    pub row: Option<RegisterRow>,
    /// What stood in the way.
    pub user_errors: Vec<UserError>,
}
