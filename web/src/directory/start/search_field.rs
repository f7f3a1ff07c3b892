//! The search field of the start page and its list: services as one types, arrow keys, Enter to the one pointed at or
//! to the whole list.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::combobox::{Combobox, Offer};
use crate::api::use_api;
use crate::counted;
use crate::directory::here::use_here;
use crate::directory::list::match_note::MatchNote;
use crate::directory::search::Search;
use crate::directory::search::address::names;
use crate::directory::signs::sector_sign::SectorSign;
use crate::language::{danish, text_by};
use crate::ui::icon::{Icon, icon};
use crate::ui::live_region::LiveRegion;
use crate::{routes, text};

/// The id of the list.
const LIST: &str = "offers";

/// The field, its button and its list.
#[component]
pub(crate) fn SearchField() -> impl IntoView {
    let here = use_here();
    let before = use_query_map().with_untracked(|query| query.get(names::TEXT));
    let combobox = Combobox::begin(use_api(), here, before.unwrap_or_default());
    let navigate = use_navigate();
    let go = Callback::new(move |address: String| {
        let words = Search::of_text(&combobox.typed.get_untracked()).query(1);
        note_in_history(&format!("{}{words}", routes::start(&here.slug_untracked())));
        navigate(&address, NavigateOptions::default());
    });
    let choose = move || {
        let offers = untrack(|| combobox.offers());
        let active = combobox.active.get_untracked().and_then(|index| offers.get(index).cloned());
        go.run(active.map_or_else(|| combobox.list_address(), |offer| combobox.address(&offer)));
    };
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        choose();
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => {
            event.prevent_default();
            untrack(|| combobox.step(1));
        }
        "ArrowUp" => {
            event.prevent_default();
            untrack(|| combobox.step(-1));
        }
        "Escape" if combobox.wants_list.get_untracked() => {
            event.prevent_default();
            combobox.wants_list.set(false);
            combobox.active.set(None);
        }
        _ => {}
    };
    let mut typed = combobox.on_typed();
    let is_open = Memo::new(move |_| combobox.is_open());
    let none = text!(start.none, text = combobox.asked());
    let announcement = text_by(move |locale| match combobox.total() {
        Some(0) if is_open.get() => none.get(),
        Some(total) if is_open.get() => counted!(locale, total, start.one_hit, start.many_hits),
        _ => String::new(),
    });
    view! {
        <form role="search" class="start-form" on:submit=on_submit>
            <label class="form-label" for="start-search">{text!(start.label)}</label>
            <div class="search">
                <input
                    class="form-input"
                    id="start-search"
                    type="search"
                    name="q"
                    autocomplete="off"
                    autocapitalize="none"
                    enterkeyhint="search"
                    role="combobox"
                    aria-autocomplete="list"
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    aria-controls=LIST
                    aria-activedescendant=move || combobox.active.get().map(offer_id)
                    prop:value=combobox.typed
                    on:input=move |event| typed(event_target_value(&event))
                    on:keydown=on_key
                    on:focus=move |_| combobox.wants_list.set(true)
                    on:blur=move |_| combobox.wants_list.set(false)
                />
                <button class="button button-search" type="submit">
                    {icon(Icon::Search)}
                    <span class="sr-only">{text!(list.search_button)}</span>
                </button>
            </div>
            <div class="offers" class:offers-open=is_open>
                <ul id=LIST role="listbox" aria-label=text!(start.offers) class="no-max-width">
                    {move || {
                        let offers = if is_open.get() { combobox.offers() } else { Vec::new() };
                        offers
                            .into_iter()
                            .enumerate()
                            .map(|(index, offer)| offer_view(combobox, go, index, offer))
                            .collect_view()
                    }}
                </ul>
                <Show when=move || is_open.get() && combobox.total() == Some(0)>
                    <p class="offers-none">{none}</p>
                </Show>
            </div>
            <LiveRegion text=announcement/>
        </form>
    }
}

/// Puts what was typed into this page's own address, so that the back button finds it again.
fn note_in_history(address: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(address));
    }
}

fn offer_id(index: usize) -> String {
    format!("offer-{index}")
}

fn offer_view(combobox: Combobox, go: Callback<String>, index: usize, offer: Offer) -> AnyView {
    let lang = danish();
    let address = combobox.address(&offer);
    let content = match offer {
        Offer::Service(edge) => view! {
            <span class="offer-name" lang=lang>{edge.node.name}</span>
            <span class="offer-about">
                <SectorSign sector=edge.node.organisation.sector/>
                <span lang=lang>{edge.node.organisation.name}</span>
            </span>
            <MatchNote matches=edge.matches/>
        }
        .into_any(),
        Offer::Word(word) => view! {
            <span class="offer-about">{text!(start.search_for)} " «" <span lang=lang>{word}</span> "»"</span>
        }
        .into_any(),
        Offer::All(total) => view! {
            <span class="offer-all">
                {text_by(move |locale| {
                    counted!(locale, total, start.show_one, start.show_all)
                })} {icon(Icon::ArrowRight)}
            </span>
        }
        .into_any(),
    };
    let is_active = move || combobox.active.get() == Some(index);
    view! {
        <li
            id=offer_id(index)
            role="option"
            class="offer"
            aria-selected=move || if is_active() { "true" } else { "false" }
            // Before the field loses the focus and the list closes.
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| go.run(address.clone())
        >
            {content}
        </li>
    }
    .into_any()
}
