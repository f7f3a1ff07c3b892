//! Services that one has to check, the longest overdue first.

use leptos::prelude::*;

use super::pile::{Pile, Section, Thing, way_to_all};
use super::queries::{DeskChecks, OverdueService};
use super::waiting::in_words;
use crate::clock;
use crate::counted;
use crate::language::{Text, td_string, text_by};
use crate::{routes, text};

/// How many are shown at first.
pub(super) const FEW: i32 = 5;
/// The most that are shown.
const MOST: i32 = 100;

/// The services to be checked in a section. `me` is the key of whoever is signed in; `shown` is how many are asked for,
/// and is set where there is no page with all.
pub(super) fn to_check(
    slug: &str,
    found: DeskChecks,
    section: Section,
    me: Option<&str>,
    has_page: bool,
    shown: RwSignal<i32>,
) -> Pile {
    let count = found.total_count;
    let heading = match section {
        Section::Urgent => {
            text_by(move |locale| counted!(locale, count, desk.urgent_checks_one, desk.urgent_checks_many))
        }
        _ => text_by(move |locale| counted!(locale, count, desk.checks_one, desk.checks_many)),
    };
    let has_more = usize::try_from(count).is_ok_and(|count| count > found.nodes.len());
    let below = match (has_page, has_more) {
        (_, false) => None,
        (true, true) => Some(way_to_all(text!(desk.checks_all), routes::overdue(slug))),
        (false, true) => Some(show_all(count, shown)),
    };
    let things = found.nodes.into_iter().map(|one| Thing {
        doing: text!(desk.check),
        href: routes::service(slug, &one.service.slug),
        about: about(&one, me),
        name: Some(one.service.name),
        below: None,
    });
    Pile { section, heading: Some(heading), things: things.collect(), below }
}

fn show_all(count: i32, shown: RwSignal<i32>) -> AnyView {
    view! {
        <p class="desk-all">
            <button type="button" class="button button-tertiary" on:click=move |_| shown.set(MOST)>
                {text!(desk.checks_show_all, count = count)}
            </button>
        </p>
    }
    .into_any()
}

/// How late, and whose duty it is where it is not one's own.
fn about(one: &OverdueService, me: Option<&str>) -> Text {
    let late = clock::today().days() - one.due_on.days();
    let is_mine = one.owner.as_ref().is_some_and(|owner| Some(owner.id.inner()) == me);
    let owner = one.owner.as_ref().map(|owner| owner.name.clone());
    text_by(move |locale| {
        let when = match late {
            ..1 => td_string!(locale, desk.check_today).to_owned(),
            days => td_string!(locale, desk.check_late, time = in_words(locale, days)),
        };
        match &owner {
            _ if is_mine => when,
            Some(name) => format!("{when} · {}", td_string!(locale, desk.owner_is, name = name.clone())),
            None => format!("{when} · {}", td_string!(locale, desk.owner_none)),
        }
    })
}
