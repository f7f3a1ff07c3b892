//! The mails of the cycle, in the language of whoever reads them.

use std::collections::HashMap;
use std::fmt::Write;

use chrono::NaiveDate;
use entity::framework::{framework, framework_edition, framework_remark, framework_submission};
use entity::identity::person;
use entity::ids::PersonId;

use super::news;
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::framework::content::Difference;
use crate::framework::rules::Reminder;
use crate::framework::words;
use crate::mail::Mail;

/// Tells a member of the steering group that something lies before them.
pub(super) fn submitted(
    ctx: &Ctx,
    directory: &Directory,
    submission: &framework_submission::Model,
    member: &person::Model,
) -> Mail {
    let letter = Letter::to(ctx, directory, member);
    let link = letter.link("ramme/godkend");
    let (name, municipality) = (&member.name, &directory.municipality.name);
    let who = ctx.person().map(|person| person.name.as_str());
    let (subject, body) = match letter.language {
        Language::Danish => (
            format!("Rammen for {municipality} venter på dig"),
            format!(
                "Hej {name}\n\n{} har lagt den overordnede ramme frem for styregruppen.\n{}\nSe, hvad der er ændret. \
                 Godkend den, eller send den tilbage med dine bemærkninger:\n{link}\n",
                who.unwrap_or("Projektlederen"),
                said(submission.note.as_deref(), "Bemærkning:"),
            ),
        ),
        Language::English => (
            format!("The framework of {municipality} waits for you"),
            format!(
                "Hello {name},\n\n{} has laid the overall framework before the steering group.\n{}\nSee what has \
                 changed. Approve it, or send it back with your remarks:\n{link}\n",
                who.unwrap_or("The project leader"),
                said(submission.note.as_deref(), "Note:"),
            ),
        ),
    };
    letter.mail(subject, body, Some(format!("framework-submitted:{}:{}", submission.id.0, member.id.0)))
}

/// Why a submission was sent back.
pub(super) struct Returned<'r> {
    /// The note.
    pub(super) note: Option<&'r str>,
    /// The remarks, in order.
    pub(super) remarks: &'r [framework_remark::Model],
    /// What those are called who wrote them.
    pub(super) writers: &'r HashMap<PersonId, String>,
}

/// Tells a project leader that it was sent back, and why.
pub(super) fn returned(
    ctx: &Ctx,
    directory: &Directory,
    submission: &framework_submission::Model,
    why: &Returned<'_>,
    leader: &person::Model,
) -> Mail {
    let letter = Letter::to(ctx, directory, leader);
    let link = letter.link("ramme/udkast");
    let (name, municipality) = (&leader.name, &directory.municipality.name);
    let mut remarks = String::new();
    for remark in why.remarks {
        let section = words::section(remark.section, letter.language);
        let who = remark.person_id.and_then(|id| why.writers.get(&id)).map(|name| format!(" ({name})"));
        let _ = write!(remarks, "\n{section}{}:\n{}\n", who.unwrap_or_default(), remark.text);
    }
    let who = ctx.person().map(|person| person.name.as_str());
    let (subject, body) = match letter.language {
        Language::Danish => (
            format!("Rammen for {municipality} er sendt tilbage"),
            format!(
                "Hej {name}\n\n{} har sendt rammen tilbage, så I kan rette den til.\n{}{remarks}\nRet den til her, og \
                 læg den frem igen:\n{link}\n",
                who.unwrap_or("Styregruppen"),
                said(why.note, "Begrundelse:"),
            ),
        ),
        Language::English => (
            format!("The framework of {municipality} has been sent back"),
            format!(
                "Hello {name},\n\n{} has sent the framework back for you to revise.\n{}{remarks}\nRevise it here, and \
                 submit it again:\n{link}\n",
                who.unwrap_or("The steering group"),
                said(why.note, "The reason:"),
            ),
        ),
    };
    letter.mail(subject, body, Some(format!("framework-returned:{}:{}", submission.id.0, leader.id.0)))
}

/// Tells somebody of a new edition: what is different (none for the first one), and where to read it.
pub(super) fn published(
    ctx: &Ctx,
    directory: &Directory,
    edition: &framework_edition::Model,
    differences: Option<&[Difference]>,
    person: &person::Model,
) -> Mail {
    let letter = Letter::to(ctx, directory, person);
    // Of this edition, whichever is the newest when the mail is read.
    let link = letter.link(&format!("ramme/udgave/{}", edition.number));
    let (name, municipality, number) = (&person.name, &directory.municipality.name, edition.number);
    let due_on = letter.language.date(edition.due_on);
    let news = differences.map(|differences| news::told(differences, letter.language));
    let (subject, body) = match letter.language {
        Language::Danish => {
            let news = match news.as_deref() {
                None => "Det er den første udgave.\n".to_owned(),
                Some("") => "Der er ikke ændret noget siden sidst.\n".to_owned(),
                Some(news) => format!("Det er ændret siden sidst:\n{news}"),
            };
            (
                format!("Ny udgave af rammen for {municipality}"),
                format!(
                    "Hej {name}\n\nUdgave {number} af den overordnede ramme er godkendt. Den skal opdateres senest {due_on}.\n\n\
                     {news}\nLæs den her, og bekræft, at du har læst den:\n{link}\n",
                ),
            )
        }
        Language::English => {
            let news = match news.as_deref() {
                None => "It is the first edition.\n".to_owned(),
                Some("") => "Nothing has changed since the last one.\n".to_owned(),
                Some(news) => format!("What has changed since the last one:\n{news}"),
            };
            (
                format!("A new edition of the framework of {municipality}"),
                format!(
                    "Hello {name},\n\nEdition {number} of the overall framework has been approved. It is to be updated \
                     by {due_on}.\n\n{news}\nRead it here, and confirm that you have:\n{link}\n",
                ),
            )
        }
    };
    letter.mail(subject, body, Some(format!("framework-edition:{}:{}", edition.id.0, person.id.0)))
}

