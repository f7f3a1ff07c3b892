//! The main menu's links: services, organisations, contacts, the framework, and the catalogue, which the server renders.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::directory::here::use_here;
use crate::language::Text;
use crate::{routes, text};

/// Where the menu stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the header.
    Header,
    /// In the drawer, with the start page as well.
    Drawer,
}

/// The list of links.
#[component]
pub(crate) fn Navigation(place: Place) -> impl IntoView {
    let here = use_here();
    let link = |name: Text, to: fn(&str) -> String| view! { <NavigationLink name=name to=to/> };
    view! {
        <ul class="mainmenu">
            {(place == Place::Drawer).then(|| link(text!(shell.start), routes::start))}
            {link(text!(shell.services), |m| routes::services(m, ""))}
            {link(text!(shell.organisations), routes::organisations)}
            {link(text!(shell.contacts), routes::contacts)}
            {link(text!(shell.framework), routes::framework)}
            <li>
                <a href=move || routes::catalogue(&here.slug()) class="nav-link" rel="external">
                    <span>{text!(shell.catalogue)}</span>
                </a>
            </li>
        </ul>
    }
}

/// One link; it knows whether the reader is on its page or below it.
#[component]
fn NavigationLink(name: Text, to: fn(&str) -> String) -> impl IntoView {
    let here = use_here();
    let path = use_location().pathname;
    let href = Memo::new(move |_| to(&here.slug()));
    let is_current = Memo::new(move |_| path.get() == href.get());
    let is_above = Memo::new(move |_| {
        let is_start = href.get() == routes::start(&here.slug());
        is_current.get() || (!is_start && path.get().starts_with(&format!("{}/", href.get())))
    });
    let current = move || match (is_current.get(), is_above.get()) {
        (true, _) => Some("page"),
        (false, true) => Some("true"),
        _ => None,
    };
    view! {
        <li class:active=is_above class:current=is_current>
            <a href=href class="nav-link" aria-current=current>
                <span>{name}</span>
            </a>
        </li>
    }
}
