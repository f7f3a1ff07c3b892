//! Mails that remind of what is to be checked: one to each person, with all that is due for them. What is due, and for
//! whom, is a rule; here it is gathered, noted, and put in the outbox.

use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use entity::identity::person;
use entity::identity::values::Role;
use entity::ids::PersonId;
use sea_orm::ConnectionTrait;

use super::letters::{self, Item};
use super::rules::{self, Recipient, Reminder};
use super::store::{self, Reminded};
use crate::access::{Action, Subject};
use crate::app::App;
use crate::ctx::{Actor, Ctx};
use crate::db;
use crate::directory::{Directory, ServiceEntry};
use crate::error::Result;
use crate::identity::token::Token;
use crate::mail::{self, Mail};

/// How often it is looked whether something is due.
const PAUSE: Duration = Duration::from_secs(60 * 60);
/// How long the link in a mail works.
const LINK: TimeDelta = TimeDelta::days(60);

/// Sends what is due, every hour until it is aborted. An hour that failed is told in the log; the next makes up for it.
pub async fn watch(app: App) {
    loop {
        let ctx = Ctx::new(app.clone(), Actor::Command("reminders"));
        if let Err(error) = send_due(&ctx).await {
            tracing::warn!(error = %error.chain(), "reminders could not be written; trying again in an hour");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Writes every reminder that is due and has not been sent; returns how many mails that took.
///
/// # Errors
/// What the policy says; the database's. A municipality's reminders are written whole or not at all.
pub async fn send_due(ctx: &Ctx) -> Result<usize> {
    let mut sent = 0;
    for directory in ctx.app().directories().all() {
        ctx.authorize(Action::OverdueRead, Subject::Municipality(directory.municipality.id))?;
        sent += send_in(ctx, &directory).await?;
    }
    Ok(sent)
}

async fn send_in(ctx: &Ctx, directory: &Directory) -> Result<usize> {
    let due = due(ctx, directory);
    if due.is_empty() {
        return Ok(0);
    }
    let municipality = directory.municipality.id;
    let tx = db::begin(ctx.app().db()).await?;
    store::hold_reminders(&tx, municipality).await?;
    let (grants, people) = store::people(&tx, municipality).await?;
    let sent = store::reminded(&tx, municipality).await?;
    let named = |id: PersonId| people.iter().find(|person| person.id == id);
    let due: Vec<(Due<'_>, Option<&person::Model>)> =
        due.into_iter().map(|due| (due, due.service.row.owner_id.and_then(named))).collect();

    let mut written = 0;
    for person in &people {
        let is_leader =
            grants.iter().any(|grant| grant.person_id == person.id && grant.role == Role::ProjectLeader);
        let mine = due.iter().filter(|(due, owner)| match due.reminder.recipient(owner.is_some()) {
            Some(Recipient::Owner) => owner.is_some_and(|owner| owner.id == person.id),
            Some(Recipient::Leaders) => is_leader,
            None => false,
        });
        let news: Vec<_> = mine.filter(|(due, _)| !sent.contains(&due.reminded(person.id))).collect();
        if !news.is_empty() {
            write(ctx, &tx, directory, person, &news).await?;
            written += 1;
        }
    }
    tx.commit().await?;
    Ok(written)
}

/// Writes a person one mail with all of this, and notes that it has been.
async fn write(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    person: &person::Model,
    news: &[&(Due<'_>, Option<&person::Model>)],
) -> Result<()> {
    let municipality = directory.municipality.id;
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut links = Vec::new();
    for (due, owner) in news.iter().copied() {
        // An owner who is a project leader too is told once.
        if items.iter().any(|item| item.service.row.id == due.service.row.id) {
            continue;
        }
        let token = Token::new(ctx)?;
        links.push((due.service.row.id, token.hash()));
        let (service, check_on, nearness) = (due.service, due.check_on, due.reminder.nearness());
        items.push(Item { service, check_on, nearness, owner: *owner, token });
    }
    items.sort_by(|one, other| {
        let order = |item: &Item<'_>| (item.nearness, item.check_on);
        order(one).cmp(&order(other)).then_with(|| one.service.row.name.cmp(&other.service.row.name))
    });
    let (subject, body) = letters::reminder(ctx, directory, person, &items);
    let mail = Mail {
        municipality: Some(municipality),
        recipient: person.email.clone(),
        subject,
        body,
        // What has been reminded of is noted in the same transaction, service by service.
        dedupe_key: None,
        due_at: ctx.now(),
    };
    let reminded = news.iter().map(|(due, _)| due.reminded(person.id)).collect();
    store::add_reminders(ctx, tx, municipality, reminded).await?;
    store::add_links(ctx, tx, person.id, links, LINK).await?;
    mail::enqueue(ctx, tx, mail).await
}

#[derive(Clone, Copy)]
struct Due<'d> {
    service: &'d ServiceEntry,
    check_on: NaiveDate,
    reminder: Reminder,
}

impl Due<'_> {
    fn reminded(&self, person: PersonId) -> Reminded {
        (self.service.row.id, self.check_on, self.reminder.to_string(), person)
    }
}

/// What is due today, sent or not.
fn due<'d>(ctx: &Ctx, directory: &'d Directory) -> Vec<Due<'d>> {
    let today = rules::today(ctx.now());
    let of_service = |service: &'d ServiceEntry| {
        let check_on = rules::next_check(&service.row, &directory.municipality)?;
        let interval = service.row.check_interval_days.unwrap_or(directory.municipality.check_interval_days);
        let reminders = rules::due(today, check_on, interval.into());
        Some(reminders.into_iter().map(move |reminder| Due { service, check_on, reminder }))
    };
    directory.services.iter().filter_map(of_service).flatten().collect()
}
