//! How far the steering group is: how many have approved, and who said what.

use leptos::prelude::*;

use crate::clock;
use crate::format::words::near_past;
use crate::framework::published::queries::submission::Verdict;
use crate::language::{td_string, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::paragraphs::Paragraphs;

/// *1 af 2 har godkendt*, and who.
#[component]
pub(super) fn Verdicts(
    verdicts: Vec<Verdict>,
    /// How many approvals count.
    approvals: i32,
    /// How many there must be.
    needed: i32,
) -> impl IntoView {
    let today = clock::today();
    let items = verdicts.into_iter().map(|verdict| {
        let Verdict { person, approves, counts, note, at } = verdict;
        let words = text_by(move |locale| {
            let (name, time) = (person.clone(), near_past(locale, at, today));
            if counts {
                td_string!(locale, framework.has_approved, name = name, time = time)
            } else if approves {
                td_string!(locale, framework.has_approved_and_left, name = name, time = time)
            } else {
                td_string!(locale, framework.has_returned, name = name, time = time)
            }
        });
        view! {
            <li>
                {icon(if approves { Icon::Check } else { Icon::Warning })} " " {words}
                {note.map(|note| view! { <blockquote class="said"><Paragraphs text=note/></blockquote> })}
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <p><strong>{text!(framework.approvals, count = approvals, needed = needed)}</strong></p>
        <ul class="unstyled-list">{items}</ul>
    }
}
