//! What came of a decision just made: said at the top, with the way on.

use leptos::html;
use leptos::prelude::*;

use crate::directory::here::use_here;
use crate::format::date::Date;
use crate::format::words::day;
use crate::language::{td_string, text_by};
use crate::{routes, text};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was the last approval: this edition, and when the next is due.
    Edition(i32, Date),
    /// Others must approve, too.
    Approved,
    /// It went back to the project leader.
    Returned,
    /// It was taken back.
    Withdrawn,
}

/// Says it, and moves the focus there: what was pressed is gone.
#[component]
pub(crate) fn OutcomeNotice(outcome: RwSignal<Option<Outcome>>) -> impl IntoView {
    let slug = StoredValue::new(use_here().slug_untracked());
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if outcome.get().is_some() {
            request_animation_frame(move || {
                if let Some(place) = place.try_get_untracked().flatten() {
                    let _ = place.focus();
                }
            });
        }
    });
    let said = move || {
        let outcome = outcome.get()?;
        let slug = slug.get_value();
        let words = text_by(move |locale| match outcome {
            Outcome::Edition(number, due) => {
                let due = day(locale, due);
                td_string!(locale, framework.outcome_edition, number = number, due = due)
            }
            Outcome::Approved => td_string!(locale, framework.outcome_approved).to_owned(),
            Outcome::Returned => td_string!(locale, framework.outcome_returned).to_owned(),
            Outcome::Withdrawn => td_string!(locale, framework.outcome_withdrawn).to_owned(),
        });
        let way_on = match outcome {
            Outcome::Edition(number, _) => {
                Some((routes::framework(&slug), text!(framework.read_newest, number = number)))
            }
            Outcome::Withdrawn => Some((routes::framework_draft(&slug), text!(framework.write))),
            Outcome::Approved | Outcome::Returned => None,
        };
        Some(view! {
            <div class="done-notice">
                <p>{words}</p>
                {way_on.map(|(href, words)| view! { <p><a href=href>{words}</a></p> })}
            </div>
        })
    };
    view! { <div role="status" tabindex="-1" node_ref=place>{said}</div> }
}
