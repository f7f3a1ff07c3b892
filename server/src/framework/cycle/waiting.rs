//! What of the framework waits for a person.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use entity::framework::values::{FrameworkState, Section, SubmissionState};
use entity::framework::{framework, framework_section};
use entity::ids::PersonId;

use super::store::{editions, submissions};
use super::submission::Submission;
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::upkeep::rules::today;
use crate::error::{Error, Result};
use crate::framework::draft;

/// How many days before the day on which the framework is due it begins to wait.
const NEAR: Days = Days::new(30);

/// What waits for whoever asks.
#[derive(Default)]
pub struct Waiting {
    /// A submission for their verdict.
    pub to_decide: Option<Arc<Submission>>,
    /// A submission that was sent back to them.
    pub returned: Option<Arc<Submission>>,
    /// The day by which the framework is to be updated, where it is near or has gone by and they are to see to it.
    pub due_on: Option<NaiveDate>,
    /// Sections that were given to them and are not done, where they are asked for now.
    pub sections: Vec<Section>,
    /// The number of the newest edition, where they were told of it and have not said that they have read it.
    pub to_confirm: Option<i32>,
}

/// What of the framework waits for whoever asks. At most six statements; one where nothing has been begun.
///
/// # Errors
/// What the policy says; the database's.
pub async fn read(ctx: &Ctx, directory: &Directory) -> Result<Waiting> {
    let here = directory.municipality.id;
    ctx.authorize(Action::DeskRead, Subject::Internal(here))?;
    let me = ctx.person().ok_or(Error::NotFound)?.id;
    let db = ctx.app().db();
    let Some(framework) = draft::store::find(db, here).await? else { return Ok(Waiting::default()) };
    let decides = ctx.may(Action::FrameworkDecide, Subject::Internal(here));
    let leads = ctx.may(Action::FrameworkWrite, Subject::Internal(here));
    let due_on = framework.due_on.filter(|day| *day <= today(ctx.now()) + NEAR);
    let mut waiting = Waiting::default();
    if decides || leads {
        submitted(ctx, &framework, me, &mut waiting).await?;
        waiting.due_on = due_on;
    }
    let newest = editions::newest(db, here).await?;
    if framework.state == FrameworkState::Draft {
        // Just approved, a section is nobody's work until the next edition is near, unless it has been given since or a
        // day has been set for it.
        let is_near = due_on.is_some();
        let is_asked = |section: &framework_section::Model| match &newest {
            Some(last) => is_near || section.due_on.is_some() || today(section.updated_at) > last.approved_on,
            None => true,
        };
        let mine = submissions::sections_of(db, here, me).await?.into_iter();
        let asked = mine.filter(is_asked);
        waiting.sections = asked.map(|section| section.section).collect();
    }
    if let Some(newest) = newest {
        let receipt = editions::receipt(db, newest.id, me).await?;
        let is_unread = receipt.is_some_and(|receipt| receipt.read_at.is_none());
        waiting.to_confirm = is_unread.then_some(newest.number);
    }
    Ok(waiting)
}

async fn submitted(
    ctx: &Ctx,
    framework: &framework::Model,
    me: PersonId,
    waiting: &mut Waiting,
) -> Result<()> {
    let (db, here) = (ctx.app().db(), framework.municipality_id);
    let Some(row) = submissions::latest(db, here).await? else { return Ok(()) };
    let may = |action| ctx.may(action, Subject::Internal(here));
    match row.state {
        SubmissionState::Pending
            if may(Action::FrameworkDecide) && submissions::verdict(db, row.id, me).await?.is_none() =>
        {
            waiting.to_decide = Some(Arc::new(Submission::new(ctx, row)?));
        }
        SubmissionState::Returned if may(Action::FrameworkWrite) => {
            waiting.returned = Some(Arc::new(Submission::new(ctx, row)?));
        }
        _ => {}
    }
    Ok(())
}
