//! Activities of the plans that one has to do or to tell about.

use super::framework::until;
use super::pile::{Pile, Section, Thing};
use super::queries::Activity;
use crate::clock;
use crate::counted;
use crate::format::words::day;
use crate::language::{Text, td_string, text_by};
use crate::{routes, text};

/// Those that are late, or those that are not.
pub(super) fn to_report(slug: &str, found: &[Activity], section: Section) -> Pile {
    let list: Vec<&Activity> =
        found.iter().filter(|one| one.is_overdue == (section == Section::Urgent)).collect();
    let count = list.len();
    let heading = match section {
        Section::Urgent => text_by(move |locale| {
            counted!(locale, count, desk.activities_late_one, desk.activities_late_many)
        }),
        _ => text_by(move |locale| counted!(locale, count, desk.activities_one, desk.activities_many)),
    };
    let things = list.into_iter().map(|one| Thing {
        doing: text!(desk.activity),
        name: Some(one.title.clone()),
        href: routes::plans(slug),
        about: about(one),
        below: None,
    });
    Pile { section, heading: Some(heading), things: things.collect(), below: None }
}

/// Until when, or when one wanted to look at it again.
fn about(one: &Activity) -> Text {
    match (one.due_on, one.follow_up_on) {
        (_, Some(on)) if one.needs_follow_up => {
            text_by(move |locale| td_string!(locale, desk.activity_follow_up, date = day(locale, on)))
        }
        (Some(due_on), _) => until(due_on, clock::today()),
        _ => text!(desk.activity_no_day),
    }
}
