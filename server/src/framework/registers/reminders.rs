//! Mails that remind the project leaders of agreements that are to be evaluated: a month and a week before the day, and
//! once a week from the day after. What is due is a rule; here it is put in the outbox, each step once.

use entity::framework::register_row;
use entity::identity::values::Role;

use super::forms::{AgreementForm, RegisterForm};
use super::{letters, rules, store};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::upkeep::rules::today;
use crate::error::Result;
use crate::framework::cycle::store::people;
use crate::mail::{self, Tries};

/// Writes every reminder of an agreement that is due and has not been written. One's failure keeps no other back.
///
/// # Errors
/// What the policy says; the database's: the first, after all.
pub async fn send_due(ctx: &Ctx) -> Result<()> {
    let mut tries = Tries::default();
    for row in store::agreements(ctx.app().db()).await? {
        // What cannot be read any more cannot be told of; the pages say so where it stands.
        let read = serde_json::from_str(&row.form).ok();
        let form = read.and_then(|json| RegisterForm::read(row.register, &json).ok());
        if let Some(RegisterForm::Agreement(agreement)) = form {
            tries.note(&format!("agreement {}", row.id.0), remind(ctx, &row, &agreement).await);
        }
    }
    tries.end()
}

async fn remind(ctx: &Ctx, row: &register_row::Model, agreement: &AgreementForm) -> Result<()> {
    let here = row.municipality_id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    let Some(directory) = ctx.app().directories().by_id(here) else { return Ok(()) };
    let Some((due_on, reminder)) = rules::evaluation_reminder(agreement, today(ctx.now())) else {
        return Ok(());
    };
    let tx = db::begin(ctx.app().db()).await?;
    let people = people::here(&tx, here).await?;
    let letter =
        |leader| letters::evaluation(ctx, &directory, row.id, &agreement.subject, due_on, reminder, leader);
    mail::enqueue_all(ctx, &tx, people.with(&[Role::ProjectLeader]).into_iter().map(letter)).await?;
    Ok(tx.commit().await?)
}
