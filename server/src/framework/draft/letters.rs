//! The mails to whoever has a section of the framework: that it is theirs now, and that its day is near; and to the
//! project leaders where nobody is left who could write it.

use chrono::NaiveDate;
use entity::framework::framework_section;
use entity::identity::person;

use super::rules::Reminder;
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::framework::words;
use crate::ids::Opaque;
use crate::mail::Mail;

/// Tells somebody that a section has been given to them. `giver`: the name of who gave it.
pub(super) fn given(
    ctx: &Ctx,
    directory: &Directory,
    section: &framework_section::Model,
    person: &person::Model,
    giver: &str,
) -> Mail {
    let language = language(person);
    let link = link(ctx, directory);
    let (name, municipality) = (words::section(section.section, language), &directory.municipality.name);
    let until = section.due_on.map(|day| until(language, day)).unwrap_or_default();
    let (subject, body) = match language {
        Language::English => (
            format!("{name}: a section of the framework is yours"),
            format!(
                "Hello {},\n\n{giver} has given you the section “{name}” of {municipality}'s overall framework.{until}\n\n\
                 Answer its questions and keep its registers here:\n{link}\n\n\
                 Say so on the page when you are done. What you write is saved as you type.\n\n\
                 Best wishes\n{municipality}\n",
                person.name,
            ),
        ),
        Language::Danish => (
            format!("{name}: du har fået en del af rammen"),
            format!(
                "Hej {}\n\n{giver} har givet dig afsnittet “{name}” i den overordnede ramme for {municipality}.{until}\n\n\
                 Svar på spørgsmålene, og før registrene ajour her:\n{link}\n\n\
                 Sig til på siden, når du er færdig. Det, du skriver, bliver gemt undervejs.\n\n\
                 Venlig hilsen\n{municipality}\n",
                person.name,
            ),
        ),
    };
    mail(ctx, directory, person, subject, body, None)
}

/// Reminds somebody of the day by which their section is to be done.
pub(super) fn due(
    ctx: &Ctx,
    directory: &Directory,
    section: &framework_section::Model,
    due_on: NaiveDate,
    person: &person::Model,
    reminder: Reminder,
) -> Mail {
    let language = language(person);
    let link = link(ctx, directory);
    let (name, municipality) = (words::section(section.section, language), &directory.municipality.name);
    let day = language.date(due_on);
    let (subject, body) = match language {
        Language::English => (
            format!("{name}: to be done by {day}"),
            format!(
                "Hello {},\n\nYour section “{name}” of {municipality}'s overall framework is to be done by {day}.\n\n\
                 Go on here:\n{link}\n\n\
                 Are you done? Then say so on the page. If you can't make it, talk to the project leader.\n\n\
                 Best wishes\n{municipality}\n",
                person.name,
            ),
        ),
        Language::Danish => (
            format!("{name}: skal være færdig senest {day}"),
            format!(
                "Hej {}\n\nDit afsnit “{name}” i den overordnede ramme for {municipality} skal være færdigt senest {day}.\n\n\
                 Skriv videre her:\n{link}\n\n\
                 Er du færdig, så sig til på siden. Kan du ikke nå det, så tal med projektlederen.\n\n\
                 Venlig hilsen\n{municipality}\n",
                person.name,
            ),
        ),
    };
    let once = format!("section:{}:{due_on}:{reminder}:{}", section.id.show(), person.id.show());
    mail(ctx, directory, person, subject, body, Some(once))
}

/// Tells a project leader that whoever has a section can no longer write here.
pub(super) fn left(
    ctx: &Ctx,
    directory: &Directory,
    section: &framework_section::Model,
    due_on: NaiveDate,
    leader: &person::Model,
    reminder: Reminder,
) -> Mail {
    let language = language(leader);
    let link = link(ctx, directory);
    let (name, municipality) = (words::section(section.section, language), &directory.municipality.name);
    let day = language.date(due_on);
    let (subject, body) = match language {
        Language::English => (
            format!("{name}: nobody is left to write it"),
            format!(
                "Hello {},\n\nThe section “{name}” of {municipality}'s overall framework is to be done by {day}, but whoever \
                 it is given to can no longer write here.\n\n\
                 Give it to somebody else here:\n{link}\n\n\
                 Best wishes\n{municipality}\n",
                leader.name,
            ),
        ),
        Language::Danish => (
            format!("{name}: mangler en, der kan skrive"),
            format!(
                "Hej {}\n\nAfsnittet “{name}” i den overordnede ramme for {municipality} skal være færdigt senest {day}, men \
                 den, der har fået det, kan ikke længere skrive her.\n\n\
                 Giv det til en anden her:\n{link}\n\n\
                 Venlig hilsen\n{municipality}\n",
                leader.name,
            ),
        ),
    };
    let once = format!("section:{}:{due_on}:{reminder}:left:{}", section.id.show(), leader.id.show());
    mail(ctx, directory, leader, subject, body, Some(once))
}

fn language(person: &person::Model) -> Language {
    if person.language == "en" { Language::English } else { Language::Danish }
}

fn link(ctx: &Ctx, directory: &Directory) -> String {
    format!("{}/{}/ramme/udkast", ctx.app().base_url(), directory.municipality.slug)
}

fn until(language: Language, due_on: NaiveDate) -> String {
    match language {
        Language::Danish => format!(" Det skal være færdigt senest {}.", language.date(due_on)),
        Language::English => format!(" It is to be done by {}.", language.date(due_on)),
    }
}

fn mail(
    ctx: &Ctx,
    directory: &Directory,
    person: &person::Model,
    subject: String,
    body: String,
    dedupe_key: Option<String>,
) -> Mail {
    Mail {
        municipality: Some(directory.municipality.id),
        recipient: person.email.clone(),
        subject,
        body,
        dedupe_key,
        due_at: ctx.now(),
    }
}
