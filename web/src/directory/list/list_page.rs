//! `/<m>/tilbud`: the search field, the filters, and what was found. It holds no state of its own: what is asked is
//! in the address, so that back, reload and a link sent on all show the same.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::chosen::Chosen;
use super::facet_panel::FacetPanel;
use super::hits::{Found, first_pages};
use super::results::Results;
use crate::api::{Remote, remote, use_api};
use crate::directory::here::{Here, use_here};
use crate::directory::queries::hits::ServiceFacets;
use crate::directory::search::Search;
use crate::directory::search::address::names;
use crate::directory::search::summary::in_words;
use crate::editing::entry_links::NewEntry;
use crate::language::{Text, td_string, text_by};
use crate::ui::live_region::LiveRegion;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::search_field::SearchField;
use crate::ui::shown::shown;
use crate::{routes, text};

/// The search of the list, and the ways to change it; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Listing {
    /// What is asked.
    pub(crate) search: Memo<Search>,
    /// What was found.
    pub(crate) found: Remote<Option<Found>>,
    /// Counts of the newest answer; they stay while the next is awaited.
    pub(crate) facets: Memo<Option<ServiceFacets>>,
    /// Asks something else: a step that the back button undoes.
    pub(crate) ask: Callback<Search>,
    /// Asks something else in the course of typing: no step.
    pub(crate) ask_typing: Callback<Search>,
    /// Notes in the address how many pages are shown.
    pub(crate) note_pages: Callback<u32>,
}

impl Listing {
    fn begin(here: Here) -> Self {
        let api = use_api();
        let query = use_query_map();
        let search = Memo::new(move |_| query.with(|query| Search::from_parts(|name| query.get(name))));
        let pages = move || query.with_untracked(|query| query.get(names::PAGES));
        let found: Remote<Option<Found>> = remote(api, move || {
            let (slug, search) = (here.slug(), search.get());
            let pages = pages().and_then(|pages| pages.parse().ok()).unwrap_or(1);
            (format!("{slug}{}", search.query(1)), first_pages(api, slug, search, pages))
        });
        let facets = Memo::new(move |before: Option<&Option<ServiceFacets>>| {
            let now = found.known().and_then(|found| Some(found.as_ref().as_ref()?.facets.clone()));
            now.or_else(|| before.cloned().flatten())
        });
        let navigate = use_navigate();
        let go = move |search: &Search, pages: u32, replace: bool| {
            let address = routes::services(&here.slug_untracked(), &search.query(pages));
            navigate(&address, NavigateOptions { replace, scroll: false, ..NavigateOptions::default() });
        };
        Self {
            search,
            found,
            facets,
            ask: Callback::new({
                let go = go.clone();
                move |search: Search| go(&search, 1, false)
            }),
            ask_typing: Callback::new({
                let go = go.clone();
                move |search: Search| go(&search, 1, true)
            }),
            note_pages: Callback::new(move |pages: u32| go(&search.get_untracked(), pages, true)),
        }
    }

    /// The search in words, of the newest answer.
    fn in_words(self) -> Text {
        text_by(move |locale| {
            let found = self.found.known();
            let sentence = |found: &Found| in_words(locale, found.total, &found.search, Some(&found.facets));
            found.and_then(|found| found.as_ref().as_ref().map(sentence)).unwrap_or_default()
        })
    }
}

/// The page.
#[component]
pub(crate) fn ListPage() -> impl IntoView {
    let here = use_here();
    let listing = Listing::begin(here);
    let words = listing.in_words();
    let window_title = text_by(move |locale| {
        let sentence = words.get();
        if sentence.is_empty() { td_string!(locale, list.title).to_owned() } else { sentence }
    });
    view! {
        <PageHeading title=text!(list.title) window_title=window_title/>
        <NewEntry label=text!(editing.new_service) href=routes::new_service(&here.slug_untracked(), "")/>
        <SearchField
            id="list-search"
            label=text!(list.search_label)
            asked=Signal::derive(move || listing.search.get().text)
            ask=Callback::new(move |text| {
                let search = Search { text, ..listing.search.get_untracked() };
                listing.ask_typing.run(search);
            })
        />
        <LiveRegion text=words/>
        <div class="row list-columns">
            <div class="col-12 col-md-5 col-lg-4">
                <FacetPanel listing=listing/>
            </div>
            <div class="col-12 col-md-7 col-lg-8">
                <Chosen listing=listing words=words/>
                {shown(
                    listing.found,
                    || view! { <LoadingCards/> }.into_any(),
                    move |found| match found.as_ref() {
                        Some(found) => view! { <Results listing=listing found=found.clone()/> }.into_any(),
                        None => ().into_any(),
                    },
                )}
            </div>
        </div>
    }
}
