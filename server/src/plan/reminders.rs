//! Mails about activities that are late or to be followed up. Whoever is responsible gets one for each reason and day;
//! what nobody can be asked about goes to the project leaders, together, once a week. Each mail has a key of its own, so
//! that it is written once however often and by however many instances it is looked.

use std::collections::HashMap;
use std::time::Duration;

use chrono::NaiveDate;
use entity::identity::person;
use entity::identity::values::Role;
use entity::plan::activity;

use super::letters::{self, Item, Reason};
use super::{rules, service, store};
use crate::access::{Action, Subject};
use crate::app::App;
use crate::ctx::{Actor, Ctx};
use crate::db;
use crate::directory::Directory;
use crate::error::Result;
use crate::ids::Opaque;
use crate::mail::{self, Mail, Tries};

/// How often it is looked whether something is due.
const PAUSE: Duration = Duration::from_secs(60 * 60);

/// Sends what is due, every hour until it is aborted. An hour that failed is told in the log; the next makes up for it.
pub async fn watch(app: App) {
    loop {
        let ctx = Ctx::new(app.clone(), Actor::Command("plan-reminders"));
        if let Err(error) = send_due(&ctx).await {
            tracing::warn!(error = %error.chain(), "mails about plans could not be written; trying again in an hour");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Writes every mail that is due and has not been written; returns how many. One municipality's failure keeps no other
/// from its mails.
///
/// # Errors
/// What the policy says; the database's: the first, after all. A municipality's mails are written whole or not at all.
pub async fn send_due(ctx: &Ctx) -> Result<usize> {
    let (mut sent, mut tries) = (0, Tries::default());
    for directory in ctx.app().directories().all() {
        ctx.authorize(Action::PlanWrite, Subject::Internal(directory.municipality.id))?;
        let what = format!("plans of {}", directory.municipality.slug);
        sent += tries.note(&what, send_in(ctx, &directory).await);
    }
    tries.end()?;
    Ok(sent)
}

async fn send_in(ctx: &Ctx, directory: &Directory) -> Result<usize> {
    let (here, today) = (directory.municipality.id, service::today(ctx));
    let due = store::due(ctx.app().db(), here, today, None).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let tx = db::begin(ctx.app().db()).await?;
    let (grants, people) = store::people(&tx, here).await?;
    let plans: HashMap<_, _> =
        store::titles(&tx, here).await?.into_iter().map(|plan| (plan.id, plan.title)).collect();

    let mut mails = Vec::new();
    let mut nobodys = Vec::new();
    for (activity, goal) in &due {
        let plan = plans.get(&goal.plan_id).map_or("", String::as_str);
        let responsible = people.iter().find(|person| Some(person.id) == activity.responsible_person_id);
        let items = reasons(today, activity).map(|reason| Item { activity, goal, plan, reason });
        match responsible {
            Some(person) => mails.extend(items.map(|item| {
                let letter = letters::to_responsible(ctx, directory, person, &item);
                mail(ctx, directory, person, key(&item), letter)
            })),
            // What is late and to be followed up stands there once.
            None => nobodys.extend(items.take(1)),
        }
    }
    nobodys.sort_by_key(|item| (item.goal.plan_id, item.goal.position, item.activity.position));
    let is_leader = |person: &person::Model| {
        grants.iter().any(|grant| grant.person_id == person.id && grant.role == Role::ProjectLeader)
    };
    if !nobodys.is_empty() {
        mails.extend(people.iter().filter(|person| is_leader(person)).map(|person| {
            let letter = letters::to_leader(ctx, directory, person, &nobodys);
            let key = format!("plans-week:{}:{}:{}", here.0, rules::week(today), person.id.0);
            mail(ctx, directory, person, key, letter)
        }));
    }
    let keys = mails.iter().filter_map(|mail| mail.dedupe_key.clone()).collect();
    let written = mail::written(&tx, keys).await?;
    mails.retain(|mail| mail.dedupe_key.as_ref().is_none_or(|key| !written.contains(key)));
    let count = mails.len();
    for mail in mails {
        mail::enqueue(ctx, &tx, mail).await?;
    }
    tx.commit().await?;
    Ok(count)
}

/// Why somebody is written to about the activity today.
fn reasons(today: NaiveDate, activity: &activity::Model) -> impl Iterator<Item = Reason> {
    let overdue = activity.due_on.filter(|_| rules::is_overdue(today, activity)).map(Reason::Overdue);
    let follow_up =
        activity.follow_up_on.filter(|_| rules::needs_follow_up(today, activity)).map(Reason::FollowUp);
    overdue.into_iter().chain(follow_up)
}

/// Once for each activity, reason and day: where the day is moved, it is told anew.
fn key(item: &Item<'_>) -> String {
    let (word, day) = match item.reason {
        Reason::Overdue(day) => ("overdue", day),
        Reason::FollowUp(day) => ("follow-up", day),
    };
    let person = item.activity.responsible_person_id.map(|person| person.0.to_string());
    format!("{}:{word}:{day}:{}", item.activity.id.show(), person.unwrap_or_default())
}

fn mail(
    ctx: &Ctx,
    directory: &Directory,
    person: &person::Model,
    key: String,
    (subject, body): (String, String),
) -> Mail {
    Mail {
        municipality: Some(directory.municipality.id),
        recipient: person.email.clone(),
        subject,
        body,
        dedupe_key: Some(key),
        due_at: ctx.now(),
    }
}
