//! The way in, or the name of who is signed in with what is theirs: account, what they look after, the way out.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::directory::here::use_here;
use crate::identity::viewer::{Standing, use_viewer};
use crate::language::Text;
use crate::ui::icon::{Icon, icon};
use crate::ui::overflow_menu::OverflowMenu;
use crate::{routes, text};

/// *Log ind*, or the menu. Only its room until it is known which, so that nothing jumps.
#[component]
pub(crate) fn AccountMenu() -> impl IntoView {
    let viewer = use_viewer();
    let standing = Memo::new(move |_| viewer.standing());
    move || {
        match standing.get() {
        Standing::Awaited | Standing::Failed(_) => {
            view! { <span class="function-link sign-in-link is-awaited" aria-hidden="true">{text!(identity.sign_in)}</span> }
                .into_any()
        }
        Standing::Visitor => view! { <SignInLink/> }.into_any(),
        Standing::SignedIn(_) => view! { <PersonMenu/> }.into_any(),
    }
    }
}

#[component]
fn SignInLink() -> impl IntoView {
    let location = use_location();
    let href = move || {
        let path = location.pathname.get();
        if [routes::SIGN_IN, routes::FORGOTTEN].contains(&path.as_str()) || path.starts_with("/adgang/") {
            return routes::SIGN_IN.to_owned();
        }
        routes::sign_in_then(&format!("{path}{}", location.query.get().to_query_string()))
    };
    view! {
        <a class="function-link sign-in-link" href=href>
            {icon(Icon::Person)}
            <span>{text!(identity.sign_in)}</span>
        </a>
    }
}

#[component]
fn PersonMenu() -> impl IntoView {
    let viewer = use_viewer();
    let name = Memo::new(move |_| viewer.me().map(|me| me.person.name).unwrap_or_default());
    let button = view! {
        {icon(Icon::Person)}
        <span class="account-name">{name}</span>
        {icon(Icon::ChevronDown)}
    };
    view! {
        <OverflowMenu
            id="account-menu"
            class="overflow-menu--open-left header-menu account-menu"
            button=button.into_any()
            list=|| view! { <PersonList/> }.into_any()
        />
    }
}

/// What the menu opens.
#[component]
fn PersonList() -> impl IntoView {
    let viewer = use_viewer();
    let here = use_here();
    let may = Memo::new(move |_| viewer.may());
    let is_administrator = Memo::new(move |_| viewer.is_administrator());
    let has_failed = RwSignal::new(false);
    let sign_out = move |_| {
        leptos::task::spawn_local(async move {
            if viewer.sign_out().await.is_err() {
                let _ = has_failed.try_set(true);
            }
        });
    };
    let looked_after = move || {
        let (may, slug) = (may.get(), here.slug());
        let entries = [
            (may.propose || may.decide_proposals)
                .then(|| link(text!(editing.proposals), routes::proposals(&slug))),
            may.edit_directory.then(|| link(text!(editing.overdue), routes::overdue(&slug))),
            may.see_history.then(|| link(text!(editing.history), routes::history(&slug))),
            may.see_history.then(|| link(text!(exchange.editions), routes::editions(&slug))),
            may.edit_directory.then(|| link(text!(exchange.title), routes::exchange(&slug))),
            may.edit_directory.then(|| link(text!(editing.themes), routes::themes(&slug))),
            may.edit_directory.then(|| link(text!(editing.target_groups), routes::target_groups(&slug))),
            may.edit_directory.then(|| link(text!(editing.thesaurus), routes::thesaurus(&slug))),
        ];
        let framework = [
            may.edit_directory.then(|| link(text!(shell.framework_write), routes::framework_draft(&slug))),
            may.see_history.then(|| link(text!(shell.plans), routes::plans(&slug))),
        ];
        let municipality = [
            may.manage_people.then(|| link(text!(identity.people), routes::people(&slug))),
            may.change_settings.then(|| link(text!(identity.settings), routes::settings(&slug))),
            may.read_audit.then(|| link(text!(identity.audit), routes::audit(&slug))),
            is_administrator
                .get()
                .then(|| link(text!(exchange.new_municipality), routes::NEW_MUNICIPALITY.to_owned())),
        ];
        let entries =
            group("menu-entries", text!(shell.menu_entries), entries.into_iter().flatten().collect());
        let framework =
            group("menu-framework", text!(shell.menu_framework), framework.into_iter().flatten().collect());
        let municipality = group(
            "menu-municipality",
            text!(shell.menu_municipality),
            municipality.into_iter().flatten().collect(),
        );
        view! { {framework} {entries} {municipality} }
    };
    view! {
        <ul class="overflow-list">
            {link(text!(identity.account), routes::ACCOUNT.to_owned())}
            {looked_after}
            <li>
                <button type="button" on:click=sign_out>{text!(identity.sign_out)}</button>
                <p role="status" class="small-text">
                    {move || has_failed.get().then(|| text!(identity.sign_out_failed))}
                </p>
            </li>
        </ul>
    }
}

/// Links that belong together under a heading; nothing where there are none.
fn group(id: &'static str, heading: Text, links: Vec<AnyView>) -> Option<AnyView> {
    (!links.is_empty()).then(|| {
        view! {
            <li class="menu-group">
                <p class="menu-heading" id=id>{heading}</p>
                <ul aria-labelledby=id>{links}</ul>
            </li>
        }
        .into_any()
    })
}

fn link(name: Text, href: String) -> AnyView {
    let path = use_location().pathname;
    let place = href.clone();
    let current = move || (path.get() == place).then_some("page");
    view! { <li><a href=href aria-current=current>{name}</a></li> }.into_any()
}
