//! The framework: what waits for the steering group, what it sent back, what is due, which section one has been given,
//! which edition one is asked to confirm.

use leptos::prelude::Get;

use super::pile::{Pile, Section, Thing};
use super::queries::{Edition, FrameworkSection, Submission};
use super::waiting::{in_words, waited};
use crate::clock;
use crate::format::date::Date;
use crate::format::words::day;
use crate::language::{Text, td_string, text_by};
use crate::{routes, text};

/// One thing that says itself what it is.
fn one(section: Section, thing: Option<Thing>) -> Pile {
    Pile { section, heading: None, things: thing.into_iter().collect(), below: None }
}

/// What waits for the steering group.
pub(super) fn to_decide(slug: &str, found: Option<Submission>) -> Pile {
    let thing = found.map(|submission| {
        let (since, today) = (submission.submitted_at.in_copenhagen().date, clock::today());
        let by = submission.submitted_by;
        Thing {
            doing: text!(desk.framework_decide),
            name: None,
            href: routes::framework_decision(slug),
            about: text_by(move |locale| match &by {
                Some(by) => format!("{by} · {}", waited(locale, since, today)),
                None => waited(locale, since, today),
            }),
            below: None,
        }
    });
    one(Section::Waits, thing)
}

/// What the steering group sent back to the project leader.
pub(super) fn returned(slug: &str, found: Option<Submission>) -> Pile {
    let thing = found.map(|submission| {
        let at = submission.decided_at.unwrap_or(submission.submitted_at);
        let (since, today) = (at.in_copenhagen().date, clock::today());
        Thing {
            doing: text!(desk.framework_returned),
            name: None,
            href: routes::framework_draft(slug),
            about: text_by(move |locale| waited(locale, since, today)),
            below: None,
        }
    });
    one(Section::Waits, thing)
}

/// That the framework is to be updated soon, or should have been; `writes` who is to do it, and not of the steering
/// group alone.
pub(super) fn due(slug: &str, due_on: Option<Date>, writes: bool) -> Pile {
    let today = clock::today();
    let section = if due_on.is_some_and(|due_on| due_on < today) { Section::Urgent } else { Section::Waits };
    let thing = due_on.map(|due_on| Thing {
        doing: if writes { text!(desk.framework_due) } else { text!(desk.framework_due_seen) },
        name: None,
        href: routes::framework_draft(slug),
        about: until(due_on, today),
        below: None,
    });
    one(section, thing)
}

/// The sections that one has been given to write: those that are late, or those that are not.
pub(super) fn to_write(slug: &str, found: &[FrameworkSection], section: Section) -> Pile {
    let today = clock::today();
    let things = found.iter().filter(|one| one.is_overdue == (section == Section::Urgent)).map(|one| {
        let which = one.section;
        let answered = (one.answered, one.total);
        let due = one.due_on.map(|due_on| until(due_on, today));
        Thing {
            doing: text_by(move |locale| td_string!(locale, desk.framework_write, name = which.name(locale))),
            name: None,
            href: routes::framework_section(slug, which.slug()),
            about: text_by(move |locale| {
                let (answered, total) = answered;
                let far = td_string!(locale, desk.framework_answered, answered = answered, total = total);
                due.map_or(far.clone(), |due| format!("{} · {far}", due.get()))
            }),
            below: None,
        }
    });
    Pile { section, heading: None, things: things.collect(), below: None }
}

/// The edition that one is asked to confirm.
pub(super) fn to_confirm(slug: &str, found: Option<Edition>) -> Pile {
    let thing = found.map(|edition| {
        let (number, on) = (edition.number, edition.approved_on);
        Thing {
            doing: text!(desk.framework_confirm, number = number),
            name: None,
            href: routes::framework(slug),
            about: text_by(move |locale| td_string!(locale, desk.framework_approved, date = day(locale, on))),
            below: None,
        }
    });
    one(Section::Waits, thing)
}

/// Until when: the day and how long that is, or how late it is.
pub(super) fn until(due_on: Date, today: Date) -> Text {
    text_by(move |locale| match due_on.days() - today.days() {
        left @ 1.. => {
            let (date, time) = (day(locale, due_on), in_words(locale, left));
            td_string!(locale, desk.due_in, date = date, time = time)
        }
        0 => td_string!(locale, desk.due_today).to_owned(),
        late => td_string!(locale, desk.due_late, time = in_words(locale, -late)),
    })
}
