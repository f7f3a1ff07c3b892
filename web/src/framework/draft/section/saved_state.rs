//! Where the saving of an answer stands, in words that are always there; and what to do where it can't be saved.

use leptos::prelude::*;

use super::answer::Answer;
use super::writing::{Refusal, Standing, Writing};
use crate::clock;
use crate::format::words::{clock as clock_words, near_past};
use crate::framework::draft::queries::section::Question;
use crate::language::{Locale, td_string, text_by};
use crate::ui::live_region::LiveRegion;
use crate::{routes, text};

/// The line under an answer.
#[component]
pub(super) fn SavedState(answer: Answer, question: Memo<Option<Question>>) -> impl IntoView {
    let standing = Memo::new(move |_| answer.writing.with(Writing::standing));
    let today = clock::today();
    let written = text_by(move |locale| {
        question
            .with(|one| {
                let one = one.as_ref()?;
                let (name, at) = (one.answered_by.clone()?, one.answered_at?);
                Some(td_string!(locale, draft.written_by, name = name, when = near_past(locale, at, today)))
            })
            .unwrap_or_default()
    });
    let words = text_by(move |locale| match (standing.get(), answer.saved_at.get()) {
        (Standing::Saved, Some(at)) => {
            let at = at.in_copenhagen();
            td_string!(locale, draft.saved_at, time = clock_words(locale, at.hour, at.minute))
        }
        (Standing::Saved, None) => written.get(),
        (Standing::Unsaved, _) => td_string!(locale, draft.not_saved_yet).to_owned(),
        (Standing::Sending, _) => td_string!(locale, draft.saving).to_owned(),
        (Standing::Conflict, _) => td_string!(locale, draft.not_saved_choose).to_owned(),
        (Standing::Refused(why), _) => refused(locale, why).to_owned(),
    });
    // What comes and goes as one types is not read aloud each time; what came of it is.
    let spoken = text_by(move |_| match standing.get() {
        Standing::Saved if answer.saved_at.get().is_some() => words.get(),
        Standing::Refused(_) => words.get(),
        _ => String::new(),
    });
    let refusal = move || match standing.get() {
        Standing::Refused(why) => Some(why),
        _ => None,
    };
    let again = move || {
        refusal().map(|why| {
            let path = window().location().pathname().unwrap_or_default();
            let sign_in = (why == Refusal::NotAllowed).then(|| {
                view! {
                    <a href=routes::sign_in_then(&path) target="_blank" rel="noopener">
                        {text!(draft.sign_in_again)}
                    </a>
                }
            });
            view! {
                <span class="saved-do">
                    {sign_in}
                    <button type="button" class="button button-secondary" on:click=move |_| answer.save()>
                        {text!(draft.save_now)}
                    </button>
                </span>
            }
        })
    };
    let take_up = move || {
        answer.given_up.with(Option::is_some).then(|| {
            view! {
                <button type="button" class="function-link" on:click=move |_| answer.take_up()>
                    {text!(draft.take_up)}
                </button>
            }
        })
    };
    view! {
        <div class="saved-state" class:is-refused=move || refusal().is_some()>
            <span>{words}</span>
            {again}
            {take_up}
            <LiveRegion text=spoken/>
        </div>
    }
}

fn refused(locale: Locale, why: Refusal) -> &'static str {
    match why {
        Refusal::Unreachable => td_string!(locale, draft.refused_unreachable),
        Refusal::NotAllowed => td_string!(locale, draft.refused_not_allowed),
        Refusal::Broken => td_string!(locale, draft.refused_broken),
        Refusal::TooLong => td_string!(locale, draft.refused_too_long),
        Refusal::Locked => td_string!(locale, draft.refused_locked),
        Refusal::Gone => td_string!(locale, draft.refused_gone),
    }
}
