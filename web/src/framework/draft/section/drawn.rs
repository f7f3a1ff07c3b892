//! What answers a question from elsewhere: the directory of services, the days of the cycle.

use leptos::prelude::*;

use super::place::use_place;
use crate::format::words::day;
use crate::framework::draft::queries::section::Drawn;
use crate::language::{td_string, text_by};
use crate::{routes, text};

/// The sentence, with the way there.
#[component]
pub(super) fn DrawnPart(drawn: Drawn) -> impl IntoView {
    let place = use_place();
    match drawn {
        Drawn::Directory => view! {
            <p class="drawn">
                {text!(draft.drawn_directory)} " "
                <a href=routes::services(&place.slug(), "")>{text!(draft.drawn_directory_link)}</a>
            </p>
        }
        .into_any(),
        Drawn::Cycle => {
            let written = place.written();
            let words = text_by(move |locale| {
                let Some((due, months)) =
                    written.with(|one| one.as_ref().map(|one| (one.due_on, one.interval_months)))
                else {
                    return String::new();
                };
                match due {
                    Some(due) => {
                        td_string!(locale, draft.drawn_cycle, date = day(locale, due), months = months)
                    }
                    None => td_string!(locale, draft.drawn_cycle_none, months = months),
                }
            });
            view! { <p class="drawn">{words}</p> }.into_any()
        }
    }
}
