//! The filters beside the list; behind a button on narrow screens.

use leptos::prelude::*;

use super::facet_group::FacetGroup;
use super::list_page::Listing;
use crate::directory::search::Search;
use crate::directory::search::facet::Facet;
use crate::language::{td_string, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};

/// The button, *open now*, and a group for each facet.
#[component]
pub(crate) fn FacetPanel(listing: Listing) -> impl IntoView {
    let open = RwSignal::new(false);
    let how_many = move || {
        let search = listing.search.get();
        let chosen: usize = Facet::ALL.iter().map(|facet| facet.chosen(&search).len()).sum();
        chosen + usize::from(search.is_open_now)
    };
    let button = text_by(move |locale| match how_many() {
        0 => td_string!(locale, list.filter).to_owned(),
        count => td_string!(locale, list.filter_chosen, count = count),
    });
    let open_now_count = move || listing.facets.get().map(|facets| facets.open_now);
    let is_open_now = move || listing.search.get().is_open_now;
    let toggle_open_now = move |_| {
        let search = listing.search.get_untracked();
        listing.ask.run(Search { is_open_now: !search.is_open_now, ..search });
    };
    view! {
        <section class="facet-panel" aria-labelledby="facets-heading">
            <h2 id="facets-heading" class="h4 facets-heading">{text!(list.filter)}</h2>
            <button
                type="button"
                class="button button-secondary facets-button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="facets"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon(Icon::Filter)}
                <span>{button}</span>
            </button>
            <div id="facets" class="facets" class:facets-open=open>
                <div class="form-group-checkbox">
                    <input
                        type="checkbox"
                        id="facet-open-now"
                        class="form-checkbox"
                        prop:checked=is_open_now
                        on:change=toggle_open_now
                    />
                    <label for="facet-open-now">
                        {text!(list.open_now)}
                        {move || open_now_count().map(|count| view! { <span class="count">{count}</span> })}
                    </label>
                </div>
                <ul class="accordion">
                    {Facet::ALL
                        .into_iter()
                        .map(|facet| view! { <FacetGroup facet=facet listing=listing/> })
                        .collect_view()}
                </ul>
            </div>
        </section>
    }
}
