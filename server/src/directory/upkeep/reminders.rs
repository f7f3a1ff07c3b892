//! Mails that remind of what is to be checked. Which one is due is a rule; here it is written and put in the outbox.

use std::time::Duration;

use chrono::{NaiveDate, TimeDelta};
use entity::identity::person;
use entity::identity::values::Role;
use entity::ids::PersonId;

use super::rules::{self, Reminder};
use super::store;
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

/// Writes every reminder that is due and has not been sent; returns how many.
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
    let (grants, people) = store::people(&tx, municipality).await?;
    let sent = store::reminders_sent(&tx, municipality).await?;
    let is_leader = |person: &&person::Model| {
        grants.iter().any(|grant| grant.person_id == person.id && grant.role == Role::ProjectLeader)
    };
    let leaders: Vec<&person::Model> = people.iter().filter(is_leader).collect();
    let named = |id: PersonId| people.iter().find(|person| person.id == id);

    let mut written = 0;
    for Due { service, check_on, reminder } in due {
        let owner = service.row.owner_id.and_then(named);
        // Without owner the leaders get what the owner would, but not every week: they are told once it is very late.
        let recipients = match (owner, reminder) {
            (Some(owner), reminder) if !reminder.is_for_leaders() => vec![owner],
            (None, Reminder::Late(1..)) => continue,
            _ => leaders.clone(),
        };
        for person in recipients {
            let key = format!("check:{}:{check_on}:{reminder}:{}", service.row.id.0, person.id.0);
            if sent.contains(&key) {
                continue;
            }
            let token = Token::new(ctx)?;
            let (subject, body) = words(ctx, directory, service, check_on, person, owner, &token);
            let mail = Mail {
                municipality: Some(municipality),
                recipient: person.email.clone(),
                subject,
                body,
                dedupe_key: Some(key),
                due_at: ctx.now(),
            };
            store::add_link(ctx, &tx, person.id, service.row.id, token.hash(), LINK).await?;
            mail::enqueue(ctx, &tx, mail).await?;
            written += 1;
        }
    }
    tx.commit().await?;
    Ok(written)
}

struct Due<'d> {
    service: &'d ServiceEntry,
    check_on: NaiveDate,
    reminder: Reminder,
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

/// Subject and body, in the person's language.
fn words(
    ctx: &Ctx,
    directory: &Directory,
    service: &ServiceEntry,
    check_on: NaiveDate,
    person: &person::Model,
    owner: Option<&person::Model>,
    token: &Token,
) -> (String, String) {
    let (base, name) = (ctx.app().base_url(), &service.row.name);
    let page = format!("{base}/{}/tilbud/{}", directory.municipality.slug, service.row.slug);
    let link = format!("{base}/tjek/{}", token.secret());
    let is_owner = owner.is_some_and(|owner| owner.id == person.id);
    let is_late = check_on < rules::today(ctx.now());
    if person.language == "en" {
        let day = check_on.format("%-d %B %Y");
        let when = if is_late {
            format!("should have been checked by {day}")
        } else {
            format!("is to be checked by {day}")
        };
        let why = match (is_owner, owner) {
            (true, _) => "You look after this entry.".to_owned(),
            (_, Some(owner)) => format!("{} looks after this entry and has been reminded.", owner.name),
            _ => "Nobody looks after this entry yet, so it falls to you as project leader.".to_owned(),
        };
        let subject = format!("Is this still right? {name}");
        let body = format!(
            "Hello {},\n\nThe entry “{name}” {when}. {why}\n\nRead it here:\n{page}\n\nIf everything is still \
             right, say so with one click:\n{link}\n\nIf something has changed, sign in and correct it.\n\n\
             Best wishes\n{}\n",
            person.name, directory.municipality.name,
        );
        return (subject, body);
    }
    let day = check_on.format("%d.%m.%Y");
    let when = if is_late {
        format!("skulle have været tjekket senest {day}")
    } else {
        format!("skal tjekkes senest {day}")
    };
    let why = match (is_owner, owner) {
        (true, _) => "Det er dig, der holder øje med den.".to_owned(),
        (_, Some(owner)) => format!("{} holder øje med den og er blevet mindet om det.", owner.name),
        _ => "Ingen holder øje med den endnu, så den er din som projektleder.".to_owned(),
    };
    let subject = format!("Passer det stadig? {name}");
    let body = format!(
        "Hej {}\n\nBeskrivelsen af “{name}” {when}. {why}\n\nLæs den her:\n{page}\n\nHvis alt stadig passer, så \
         sig det med ét klik:\n{link}\n\nHvis noget har ændret sig, så log ind og ret det.\n\nVenlig hilsen\n{}\n",
        person.name, directory.municipality.name,
    );
    (subject, body)
}
