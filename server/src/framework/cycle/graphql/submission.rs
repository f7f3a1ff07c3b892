//! What lies before the steering group, and what they say of it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use entity::framework::{framework_remark, framework_verdict};

use super::content::{EditionSection, EditionService};
use super::difference::FrameworkDifference;
use super::edition::DoneActivity;
use crate::error::Result;
use crate::framework::cycle::submission::{self, Submission};
use crate::framework::values::{Section, SubmissionState};
use crate::graphql::request;
use crate::ids::Opaque;

/// A framework as it was laid before the steering group.
#[derive(Clone)]
pub struct FrameworkSubmission(Arc<Submission>);

impl FrameworkSubmission {
    pub(crate) fn new(submission: Arc<Submission>) -> Self {
        Self(submission)
    }

    /// The remarks on one section, in order; on all where none is given. None once it has been approved or taken back.
    pub(crate) async fn remarks_on(
        &self,
        context: &Context<'_>,
        section: Option<entity::framework::values::Section>,
    ) -> Result<Vec<FrameworkRemark>> {
        let ctx = request(context);
        let said = self.0.said(ctx).await?;
        let can_settle = self.0.can_settle(ctx);
        let wanted = said.remarks.iter().filter(|remark| section.is_none_or(|of| remark.section == of));
        let remarks: Vec<FrameworkRemark> = wanted
            .map(|row| FrameworkRemark {
                row: row.clone(),
                person: said.name(row.person_id).map(str::to_owned),
                can_settle,
            })
            .collect();
        ctx.hand_out(remarks.len())?;
        Ok(remarks)
    }

    /// Whether it waits or was sent back.
    pub(crate) fn is_open(&self) -> bool {
        submission::is_open(self.0.row.state)
    }
}

/// A framework as it was laid before the steering group, with what they say of it.
#[Object]
impl FrameworkSubmission {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.0.row.id.show().into()
    }

    /// Where it stands.
    async fn state(&self) -> SubmissionState {
        self.0.row.state.into()
    }

    /// What the project leader says to it.
    async fn note(&self) -> Option<&str> {
        self.0.row.note.as_deref()
    }

    /// When it was submitted.
    async fn submitted_at(&self) -> DateTime<Utc> {
        self.0.row.submitted_at
    }

    /// Who submitted it; null where they are gone.
    async fn submitted_by(&self, context: &Context<'_>) -> Result<Option<&str>> {
        Ok(self.0.said(request(context)).await?.name(self.0.row.submitted_by))
    }

    /// How many must approve.
    async fn approvals_needed(&self) -> i32 {
        self.0.row.approvals_needed
    }

    /// How many approvals count: while it waits, those of who is in the steering group now.
    async fn approvals(&self, context: &Context<'_>) -> Result<usize> {
        let counted = self.0.counted(request(context)).await?;
        Ok(counted.into_iter().filter(|counts| *counts).count())
    }

    /// When it was decided or taken back; null while it waits.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.row.decided_at
    }

    /// Whether the viewer can approve it or send it back: a member of the steering group who has not, while it waits.
    async fn can_decide(&self, context: &Context<'_>) -> Result<bool> {
        self.0.can_decide(request(context)).await
    }

    /// Whether the viewer can remark on it: the steering group and project leaders, while it waits or was sent back.
    async fn can_remark(&self, context: &Context<'_>) -> bool {
        self.0.can_remark(request(context))
    }

    /// What the members of the steering group have said, in order.
    #[graphql(complexity = "10 * child_complexity")]
    async fn verdicts(&self, context: &Context<'_>) -> Result<Vec<FrameworkVerdict>> {
        let ctx = request(context);
        let said = self.0.said(ctx).await?;
        ctx.hand_out(said.verdicts.len())?;
        let counted = self.0.counted(ctx).await?;
        let verdict = |(row, counts): (&framework_verdict::Model, bool)| FrameworkVerdict {
            row: row.clone(),
            person: said.name(Some(row.person_id)).unwrap_or_default().to_owned(),
            counts,
        };
        Ok(said.verdicts.iter().zip(counted).map(verdict).collect())
    }

    /// The remarks on its sections, in order.
    #[graphql(complexity = "10 * child_complexity")]
    async fn remarks(&self, context: &Context<'_>) -> Result<Vec<FrameworkRemark>> {
        self.remarks_on(context, None).await
    }

    /// What it says otherwise than the newest edition, or than the one before where it has become one itself;
    /// everything, where there is none.
    #[graphql(complexity = "20 * child_complexity")]
    async fn differences(&self, context: &Context<'_>) -> Result<Vec<FrameworkDifference>> {
        let differences = self.0.differences(request(context)).await?;
        FrameworkDifference::list(context, &self.0.directory, differences)
    }

    /// What it says, section by section.
    #[graphql(complexity = "6 * child_complexity")]
    async fn sections(&self, context: &Context<'_>) -> Result<Vec<EditionSection>> {
        EditionSection::list(context, &self.0.directory, self.0.content().await?)
    }

    /// The services of the directory as they were when it was submitted: so they go into the edition.
    #[graphql(complexity = "20 * child_complexity")]
    async fn services(&self, context: &Context<'_>) -> Result<Vec<EditionService>> {
        let content = self.0.content().await?;
        request(context).hand_out(content.services.len())?;
        Ok(content.services.iter().map(EditionService::from).collect())
    }

    /// What has been done since the newest edition: so it goes into the next.
    #[graphql(complexity = "10 * child_complexity")]
    async fn done(&self, context: &Context<'_>) -> Result<Vec<DoneActivity>> {
        let content = self.0.content().await?;
        request(context).hand_out(content.done.len())?;
        Ok(content.done.iter().cloned().map(DoneActivity::from).collect())
    }
}

/// What a member of the steering group says of a submission.
pub struct FrameworkVerdict {
    row: framework_verdict::Model,
    person: String,
    counts: bool,
}

/// What a member of the steering group says of a submission.
#[Object]
impl FrameworkVerdict {
    /// Their name.
    async fn person(&self) -> &str {
        &self.person
    }

    /// Whether they approve; otherwise they have sent it back.
    async fn approves(&self) -> bool {
        self.row.approves
    }

    /// Whether it is an approval that counts: not that of somebody who has left the steering group while it waits.
    async fn counts(&self) -> bool {
        self.counts
    }

    /// A word with it.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }
}

/// A remark on a section of a submission.
pub struct FrameworkRemark {
    row: framework_remark::Model,
    person: Option<String>,
    can_settle: bool,
}

/// A remark on a section of a submission.
#[Object]
impl FrameworkRemark {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.row.id.show().into()
    }

    /// The section.
    async fn section(&self) -> Section {
        self.row.section.into()
    }

    /// Who; null where they are gone.
    async fn person(&self) -> Option<&str> {
        self.person.as_deref()
    }

    /// What they say.
    async fn text(&self) -> &str {
        &self.row.text
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }

    /// When the project leader had seen to it; null where not yet.
    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.row.settled_at
    }

    /// Whether the viewer can say that it has been seen to.
    async fn can_settle(&self) -> bool {
        self.can_settle
    }
}
