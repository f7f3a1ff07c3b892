//! The search field above the list. What is typed goes into the address a moment after the last letter.

use std::time::Duration;

use leptos::prelude::*;

use super::list_page::Listing;
use crate::directory::search::Search;
use crate::text;
use crate::ui::icon::{Icon, icon};

/// How long after the last letter the search is made.
const PAUSE: Duration = Duration::from_millis(250);

/// The field and its button.
#[component]
pub(crate) fn SearchBox(listing: Listing) -> impl IntoView {
    let typed = RwSignal::new(listing.search.get_untracked().text);
    // Back and forward change the address without typing.
    Effect::new(move |_| {
        let asked = listing.search.get().text;
        if typed.get_untracked().trim() != asked {
            typed.set(asked);
        }
    });
    let changed = move || {
        let search = listing.search.get_untracked();
        let text = typed.get_untracked().trim().to_owned();
        (search.text != text).then_some(Search { text, ..search })
    };
    let mut ask_later = debounce(PAUSE, move |()| {
        if let Some(search) = changed() {
            listing.ask_typing.run(search);
        }
    });
    let on_input = move |event| {
        typed.set(event_target_value(&event));
        ask_later(());
    };
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(search) = changed() {
            listing.ask_typing.run(search);
        }
    };
    view! {
        <form role="search" class="list-search" on:submit=on_submit>
            <label class="form-label" for="list-search">{text!(list.search_label)}</label>
            <div class="search">
                <input
                    class="form-input"
                    id="list-search"
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
