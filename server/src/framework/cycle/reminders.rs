//! Mails that remind of the day by which the framework is to be updated: the project leaders a month and a week before,
//! and once a week from the day after when it is late, then the steering group too. What is due is a rule; here it is put in the outbox,
//! each step once.

use std::time::Duration;

use chrono::Days;
use entity::framework::framework;
use entity::framework::values::FrameworkState;
use entity::identity::values::Role;

use super::letters;
use super::store::{people, submissions};
use crate::access::{Action, Subject};
use crate::app::App;
use crate::ctx::{Actor, Ctx};
use crate::directory::upkeep::rules::today;
use crate::error::Result;
use crate::framework::{draft, registers, rules};
use crate::{db, mail};

/// How often it is looked whether something is due.
const PAUSE: Duration = Duration::from_secs(60 * 60);
/// How many days before the day anybody is reminded at all.
const EARLIEST: Days = Days::new(30);

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
/// agreements too.
///
/// # Errors
/// What the policy says; the database's. A municipality's reminders are written whole or not at all.
pub async fn send_due(ctx: &Ctx) -> Result<()> {
    let until = today(ctx.now()) + EARLIEST;
    for framework in submissions::due_by(ctx.app().db(), until).await? {
        ctx.authorize(Action::FrameworkWrite, Subject::Internal(framework.municipality_id))?;
        remind(ctx, &framework).await?;
    }
    draft::reminders::send_due(ctx).await?;
    registers::reminders::send_due(ctx).await
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
    // The project leader has done what there was to do; it is up to the steering group.
    if framework.state == FrameworkState::Submitted && !is_late {
        return Ok(());
    }
    let roles: &[Role] =
        if is_late { &[Role::ProjectLeader, Role::SteeringMember] } else { &[Role::ProjectLeader] };
    let tx = db::begin(ctx.app().db()).await?;
    let everybody = people::here(&tx, here).await?;
    let letter = |person| letters::due(ctx, &directory, framework, due_on, reminder, person);
    mail::enqueue_all(ctx, &tx, everybody.with(roles).into_iter().map(letter)).await?;
    Ok(tx.commit().await?)
}
