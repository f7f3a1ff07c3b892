//! The framework as a whole.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use entity::framework::values::FrameworkState as State;

use super::FrameworkSection;
use super::changes::FrameworkChangeConnection;
use crate::access::{Action, Subject};
use crate::directory::Directory;
use crate::directory::graphql::Visibility;
use crate::error::{Error, Result};
use crate::framework::cycle::graphql::FrameworkSubmission;
use crate::framework::draft::read::Draft;
use crate::framework::draft::service;
use crate::framework::draft::version;
use crate::framework::registers::series;
use crate::framework::rules;
use crate::framework::values::{FrameworkState, Section};
use crate::graphql::request;
use crate::ids::Opaque;

/// A municipality's overall framework while it is written.
pub struct Framework(Arc<Draft>);

impl Framework {
    /// The draft.
    pub(in crate::framework) fn new(draft: Arc<Draft>) -> Self {
        Self(draft)
    }

    /// The draft of a municipality; none where nothing has been begun, and for those without a role there.
    pub(crate) async fn of(context: &Context<'_>, directory: &Arc<Directory>) -> Result<Option<Self>> {
        Ok(service::open(request(context), directory).await?.map(Self))
    }

    /// Those of its sections that are wanted, in its order.
    pub(crate) fn these(&self, wanted: &[entity::framework::values::Section]) -> Vec<FrameworkSection> {
        let places = (0..self.0.sections.len()).filter(|at| wanted.contains(&self.0.sections[*at].section));
        places.map(|at| FrameworkSection::new(self.0.clone(), at)).collect()
    }
}

/// A municipality's overall framework while it is written: what is in its settings, and its six sections.
#[Object]
impl Framework {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.0.framework.id.show().into()
    }

    /// Whether it can be written in.
    async fn state(&self) -> FrameworkState {
        self.0.framework.state.into()
    }

    /// Another word with every change of anything in it: what whoever submits it has read.
    async fn version(&self) -> String {
        version::of(&self.0)
    }

    /// Counts up with every change of its settings and state.
    async fn revision(&self) -> i32 {
        self.0.framework.revision
    }

    /// The day by which it is to be updated; null before the first edition where none is set.
    async fn due_on(&self) -> Option<NaiveDate> {
        self.0.framework.due_on
    }

    /// Who is to update it by then, by name.
    async fn next_update_by(&self) -> Option<&str> {
        self.0.framework.next_update_by.as_deref()
    }

    /// Whether that day has gone by.
    async fn is_overdue(&self) -> bool {
        rules::is_overdue(self.0.today, self.0.framework.due_on)
    }

    /// How many of the steering group must approve an edition.
    async fn approvals_needed(&self) -> i32 {
        self.0.framework.approvals_needed
    }

    /// Months from an approval to the next update.
    async fn interval_months(&self) -> i32 {
        self.0.framework.interval_months
    }

    /// Who may read its editions.
    async fn visibility(&self) -> Visibility {
        self.0.framework.visibility.into()
    }

    /// How many in the steering group can approve.
    async fn steering_members(&self) -> usize {
        self.0.people.steering_members().len()
    }

    /// Whether the viewer leads the work: sets it up, gives sections to people, lays it before the steering group and
    /// takes it back. Nothing is changed while it lies there; see `state`.
    async fn can_write(&self, context: &Context<'_>) -> bool {
        request(context).may(Action::FrameworkWrite, Subject::Internal(self.0.municipality()))
    }

    /// Whether the viewer is of the steering group, who approve it or send it back.
    async fn can_decide(&self, context: &Context<'_>) -> bool {
        request(context).may(Action::FrameworkDecide, Subject::Internal(self.0.municipality()))
    }

    /// Its six sections, in the model's order.
    #[graphql(complexity = "6 * child_complexity")]
    async fn sections(&self, context: &Context<'_>) -> Result<Vec<FrameworkSection>> {
        request(context).hand_out(self.0.sections.len())?;
        Ok((0..self.0.sections.len()).map(|at| FrameworkSection::new(self.0.clone(), at)).collect())
    }

    /// One of its sections.
    async fn section(&self, #[graphql(desc = "Which.")] section: Section) -> Result<FrameworkSection> {
        let wanted = entity::framework::values::Section::from(section);
        let at = self.0.sections.iter().position(|one| one.section == wanted).ok_or(Error::NotFound)?;
        Ok(FrameworkSection::new(self.0.clone(), at))
    }

    /// What has changed in it, the newest first.
    #[graphql(complexity = "first.max(0) as usize * child_complexity")]
    async fn changes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 20)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
        #[graphql(desc = "Only those of this question, row or section.")] subject: Option<ID>,
    ) -> Result<FrameworkChangeConnection> {
        FrameworkChangeConnection::of_framework(context, &self.0, (first, after), subject).await
    }

    /// A year of days on which a standing forum could meet: the same day of the week, evenly through the year, holidays
    /// left out. Nothing is written.
    async fn meeting_days(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The first of them.")] from: NaiveDate,
        #[graphql(desc = "How many in a year, 1 to 52.")] per_year: i32,
    ) -> Result<Vec<NaiveDate>> {
        let days = series::days(from, per_year)?;
        request(context).hand_out(days.len())?;
        Ok(days)
    }

    /// The submission that waits, or the last one; null before the first.
    async fn submission(&self, context: &Context<'_>) -> Result<Option<FrameworkSubmission>> {
        let latest = self.0.submission.read(request(context), &self.0.directory).await?;
        if let Some(latest) = &latest {
            latest.note_members(self.0.people.steering_members());
        }
        Ok(latest.map(FrameworkSubmission::new))
    }
}

/// Whether what is read can be written in.
pub(super) fn is_open(draft: &Draft) -> bool {
    draft.framework.state == State::Draft
}
