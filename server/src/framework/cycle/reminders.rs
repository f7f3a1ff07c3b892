//! Mails that remind of the day by which the framework is to be updated: the project leaders a month and a week before,
//! or, where it lies before the steering group, those of its members who have not said anything; and all of them once a
//! week from the day after. What is due is a rule; here it is put in the outbox, each step once.

use std::time::Duration;

use chrono::{Days, NaiveDate};
use entity::framework::values::{FrameworkState, SubmissionState};
use entity::framework::{framework, framework_submission};
use entity::identity::person;
use entity::identity::values::Role;
use entity::ids::MunicipalityId;
use sea_orm::ConnectionTrait;

use super::letters;
use super::store::people::{self, PeopleHere};
use super::store::submissions;
use crate::access::{Action, Subject};
use crate::app::App;
use crate::ctx::{Actor, Ctx};
use crate::db;
use crate::directory::upkeep::rules::today;
use crate::error::Result;
use crate::framework::{draft, registers, rules};
use crate::mail::{self, Tries};

/// How often it is looked whether something is due.
const PAUSE: Duration = Duration::from_secs(60 * 60);
/// How many days before the day anybody is reminded at all.
const EARLIEST: Days = Days::new(30);

/// How many days the steering group has before it is asked again.
const PATIENCE: Days = Days::new(7);

/// Sends what is due, every hour until it is aborted. An hour that failed is told in the log; the next makes up for it.
pub async fn watch(app: App) {
    loop {
        let ctx = Ctx::new(app.clone(), Actor::Command("framework-reminders"));
        if let Err(error) = send_due(&ctx).await {
            tracing::warn!(
                error = %error.chain(),
                "reminders of frameworks could not be written; trying again in an hour"
            );
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Writes every reminder that is due and has not been written, those of sections that were given to somebody and of
/// agreements too. One's failure keeps no other back.
///
/// # Errors
/// What the policy says; the database's: the first, after all. A municipality's reminders are written whole or not at
/// all.
pub async fn send_due(ctx: &Ctx) -> Result<()> {
    let until = today(ctx.now()) + EARLIEST;
    let mut tries = Tries::default();
    for framework in submissions::due_by(ctx.app().db(), until).await? {
        ctx.authorize(Action::FrameworkWrite, Subject::Internal(framework.municipality_id))?;
        tries.note(&format!("framework {}", framework.id.0), remind(ctx, &framework).await);
    }
    tries.note("sections", draft::reminders::send_due(ctx).await);
    tries.note("agreements", registers::reminders::send_due(ctx).await);
    tries.end()
}

async fn remind(ctx: &Ctx, framework: &framework::Model) -> Result<()> {
    let here = framework.municipality_id;
    let Some(directory) = ctx.app().directories().by_id(here) else { return Ok(()) };
    let Some(due_on) = framework.due_on else { return Ok(()) };
    let day = today(ctx.now());
    let Some(reminder) = rules::reminder(day, due_on) else { return Ok(()) };
    let is_late = reminder.is_for_steering_group();
    // On the day itself there is still time: it is late the day after, as pages and desks say.
    if is_late && !rules::is_overdue(day, Some(due_on)) {
        return Ok(());
    }
    let tx = db::begin(ctx.app().db()).await?;
    let everybody = people::here(&tx, here).await?;
    let letter = |person| letters::due(ctx, &directory, framework, due_on, reminder, person);
    if is_late {
        let late = everybody.with(&[Role::ProjectLeader, Role::SteeringMember]);
        mail::enqueue_all(ctx, &tx, late.into_iter().map(letter)).await?;
    } else if framework.state == FrameworkState::Submitted {
        // The project leader has done what there was to do; it is up to the steering group.
        let silent = silent_members(&tx, here, &everybody, day).await?;
        let letter = |member| letters::to_decide(ctx, &directory, framework, due_on, reminder, member);
        mail::enqueue_all(ctx, &tx, silent.into_iter().map(letter)).await?;
    } else {
        mail::enqueue_all(ctx, &tx, everybody.with(&[Role::ProjectLeader]).into_iter().map(letter)).await?;
    }
    Ok(tx.commit().await?)
}

/// The members of the steering group who have not said anything of what lies before them, where they were asked a week
/// ago or more.
async fn silent_members<'p>(
    tx: &impl ConnectionTrait,
    here: MunicipalityId,
    everybody: &'p PeopleHere,
    day: NaiveDate,
) -> Result<Vec<&'p person::Model>> {
    let is_old = |row: &framework_submission::Model| today(row.submitted_at) + PATIENCE <= day;
    let waits = |row: &framework_submission::Model| row.state == SubmissionState::Pending && is_old(row);
    let Some(waiting) = submissions::latest(tx, here).await?.filter(waits) else { return Ok(Vec::new()) };
    let said = submissions::verdicts(tx, waiting.id).await?;
    let is_silent = |member: &&person::Model| !said.iter().any(|verdict| verdict.person_id == member.id);
    Ok(everybody.with(&[Role::SteeringMember]).into_iter().filter(is_silent).collect())
}
