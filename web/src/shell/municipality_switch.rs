//! The municipality the reader is in, and the way to another: the design system's overflow menu.

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::directory::queries::municipality;
use crate::ui::icon::{Icon, icon};
use crate::{routes, text};

/// A button with the municipality's name that opens the list of all.
#[component]
pub(crate) fn MunicipalitySwitch() -> impl IntoView {
    let here = use_here();
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let whole = NodeRef::<html::Div>::new();
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        open.set(false);
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        }
    };
    let outside = window_event_listener(leptos::ev::click, move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let is_inside = whole.get_untracked().is_some_and(|whole| whole.contains(pressed.as_ref()));
        if !is_inside {
            let _ = open.try_set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let name = move || here.name().unwrap_or_else(|| String::from("…"));
    view! {
        <div class="overflow-menu overflow-menu--open-right municipality-switch" node_ref=whole on:keydown=on_key>
            <button
                type="button"
                class="button-overflow-menu"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls="municipalities"
                node_ref=button
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span class="sr-only">{text!(shell.municipality)} " "</span>
                <span lang="da">{name}</span>
                {icon(Icon::ChevronDown)}
            </button>
            <div class="overflow-menu-inner" class:collapsed=move || !open.get() id="municipalities">
                {move || open.get().then(|| view! { <Municipalities/> })}
            </div>
        </div>
    }
}

/// The list, asked for when it is first opened.
#[component]
fn Municipalities() -> impl IntoView {
    let here = use_here();
    let api = use_api();
    let all = remote(api, move || (String::new(), api.ask(municipality::all())));
    let links = move || {
        let answer = all.known()?;
        let links = answer.municipalities.iter().map(|one| {
            let slug = one.slug.clone();
            let is_here = move || (here.slug() == slug).then_some("true");
            view! {
                <li>
                    <a href=routes::start(&one.slug) lang="da" aria-current=is_here>{one.name.clone()}</a>
                </li>
            }
        });
        Some(links.collect_view())
    };
    view! {
        <ul class="overflow-list">
            {links}
            <li>
                <a href=routes::CHOOSE>{text!(shell.all_municipalities)}</a>
            </li>
        </ul>
    }
}
