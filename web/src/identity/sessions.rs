//! The browsers one is signed in with, and the way out of each.

use leptos::prelude::*;

use super::browser_name;
use super::queries::account::{Session, SessionRevokeInput, revoke_all, session_revoke};
use super::viewer::{CurrentViewer, use_viewer};
use crate::api::use_api;
use crate::clock;
use crate::format::words;
use crate::language::{Locale, td_string, text_by};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::sure_button::SureButton;

/// The list, and the way out of all.
#[component]
pub(crate) fn Sessions(sessions: Memo<Vec<Session>>) -> impl IntoView {
    let api = use_api();
    let attempt = Attempt::new(|_, _, _| None);
    let everywhere = Callback::new(move |()| {
        let work = async move { Ok(((), api.send(revoke_all()).await?.session_revoke_all.user_errors)) };
        attempt.run(work, |()| CurrentViewer::begin_anew());
    });
    view! {
        <AttemptErrors attempt=attempt fields=&[]/>
        <ul class="nobullet-list own-cards no-max-width">
            <For
                each=move || sessions.get()
                key=|session: &Session| format!("{session:?}")
                children=move |session| view! { <SessionCard session=session attempt=attempt/> }
            />
        </ul>
        <p>{text!(identity.sessions_hint)}</p>
        <SureButton
            label=text!(identity.sign_out_everywhere)
            sure=text!(identity.sign_out_everywhere_sure)
            about=String::new()
            act=everywhere
        />
    }
}

#[component]
fn SessionCard(session: Session, attempt: Attempt) -> impl IntoView {
    let api = use_api();
    let viewer = use_viewer();
    let Session { id, created_at, last_seen_at, address, user_agent, is_this_one } = session;
    let agent = user_agent.unwrap_or_default();
    let name = text_by(move |locale| browser(locale, &agent));
    let times = text_by(move |locale| {
        let today = clock::today();
        let since = words::near_moment(locale, created_at, today);
        let seen = words::near_moment(locale, last_seen_at, today);
        td_string!(locale, identity.session_times, since = since, seen = seen)
    });
    let end = move |_| {
        let input = SessionRevokeInput { id: id.clone() };
        let work =
            async move { Ok(((), api.send(session_revoke::ask(input)).await?.session_revoke.user_errors)) };
        attempt.run(work, move |()| viewer.has_changed());
    };
    let way_out = if is_this_one {
        view! { <p class="this-browser">{text!(identity.this_browser)}</p> }.into_any()
    } else {
        view! {
            <button type="button" class="button button-secondary" on:click=end>
                {text!(identity.sign_out)}
                <span class="sr-only">" " {name}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <li class="card own-card">
            <div class="card-content">
                <h3 class="h4 card-heading">{name}</h3>
                <p>{times}</p>
                {address.map(|address| view! { <p class="small-text">{text!(identity.from_address)} " " {address}</p> })}
                {way_out}
            </div>
        </li>
    }
}

/// `Chrome på Windows`.
fn browser(locale: Locale, user_agent: &str) -> String {
    match browser_name::of(user_agent) {
        ("", "") => td_string!(locale, identity.browser_unknown).to_owned(),
        ("", system) => system.to_owned(),
        (browser, "") => browser.to_owned(),
        (browser, system) => td_string!(locale, identity.browser_on, browser = browser, system = system),
    }
}
