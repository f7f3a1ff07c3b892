//! The mails about activities, in the person's language: to whoever is responsible, and to project leaders what nobody
//! else can be asked about.

use std::fmt::Write;

use chrono::NaiveDate;
use entity::identity::person;
use entity::ids::PlanId;
use entity::plan::{activity, goal};

use super::whole;
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::ids::Opaque;

/// Why somebody is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// It should have been done by this day.
    Overdue(NaiveDate),
    /// It is to be followed up from this day on.
    FollowUp(NaiveDate),
}

/// An activity to be reported on, as a mail tells of it.
pub(super) struct Item<'i> {
    pub(super) activity: &'i activity::Model,
    pub(super) goal: &'i goal::Model,
    /// What its plan is called.
    pub(super) plan: &'i str,
    pub(super) reason: Reason,
}

fn language(person: &person::Model) -> Language {
    if person.language == "en" { Language::English } else { Language::Danish }
}

fn link(ctx: &Ctx, directory: &Directory, plan: PlanId) -> String {
    format!("{}/{}/planer/{}", ctx.app().base_url(), directory.municipality.slug, plan.show())
}

/// Subject and body of the mail to whoever is responsible.
pub(super) fn to_responsible(
    ctx: &Ctx,
    directory: &Directory,
    person: &person::Model,
    item: &Item<'_>,
) -> (String, String) {
    let language = language(person);
    let (title, municipality) = (&item.activity.title, &directory.municipality.name);
    let (when, goal) = (when(language, item.reason), whole::title(item.goal, language));
    let link = link(ctx, directory, item.goal.plan_id);
    match language {
        Language::Danish => {
            let subject = match item.reason {
                Reason::Overdue(_) => format!("Hvordan går det med: {title}"),
                Reason::FollowUp(_) => format!("Tid til at følge op: {title}"),
            };
            let body = format!(
                "Hej {}\n\nDu har ansvaret for en aktivitet i {municipality}:\n\n* {title}\n  {when}\n  Mål: {goal}\n  \
                 Plan: {}\n\nLog ind, og skriv, hvor langt I er:\n{link}\n\nVenlig hilsen\n{municipality}\n",
                person.name, item.plan,
            );
            (subject, body)
        }
        Language::English => {
            let subject = match item.reason {
                Reason::Overdue(_) => format!("How is it going with: {title}"),
                Reason::FollowUp(_) => format!("Time to follow up: {title}"),
            };
            let body = format!(
                "Hello {},\n\nYou are responsible for an activity in {municipality}:\n\n* {title}\n  {when}\n  \
                 Goal: {goal}\n  Plan: {}\n\nSign in and write how far you have come:\n{link}\n\nBest wishes\n\
                 {municipality}\n",
                person.name, item.plan,
            );
            (subject, body)
        }
    }
}

/// Subject and body of the weekly mail to a project leader.
pub(super) fn to_leader(
    ctx: &Ctx,
    directory: &Directory,
    person: &person::Model,
    items: &[Item<'_>],
) -> (String, String) {
    let (language, municipality) = (language(person), &directory.municipality.name);
    let (subject, mut body) = match language {
        Language::Danish => (
            match items {
                [one] => format!("En aktivitet venter: {}", one.activity.title),
                many => format!("{} aktiviteter venter", many.len()),
            },
            format!(
                "Hej {}\n\nHer er det, der venter i planerne i {municipality}, og som ingen med en konto har ansvaret \
                 for. Skriv, hvor langt I er, flyt datoen, eller giv en person ansvaret.\n",
                person.name,
            ),
        ),
        Language::English => (
            match items {
                [one] => format!("An activity is waiting: {}", one.activity.title),
                many => format!("{} activities are waiting", many.len()),
            },
            format!(
                "Hello {},\n\nThis is what is waiting in the plans of {municipality} and what nobody with an account is \
                 responsible for. Write how far you have come, move the date, or make somebody responsible.\n",
                person.name,
            ),
        ),
    };
    let mut last = None;
    for item in items {
        if last.replace(item.goal.plan_id) != Some(item.goal.plan_id) {
            let _ = write!(body, "\n{}\n{}\n", item.plan, link(ctx, directory, item.goal.plan_id));
        }
        let _ = write!(body, "\n* {}\n  {}\n", item.activity.title, when(language, item.reason));
        let responsible = item.activity.responsible.as_deref();
        if let Some(name) = responsible.or_else(|| whole::organisation(directory, item.activity)) {
            let word = if language == Language::Danish { "Ansvarlig" } else { "Responsible" };
            let _ = writeln!(body, "  {word}: {name}");
        }
    }
    let closing = if language == Language::Danish { "Venlig hilsen" } else { "Best wishes" };
    let _ = write!(body, "\n{closing}\n{municipality}\n");
    (subject, body)
}

fn when(language: Language, reason: Reason) -> String {
    match (language, reason) {
        (Language::Danish, Reason::Overdue(day)) => {
            format!("Skulle være færdig senest {}.", language.date(day))
        }
        (Language::Danish, Reason::FollowUp(day)) => format!("Skal følges op {}.", language.date(day)),
        (Language::English, Reason::Overdue(day)) => {
            format!("Should have been done by {}.", language.date(day))
        }
        (Language::English, Reason::FollowUp(day)) => format!("To be followed up on {}.", language.date(day)),
    }
}
