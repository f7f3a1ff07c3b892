//! The municipality the reader is in, and the way to another.

use leptos::prelude::*;

use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::directory::queries::municipality;
use crate::ui::icon::{Icon, icon};
use crate::ui::overflow_menu::OverflowMenu;
use crate::{routes, text};

/// A button with the municipality's name that opens the list of all.
#[component]
pub(crate) fn MunicipalitySwitch() -> impl IntoView {
    let here = use_here();
    let name = move || here.name().unwrap_or_else(|| String::from("…"));
    let button = view! {
        <span class="sr-only">{text!(shell.municipality)} " "</span>
        <span lang="da">{name}</span>
        {icon(Icon::ChevronDown)}
    };
    view! {
        <OverflowMenu
            id="municipalities"
            class="overflow-menu--open-right header-menu municipality-switch"
            button=button.into_any()
            list=|| view! { <Municipalities/> }.into_any()
        />
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
