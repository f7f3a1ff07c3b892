//! The mails about rows of registers, in the language of whoever reads them.

use chrono::NaiveDate;
use entity::identity::person;
use entity::ids::RegisterRowId;

use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::framework::rules::Reminder;
use crate::mail::Mail;

/// Reminds a project leader that an agreement is to be evaluated.
pub(super) fn evaluation(
    ctx: &Ctx,
    directory: &Directory,
    row: RegisterRowId,
    subject: &str,
    due_on: NaiveDate,
    reminder: Reminder,
    leader: &person::Model,
) -> Mail {
    let municipality = &directory.municipality;
    let language = Language::from_code(Some(&leader.language));
    let link = format!("{}/{}/ramme/udkast", ctx.app().base_url(), municipality.slug);
    let (name, place, day) = (&leader.name, &municipality.name, language.date(due_on));
    let is_late = matches!(reminder, Reminder::Late(_));
    let (subject, body) = match (language, is_late) {
        (Language::Danish, false) => (
            format!("Aftalen “{subject}” skal snart evalueres"),
            format!(
                "Hej {name}\n\nAftalen “{subject}” skal evalueres senest {day}. Tal med dem, der har indgået den, og skriv i \
                 rammen, hvad I er blevet enige om:\n{link}\n\nVenlig hilsen\n{place}\n"
            ),
        ),
        (Language::Danish, true) => (
            format!("Aftalen “{subject}” skulle være evalueret"),
            format!(
                "Hej {name}\n\nAftalen “{subject}” skulle være evalueret senest {day}. Skriv i rammen, hvad I er blevet enige \
                 om, eller sæt en ny dag:\n{link}\n\nVenlig hilsen\n{place}\n"
            ),
        ),
        (Language::English, false) => (
            format!("The agreement “{subject}” is to be evaluated soon"),
            format!(
                "Hello {name},\n\nThe agreement “{subject}” is to be evaluated by {day}. Talk with those who made it, and \
                 write in the framework what you have agreed on:\n{link}\n\nBest wishes\n{place}\n"
            ),
        ),
        (Language::English, true) => (
            format!("The agreement “{subject}” should have been evaluated"),
            format!(
                "Hello {name},\n\nThe agreement “{subject}” was to be evaluated by {day}. Write in the framework what you \
                 have agreed on, or set another day:\n{link}\n\nBest wishes\n{place}\n"
            ),
        ),
    };
    Mail {
        municipality: Some(municipality.id),
        recipient: leader.email.clone(),
        subject,
        body,
        // Each step once, and anew when the day is another.
        dedupe_key: Some(format!("agreement-due:{}:{due_on}:{reminder}:{}", row.0, leader.id.0)),
        due_at: ctx.now(),
    }
}
