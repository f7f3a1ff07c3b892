//! What is chosen, in words and as tags that let go of it.

use leptos::prelude::*;

use super::list_page::Listing;
use crate::directory::search::Search;
use crate::directory::search::facet::Facet;
use crate::language::{Text, td_string, text_by, use_language};
use crate::text;
use crate::ui::icon::{Icon, icon};

/// The id of the sentence above the list.
const RESULTS: &str = "results";

/// The sentence above the list, and a tag for each filter.
#[component]
pub(crate) fn Chosen(listing: Listing, words: Text) -> impl IntoView {
    let language = use_language();
    let heading = text_by(move |locale| {
        let sentence = words.get();
        if sentence.is_empty() { td_string!(locale, shell.loading).to_owned() } else { sentence }
    });
    let has_failed = Memo::new(move |_| matches!(listing.found.get(), Some(Err(_))));
    let tags = move || {
        let search = listing.search.get();
        let locale = language.get();
        let mut tags = Vec::new();
        for facet in Facet::ALL {
            let counts =
                listing.facets.get().map(|facets| facet.counts(&facets).to_vec()).unwrap_or_default();
            for value in facet.chosen(&search) {
                let mut without = search.clone();
                facet.toggle(&mut without, &value);
                tags.push(tag(listing, facet.label(locale, &value, &counts), without));
            }
        }
        if search.is_open_now {
            let without = Search { is_open_now: false, ..search };
            tags.push(tag(listing, td_string!(locale, list.open_now).to_owned(), without));
        }
        tags
    };
    let clear = move |_| let_go(listing, &Search::of_text(&listing.search.get_untracked().text));
    view! {
        <Show when=move || !has_failed.get()>
            <h2 class="h4 list-summary" id=RESULTS tabindex="-1">{heading}</h2>
        </Show>
        <Show when=move || listing.search.get().has_filters()>
            <div class="chosen" role="group" aria-label=text!(list.chosen)>
                {tags}
                <button type="button" class="function-link" on:click=clear>{text!(list.clear)}</button>
            </div>
        </Show>
    }
}

fn tag(listing: Listing, label: String, without: Search) -> AnyView {
    view! {
        <button type="button" class="tag tag-icon" on:click=move |_| let_go(listing, &without)>
            <span class="sr-only">{text!(list.let_go)} " "</span>
            <span>{label}</span>
            {icon(Icon::Close)}
        </button>
    }
    .into_any()
}

/// Asks without a filter. The button goes with it, so the focus moves to the sentence that says what is left.
fn let_go(listing: Listing, without: &Search) {
    if let Some(heading) = document().get_element_by_id(RESULTS) {
        let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(heading).focus();
    }
    listing.ask.run(without.clone());
}
