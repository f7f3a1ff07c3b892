//! A submission with what the steering group has said of it, for those who may read it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use entity::framework::values::SubmissionState;
use entity::framework::{framework_remark, framework_submission, framework_verdict};
use entity::identity::values::Role;
use entity::ids::{FrameworkSubmissionId, PersonId};
use tokio::sync::OnceCell;

use super::store::{editions, people, submissions};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::error::{Error, Result};
use crate::framework::content::{self, Content, Difference};
use crate::framework::rules;

/// A submission; what belongs to it is read when it is asked for, and once.
pub struct Submission {
    /// The directory that it is about.
    pub directory: Arc<Directory>,
    /// The row.
    pub row: framework_submission::Model,
    said: OnceCell<Said>,
    members: OnceCell<HashSet<PersonId>>,
    content: OnceCell<Content>,
}

/// What has been said of a submission.
pub struct Said {
    /// Verdicts, in order.
    pub verdicts: Vec<framework_verdict::Model>,
    /// Remarks, in order.
    pub remarks: Vec<framework_remark::Model>,
    names: HashMap<PersonId, String>,
}

impl Said {
    /// What somebody who has said something is called; none where they are gone.
    pub fn name(&self, person: Option<PersonId>) -> Option<&str> {
        self.names.get(&person?).map(String::as_str)
    }
}

impl Submission {
    /// The submission with its directory.
    ///
    /// # Errors
    /// `NotFound` where the municipality has gone.
    pub fn new(ctx: &Ctx, row: framework_submission::Model) -> Result<Self> {
        let directory = ctx.app().directories().by_id(row.municipality_id).ok_or(Error::NotFound)?;
        let (said, members, content) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Ok(Self { directory, row, said, members, content })
    }

    /// What has been said of it. Three statements, once.
    ///
    /// # Errors
    /// The database's.
    pub async fn said(&self, ctx: &Ctx) -> Result<&Said> {
        let read = async || {
            let db = ctx.app().db();
            let verdicts = submissions::verdicts(db, self.row.id).await?;
            let remarks = submissions::remarks(db, self.row.id).await?;
            let deciding = verdicts.iter().map(|verdict| verdict.person_id);
            let remarking = remarks.iter().filter_map(|remark| remark.person_id);
            let names = people::names(db, deciding.chain(remarking).chain(self.row.submitted_by)).await?;
            Ok(Said { verdicts, remarks, names })
        };
        self.said.get_or_try_init(read).await
    }

    /// Takes from who knows it who is in the steering group now.
    pub(in crate::framework) fn note_members(&self, members: HashSet<PersonId>) {
        // Who has read them first, has read the same.
        drop(self.members.set(members));
    }

    /// Whose approvals count, once for each verdict in order: who has left the steering group since, or is blocked,
    /// decides nothing any more. What has been decided stays as it was. Two statements where nobody knows who is in it.
    ///
    /// # Errors
    /// The database's.
    pub async fn counted(&self, ctx: &Ctx) -> Result<Vec<bool>> {
        let said = self.said(ctx).await?;
        if self.row.state != SubmissionState::Pending {
            return Ok(said.verdicts.iter().map(|said| said.approves).collect());
        }
        let read = async || {
            let here = people::here(ctx.app().db(), self.row.municipality_id).await?;
            let members = here.with(&[Role::SteeringMember]);
            Ok::<_, Error>(members.into_iter().map(|member| member.id).collect())
        };
        let members = self.members.get_or_try_init(read).await?;
        let counts = |said: &framework_verdict::Model| rules::counts(said.approves, said.person_id, members);
        Ok(said.verdicts.iter().map(counts).collect())
    }

    /// What was laid before the steering group.
    ///
    /// # Errors
    /// `Data` where an older version kept something that this one can't read.
    pub async fn content(&self) -> Result<&Content> {
        self.content.get_or_try_init(async || Content::read(&self.row.content)).await
    }

    /// What it says otherwise than the newest edition, or the one before where it has become one itself. One
    /// statement.
    ///
    /// # Errors
    /// The database's; `Data`.
    pub async fn differences(&self, ctx: &Ctx) -> Result<Vec<Difference>> {
        let before = editions::content_before(ctx.app().db(), &self.row).await?;
        Ok(content::compare(&before.unwrap_or_default(), self.content().await?))
    }

    /// Whether whoever asks can give their verdict: a member of the steering group who has not, while it waits.
    ///
    /// # Errors
    /// The database's.
    pub async fn can_decide(&self, ctx: &Ctx) -> Result<bool> {
        let Some(person) = ctx.person() else { return Ok(false) };
        if self.row.state != SubmissionState::Pending || !ctx.may(Action::FrameworkDecide, self.subject()) {
            return Ok(false);
        }
        Ok(!self.said(ctx).await?.verdicts.iter().any(|verdict| verdict.person_id == person.id))
    }

    /// Whether whoever asks can remark on it: the steering group and project leaders, while it waits or was sent back.
    pub fn can_remark(&self, ctx: &Ctx) -> bool {
        is_open(self.row.state) && ctx.may(Action::FrameworkRemark, self.subject())
    }

    /// Whether whoever asks can say that remarks have been seen to.
    pub fn can_settle(&self, ctx: &Ctx) -> bool {
        is_open(self.row.state) && ctx.may(Action::FrameworkWrite, self.subject())
    }

    fn subject(&self) -> Subject<'static> {
        Subject::Internal(self.row.municipality_id)
    }
}

/// The submission that waits, or the last one, as several who show it read it once between them.
#[derive(Default)]
pub(in crate::framework) struct Latest(OnceCell<Option<Arc<Submission>>>);

impl Latest {
    /// Reads it where nobody has. One statement.
    ///
    /// # Errors
    /// What the policy says; the database's.
    pub async fn read(&self, ctx: &Ctx, directory: &Directory) -> Result<Option<Arc<Submission>>> {
        let read = async || Ok::<_, Error>(latest(ctx, directory).await?.map(Arc::new));
        Ok(self.0.get_or_try_init(read).await?.clone())
    }
}

/// Whether there is still something to be said of it.
pub(super) fn is_open(state: SubmissionState) -> bool {
    matches!(state, SubmissionState::Pending | SubmissionState::Returned)
}

/// The submission that waits, or the last one; none before the first. One statement.
///
/// # Errors
/// What the policy says; the database's.
pub async fn latest(ctx: &Ctx, directory: &Directory) -> Result<Option<Submission>> {
    let here = directory.municipality.id;
    ctx.authorize(Action::FrameworkRead, Subject::Internal(here))?;
    let row = submissions::latest(ctx.app().db(), here).await?;
    row.map(|row| Submission::new(ctx, row)).transpose()
}

/// The submission with this key, for those who may know of it.
///
/// # Errors
/// `NotFound`, also for those who may not know of it; the database's.
pub(super) async fn found(ctx: &Ctx, id: FrameworkSubmissionId) -> Result<framework_submission::Model> {
    let row = submissions::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::FrameworkRead, Subject::Internal(row.municipality_id))?;
    Ok(row)
}
