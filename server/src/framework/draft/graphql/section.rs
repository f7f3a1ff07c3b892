//! A section of the draft.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use entity::framework::framework_section;

use super::FrameworkQuestion;
use super::framework::is_open;
use crate::access::{Action, Subject};
use crate::error::Result;
use crate::framework::cycle::graphql::{FrameworkRemark, FrameworkSubmission};
use crate::framework::draft::read::Draft;
use crate::framework::rules;
use crate::framework::values::Section;
use crate::graphql::request;
use crate::ids::Opaque;

/// A section of a framework while it is written.
pub struct FrameworkSection {
    draft: Arc<Draft>,
    at: usize,
}

impl FrameworkSection {
    /// The section at this place of the draft.
    pub(in crate::framework) fn new(draft: Arc<Draft>, at: usize) -> Self {
        Self { draft, at }
    }

    fn row(&self) -> &framework_section::Model {
        &self.draft.sections[self.at]
    }
}

/// A section of a framework while it is written: to whom it is given, how far it has come, and its questions.
#[Object]
impl FrameworkSection {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.row().id.show().into()
    }

    /// Which.
    async fn section(&self) -> Section {
        self.row().section.into()
    }

    /// Counts up with every change of to whom it is given; answers have revisions of their own.
    async fn revision(&self) -> i32 {
        self.row().revision
    }

    /// The person to whom it is given; null where to nobody.
    async fn assignee_id(&self) -> Option<ID> {
        self.row().person_id.map(|id| id.show().into())
    }

    /// The name of that person.
    async fn assignee_name(&self) -> Option<&str> {
        self.draft.people.name(self.row().person_id?)
    }

    /// The day by which they are to be done.
    async fn due_on(&self) -> Option<NaiveDate> {
        self.row().due_on
    }

    /// Whether that day has gone by and they are not done.
    async fn is_overdue(&self) -> bool {
        !self.row().is_done && rules::is_overdue(self.draft.today, self.row().due_on)
    }

    /// Whether whoever it was given to says that it is done.
    async fn is_done(&self) -> bool {
        self.row().is_done
    }

    /// How many of its questions have something to show; hidden ones don't count.
    async fn answered(&self) -> usize {
        self.draft.progress(self.row().section).0
    }

    /// How many questions it has; hidden ones don't count.
    async fn total(&self) -> usize {
        self.draft.progress(self.row().section).1
    }

    /// Whether the viewer may write in it now: project leaders and whoever it is given to, while it is a draft.
    async fn can_write(&self, context: &Context<'_>) -> bool {
        let subject = Subject::Task(self.draft.municipality(), self.row().person_id);
        is_open(&self.draft) && request(context).may(Action::SectionWrite, subject)
    }

    /// Names of those who have answered or changed rows in it, the latest first; at most 5.
    async fn writers(&self, context: &Context<'_>) -> Result<&[String]> {
        self.draft.writers(request(context), self.row().section).await
    }

    /// Its questions in order; hidden ones too, after the others.
    #[graphql(complexity = "10 * child_complexity")]
    async fn questions(&self, context: &Context<'_>) -> Result<Vec<FrameworkQuestion>> {
        let places = self.draft.questions_of(self.row().section);
        request(context).hand_out(places.len())?;
        Ok(places.into_iter().map(|at| FrameworkQuestion::new(self.draft.clone(), at)).collect())
    }

    /// Remarks on it, in order, while the last submission waits or where it was sent back.
    #[graphql(complexity = "10 * child_complexity")]
    async fn remarks(&self, context: &Context<'_>) -> Result<Vec<FrameworkRemark>> {
        let latest = self.draft.submission.read(request(context), &self.draft.directory).await?;
        match latest.map(FrameworkSubmission::new).filter(FrameworkSubmission::is_open) {
            Some(submission) => submission.remarks_on(context, Some(self.row().section)).await,
            None => Ok(Vec::new()),
        }
    }
}
