//! The questions that are not used here, folded; each can be had back.

use leptos::prelude::*;

use super::change_question::Hide;
use super::place::{use_place, wrong};
use super::question::asked;
use crate::language::text_by;
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors};

/// The fold.
#[component]
pub(in crate::framework::draft) fn Unused() -> impl IntoView {
    let place = use_place();
    let leads = place.leads();
    let attempt = Attempt::new(wrong);
    let hidden = place.of(|section| {
        let hidden = section.questions.iter().filter(|one| one.is_hidden);
        hidden.map(|one| one.id.inner().to_owned()).collect::<Vec<_>>()
    });
    let ids = Memo::new(move |_| hidden.get().unwrap_or_default());
    let count = text_by(move |_| ids.with(Vec::len).to_string());
    view! {
        <AttemptErrors attempt=attempt fields=&[]/>
        <details class="unused" hidden=move || ids.with(Vec::is_empty)>
            <summary>{text!(draft.unused)} " (" {count} ")"</summary>
            <ul class="nobullet-list">
                <For
                    each=move || ids.get()
                    key=String::clone
                    children=move |id| {
                        let question = place.question(id);
                        let (title, lang) = asked(question);
                        view! {
                            <li class="unused-question">
                                <span lang=lang>{title}</span>
                                {move || leads.get().then(|| view! { <Hide question=question attempt=attempt/> })}
                            </li>
                        }
                    }
                />
            </ul>
        </details>
    }
}