/// Reminds somebody that the framework is to be updated.
pub(super) fn due(
    ctx: &Ctx,
    directory: &Directory,
    framework: &framework::Model,
    due_on: NaiveDate,
    reminder: Reminder,
    person: &person::Model,
) -> Mail {
    let letter = Letter::to(ctx, directory, person);
    let link = letter.link("ramme/udkast");
    let (name, municipality) = (&person.name, &directory.municipality.name);
    let day = letter.language.date(due_on);
    let by = framework.next_update_by.as_deref();
    let is_late = matches!(reminder, Reminder::Late(_));
    let (subject, body) = match (letter.language, is_late) {
        (Language::Danish, false) => (
            format!("Rammen for {municipality} skal snart opdateres"),
            format!(
                "Hej {name}\n\nDen overordnede ramme skal være opdateret senest {day}{}. Gennemgå afsnittene, ret det, \
                 der har ændret sig, og læg den frem for styregruppen:\n{link}\n",
                by.map(|by| format!(" af {by}")).unwrap_or_default(),
            ),
        ),
        (Language::Danish, true) => (
            format!("Rammen for {municipality} skal opdateres nu"),
            format!(
                "Hej {name}\n\nDen overordnede ramme skulle være opdateret senest {day}, og en ny udgave er ikke \
                 godkendt endnu. Se, hvor langt den er:\n{link}\n"
            ),
        ),
        (Language::English, false) => (
            format!("The framework of {municipality} is to be updated soon"),
            format!(
                "Hello {name},\n\nThe overall framework is to be updated{} on {day} at the latest. Go through the \
                 sections, correct what has changed, and submit it to the steering group:\n{link}\n",
                by.map(|by| format!(" by {by}")).unwrap_or_default(),
            ),
        ),
        (Language::English, true) => (
            format!("The framework of {municipality} is to be updated now"),
            format!(
                "Hello {name},\n\nThe overall framework was to be updated by {day}, and no new edition has been \
                 approved yet. See how far it has come:\n{link}\n"
            ),
        ),
    };
    // Each step once, and anew when the day is another.
    let once = format!("framework-due:{}:{due_on}:{reminder}:{}", framework.id.0, person.id.0);
    letter.mail(subject, body, Some(once))
}

/// Reminds a member of the steering group that the framework, which is to be updated, waits for them.
pub(super) fn to_decide(
    ctx: &Ctx,
    directory: &Directory,
    framework: &framework::Model,
    due_on: NaiveDate,
    reminder: Reminder,
    member: &person::Model,
) -> Mail {
    let letter = Letter::to(ctx, directory, member);
    let link = letter.link("ramme/godkend");
    let (name, municipality) = (&member.name, &directory.municipality.name);
    let day = letter.language.date(due_on);
    let (subject, body) = match letter.language {
        Language::Danish => (
            format!("Rammen for {municipality} venter stadig på dig"),
            format!(
                "Hej {name}\n\nDen overordnede ramme skal være opdateret senest {day}, og den ligger hos \
                 styregruppen. Godkend den, eller send den tilbage med dine bemærkninger:\n{link}\n"
            ),
        ),
        Language::English => (
            format!("The framework of {municipality} is still waiting for you"),
            format!(
                "Hello {name},\n\nThe overall framework is to be updated by {day}, and it lies before the steering \
                 group. Approve it, or send it back with your remarks:\n{link}\n"
            ),
        ),
    };
    let once = format!("framework-to-decide:{}:{due_on}:{reminder}:{}", framework.id.0, member.id.0);
    letter.mail(subject, body, Some(once))
}

/// Somebody's words, set apart.
fn said(words: Option<&str>, lead: &str) -> String {
    words.map(|words| format!("\n{lead}\n{words}\n")).unwrap_or_default()
}

struct Letter<'l> {
    ctx: &'l Ctx,
    directory: &'l Directory,
    person: &'l person::Model,
    language: Language,
}

impl<'l> Letter<'l> {
    fn to(ctx: &'l Ctx, directory: &'l Directory, person: &'l person::Model) -> Self {
        Self { ctx, directory, person, language: Language::from_code(Some(&person.language)) }
    }

    fn link(&self, path: &str) -> String {
        format!("{}/{}/{path}", self.ctx.app().base_url(), self.directory.municipality.slug)
    }

    fn mail(self, subject: String, body: String, dedupe_key: Option<String>) -> Mail {
        let municipality = &self.directory.municipality;
        let regards = match self.language {
            Language::Danish => "Venlig hilsen",
            Language::English => "Best wishes",
        };
        Mail {
            municipality: Some(municipality.id),
            recipient: self.person.email.clone(),
            subject,
            body: format!("{body}\n{regards}\n{}\n", municipality.name),
            dedupe_key,
            due_at: self.ctx.now(),
        }
    }
}
