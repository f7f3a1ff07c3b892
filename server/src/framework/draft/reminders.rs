//! Mails that remind whoever has a section of the day by which it is to be done: a week before, and on the day itself.
//! Where they can no longer write here, the project leaders are told instead.

use entity::framework::framework_section;
use entity::framework::values::FrameworkState;
use entity::identity::values::Role;

use super::rules::{self, Reminder};
use super::{letters, store};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::upkeep::rules::today;
use crate::error::Result;
use crate::framework::cycle::store::people;
use crate::framework::history;
use crate::mail::{self, Tries};

/// Writes every reminder of a section that is due, each once however often this is called; returns how many are due.
/// One's failure keeps no other back.
///
/// # Errors
/// What the policy says; the database's: the first, after all.
pub async fn send_due(ctx: &Ctx) -> Result<usize> {
    let now = today(ctx.now());
    let (mut due, mut tries) = (0, Tries::default());
    for section in store::sections_given(ctx.app().db()).await? {
        let Some(due_on) = section.due_on else { continue };
        if let Some(reminder) = rules::reminder(now, due_on) {
            let what = format!("section {}", section.id.0);
            due += usize::from(tries.note(&what, remind(ctx, &section, reminder).await));
        }
    }
    tries.end()?;
    Ok(due)
}

/// Reminds whoever has a section, where they can do something about it and have not just been told; the project leaders
/// where whoever has it has no role here any more or is blocked.
async fn remind(ctx: &Ctx, section: &framework_section::Model, reminder: Reminder) -> Result<bool> {
    let here = section.municipality_id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    let (Some(due_on), Some(person)) = (section.due_on, section.person_id) else { return Ok(false) };
    let Some(directory) = ctx.app().directories().by_id(here) else { return Ok(false) };
    let tx = db::begin(ctx.app().db()).await?;
    let Some(framework) = store::hold(&tx, here).await? else { return Ok(false) };
    // Saying that it is done, or that it is not after all, is not giving it anew.
    let given_at = history::last_of(&tx, here, section.id.0, &["assigneeId", "dueOn"]).await?;
    let given_on = today(given_at.unwrap_or(section.created_at));
    if framework.state == FrameworkState::Submitted || !reminder.is_news(due_on, given_on) {
        return Ok(false);
    }
    if let Some(person) = store::person_here(&tx, here, person).await? {
        mail::enqueue(ctx, &tx, letters::due(ctx, &directory, section, due_on, &person, reminder)).await?;
    } else {
        let people = people::here(&tx, here).await?;
        let letter = |leader| letters::left(ctx, &directory, section, due_on, leader, reminder);
        mail::enqueue_all(ctx, &tx, people.with(&[Role::ProjectLeader]).into_iter().map(letter)).await?;
    }
    tx.commit().await?;
    Ok(true)
}
