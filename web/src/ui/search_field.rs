//! A search field with its button. It asks a moment after the last letter, and at once when sent.

use std::time::Duration;

use leptos::prelude::*;

use crate::language::Text;
use crate::text;
use crate::ui::icon::{Icon, icon};

/// How long after the last letter it asks.
const PAUSE: Duration = Duration::from_millis(250);

/// The field. `asked` is what stands in the address; back and forward change it without typing. `ask` gets what was
/// typed, without blanks around it, where that is something else.
#[component]
pub(crate) fn SearchField(
    id: &'static str,
    label: Text,
    asked: Signal<String>,
    ask: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(asked.get_untracked());
    Effect::new(move |_| {
        let asked = asked.get();
        if typed.get_untracked().trim() != asked {
            typed.set(asked);
        }
    });
    let ask_now = move || {
        // The page may be gone when the pause is over.
        let text = typed.try_get_untracked().map(|typed| typed.trim().to_owned());
        if let Some(text) = text.filter(|text| asked.try_get_untracked().as_ref() != Some(text)) {
            let _ = ask.try_run(text);
        }
    };
    let mut ask_later = debounce(PAUSE, move |()| ask_now());
    let on_input = move |event| {
        typed.set(event_target_value(&event));
        ask_later(());
    };
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        ask_now();
    };
    view! {
        <form role="search" class="list-search" on:submit=on_submit>
            <label class="form-label" for=id>{label}</label>
            <div class="search">
                <input
                    class="form-input"
                    id=id
                    type="search"
                    name="q"
                    autocomplete="off"
                    enterkeyhint="search"
                    prop:value=typed
                    on:input=on_input
                />
                <button class="button button-search" type="submit">
                    {icon(Icon::Search)}
                    <span class="sr-only">{text!(list.search_button)}</span>
                </button>
            </div>
        </form>
    }
}
