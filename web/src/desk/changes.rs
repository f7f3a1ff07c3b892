//! What has changed in the directory since one last looked through it.

use super::pile::{Pile, Section, Thing};
use crate::counted;
use crate::format::moment::Moment;
use crate::format::words::day;
use crate::language::{td_string, text_by};
use crate::routes;

/// The way to the changes.
pub(super) fn since(slug: &str, count: i32, looked_at: Option<Moment>) -> Pile {
    let about = text_by(move |locale| match looked_at {
        Some(at) => td_string!(locale, desk.changes_since, date = day(locale, at.in_copenhagen().date)),
        None => String::new(),
    });
    let thing = Thing {
        doing: text_by(move |locale| counted!(locale, count, desk.changes_one, desk.changes_many)),
        name: None,
        href: routes::history(slug),
        about,
        below: None,
    };
    let things = if count > 0 { vec![thing] } else { Vec::new() };
    Pile { section: Section::News, heading: None, things, below: None }
}
