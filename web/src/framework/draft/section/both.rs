//! Somebody else saved the same answer meanwhile: both versions beside each other, and the choice between them or both
//! in one. No word is lost.

use leptos::prelude::*;

use super::answer::Answer;
use super::writing::{Theirs, Writing, together};
use crate::language::{Text, danish};
use crate::text;
use crate::ui::alert::{Alert, Gravity};

/// Both versions, and the choice.
#[component]
pub(super) fn Both(
    answer: Answer,
    /// The id of the field that both are put together in.
    field: String,
) -> impl IntoView {
    let lang = danish();
    let mine = Memo::new(move |_| answer.writing.with(|writing: &Writing| writing.typed.clone()));
    let theirs = Memo::new(move |_| answer.writing.with(|writing| writing.theirs().cloned()));
    let text =
        Memo::new(move |_| theirs.with(|one| one.as_ref().map(|one| one.text.clone()).unwrap_or_default()));
    let resolve = move |text: String, seen: Option<Theirs>| {
        if let Some(seen) = seen {
            answer.resolve(text, seen);
        }
    };
    let by = theirs.get_untracked().and_then(|theirs| theirs.by);
    let (heading, label): (Text, Text) = match by {
        Some(name) => {
            let other = name.clone();
            (text!(draft.stale_by, name = name.clone()), text!(draft.stale_theirs_by, name = other.clone()))
        }
        None => (text!(draft.stale_by_somebody), text!(draft.stale_theirs)),
    };
    // Being put together; and the version of theirs that it is put together from.
    let one = RwSignal::new(None::<String>);
    let seen = StoredValue::new(None::<Theirs>);
    let begin = move |_| {
        seen.set_value(theirs.get_untracked());
        one.set(Some(together(&mine.get_untracked(), &text.get_untracked())));
    };
    let version = move |label: Text, words: Memo<String>| {
        view! {
            <div class="both-version">
                <p class="weight-semibold">{label}</p>
                <div class="version" lang=lang tabindex="0" role="group" aria-label=label>{words}</div>
            </div>
        }
    };
    let is_writing = Memo::new(move |_| one.with(Option::is_some));
    let choice = move || {
        if is_writing.get() {
            view! {
                <label class="form-label" for=field.clone()>{text!(draft.stale_in_one)}</label>
                <textarea
                    class="form-input answer-field"
                    id=field.clone()
                    rows="8"
                    lang=lang
                    prop:value=move || one.get().unwrap_or_default()
                    on:input=move |event| one.set(Some(event_target_value(&event)))
                ></textarea>
                <p class="form-actions">
                    <button
                        type="button"
                        class="button button-primary"
                        on:click=move |_| {
                            resolve(one.get_untracked().unwrap_or_default(), seen.get_value());
                        }
                    >
                        {text!(draft.stale_save)}
                    </button>
                    <button type="button" class="button button-secondary" on:click=move |_| one.set(None)>
                        {text!(draft.cancel)}
                    </button>
                </p>
            }
            .into_any()
        } else {
            view! {
                <p class="form-actions">
                    <button type="button" class="button button-primary" on:click=begin>
                        {text!(draft.stale_together)}
                    </button>
                    <button
                        type="button"
                        class="button button-secondary"
                        on:click=move |_| resolve(mine.get_untracked(), theirs.get_untracked())
                    >
                        {text!(draft.stale_keep_mine)}
                    </button>
                    <button
                        type="button"
                        class="button button-secondary"
                        on:click=move |_| resolve(text.get_untracked(), theirs.get_untracked())
                    >
                        {text!(draft.stale_take_theirs)}
                    </button>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <Alert gravity=Gravity::Warning heading=heading is_news=true>
            <p class="alert-text">{text!(draft.stale_do)}</p>
        </Alert>
        <div class="both">
            {version(text!(draft.stale_mine), mine)}
            {version(label, text)}
        </div>
        {choice}
    }
}
