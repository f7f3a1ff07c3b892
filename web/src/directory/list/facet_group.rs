//! One facet: a section of the accordion with a checkbox and a count for each value. Checkboxes stay where they are
//! when the counts change, so that the focus stays too.

use leptos::prelude::*;

use super::list_page::Listing;
use crate::directory::queries::hits::FacetCount;
use crate::directory::search::facet::Facet;
use crate::language::{danish, text_by};
use crate::ui::accordion::AccordionItem;

/// The facet's section; nothing while it has no values.
#[component]
pub(crate) fn FacetGroup(facet: Facet, listing: Listing) -> impl IntoView {
    let counts = Memo::new(move |_| {
        let chosen = facet.chosen(&listing.search.get());
        let facets = listing.facets.get();
        let all = facets.as_ref().map(|facets| facet.counts(facets)).unwrap_or_default();
        let worth_showing = |count: &&FacetCount| count.count > 0 || chosen.contains(&count.value);
        all.iter().filter(worth_showing).cloned().collect::<Vec<_>>()
    });
    let is_common = matches!(facet, Facet::Theme | Facet::Access);
    let has_chosen = !facet.chosen(&listing.search.get_untracked()).is_empty();
    let open = RwSignal::new(is_common || has_chosen);
    let title = text_by(move |locale| facet.title(locale));
    view! {
        <Show when=move || !counts.with(Vec::is_empty)>
            <AccordionItem id=facet.id() title=title open=open>
                <fieldset class="facet-values">
                    <legend class="sr-only">{title}</legend>
                    <For
                        each=move || counts.get()
                        key=|count| count.value.clone()
                        children=move |count| value(facet, listing, counts, count.value)
                    />
                </fieldset>
            </AccordionItem>
        </Show>
    }
}

fn value(facet: Facet, listing: Listing, counts: Memo<Vec<FacetCount>>, value: String) -> AnyView {
    let lang = if facet == Facet::Organisation { danish() } else { Signal::stored(None) };
    let id = format!("{}-{value}", facet.id());
    let number = {
        let value = value.clone();
        text_by(move |_| {
            let count =
                counts.with(|all| all.iter().find(|count| count.value == value).map(|count| count.count));
            count.unwrap_or_default().to_string()
        })
    };
    let label = {
        let value = value.clone();
        text_by(move |locale| counts.with(|all| facet.label(locale, &value, all)))
    };
    let is_chosen = {
        let value = value.clone();
        Signal::derive(move || facet.chosen(&listing.search.get()).contains(&value))
    };
    let choose = move |_| {
        let mut search = listing.search.get_untracked();
        facet.toggle(&mut search, &value);
        listing.ask.run(search);
    };
    view! {
        <div class="form-group-checkbox">
            <input type="checkbox" id=id.clone() class="form-checkbox" prop:checked=is_chosen on:change=choose/>
            <label for=id>
                <span lang=lang>{label}</span>
                <span class="count">{number}</span>
            </label>
        </div>
    }
    .into_any()
}
