//! The hits, and *show more* at their end. More hits are appended; the focus goes to the first new one, and the
//! address notes how many pages are shown, so that the back button finds the same place.

use leptos::prelude::*;

use super::hit_card::HitCard;
use super::hits::{Found, PAGE, next_page};
use super::list_page::Listing;
use super::nothing_found::NothingFound;
use crate::api::{Failure, use_api};
use crate::directory::here::use_here;
use crate::directory::queries::hits::ServiceEdge;
use crate::language::{td_string, text_by};
use crate::ui::failure_notice::FailureNotice;

/// The hits of one search.
#[component]
pub(crate) fn Results(listing: Listing, found: Found) -> impl IntoView {
    if found.edges.is_empty() {
        return view! { <NothingFound listing=listing found=found/> }.into_any();
    }
    let api = use_api();
    let slug = use_here().slug_untracked();
    let total = found.total;
    let search = StoredValue::new(found.search);
    let edges = RwSignal::new(found.edges);
    let next = RwSignal::new(found.next);
    let is_fetching = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let Some(after) = next.get_untracked().filter(|_| !is_fetching.get_untracked()) else { return };
        let slug = slug.clone();
        is_fetching.set(true);
        leptos::task::spawn_local(async move {
            let answer = next_page(api, slug, search.get_value(), after).await;
            // The reader may have gone on to another search meanwhile.
            if is_fetching.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok((more, after)) => {
                    let first_new = edges.with_untracked(Vec::len);
                    edges.update(|edges| edges.extend(more));
                    next.set(after);
                    failure.set(None);
                    let pages = (edges.with_untracked(Vec::len) as u32).div_ceil(PAGE);
                    listing.note_pages.run(pages);
                    request_animation_frame(move || focus_hit(first_new));
                }
                Err(why) => failure.set(Some(why)),
            }
        });
    };
    let button = text_by(move |locale| {
        let shown = edges.with(Vec::len);
        if is_fetching.get() {
            td_string!(locale, shell.loading).to_owned()
        } else {
            td_string!(locale, list.more, shown = shown, total = total)
        }
    });
    view! {
        <ol class="hits no-max-width" aria-labelledby="results">
            <For
                each=move || edges.get().into_iter().enumerate()
                key=|(index, edge)| (*index, edge.node.slug.clone(), matched(edge))
                children=move |(index, edge)| {
                    view! { <HitCard service=edge.node matches=edge.matches place=index/> }
                }
            />
        </ol>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=move || next.get().is_some()>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {button}
            </button>
        </Show>
    }
    .into_any()
}

/// What tells two hits of the same service apart.
fn matched(edge: &ServiceEdge) -> String {
    edge.matches.iter().map(|found| format!("{}>{};", found.typed, found.matched)).collect()
}

/// Moves the focus to the name of the nth hit.
fn focus_hit(index: usize) {
    let link = document().query_selector(&format!("#hit-{index} a")).ok().flatten();
    if let Some(link) = link {
        let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(link).focus();
    }
}
