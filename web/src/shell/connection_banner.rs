//! Tells that the connection is lost, how old what is shown is, and when it is mended. Read aloud when it changes.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::use_api;
use crate::directory::here::use_here;
use crate::format::words;
use crate::language::{td_string, text_by};
use crate::ui::icon::{Icon, icon};
use crate::{routes, text};

/// How long the good news stands.
const GOOD_NEWS: Duration = Duration::from_secs(6);

/// The banner; empty while all is well.
#[component]
pub(crate) fn ConnectionBanner() -> impl IntoView {
    let here = use_here();
    let connection = use_api().connection;
    let is_mended = RwSignal::new(false);
    Effect::new(move |was_lost: Option<bool>| {
        let is_lost = connection.is_lost();
        if was_lost == Some(true) && !is_lost {
            is_mended.set(true);
            set_timeout(move || is_mended.set(false), GOOD_NEWS);
        } else if is_lost {
            is_mended.set(false);
        }
        is_lost
    });
    let sentence = text_by(move |locale| match connection.shown_from() {
        Some(from) => td_string!(locale, shell.offline_shown_from, time = words::moment(locale, from)),
        None => td_string!(locale, shell.offline).to_owned(),
    });
    let lost = move || {
        view! {
            <div class="connection-banner">
                <div class="container">
                    {icon(Icon::Offline)}
                    <p>{sentence}</p>
                    <Show when=move || here.is_somewhere()>
                        <a href=move || routes::catalogue(&here.slug()) rel="external">
                            {text!(shell.whole_catalogue)}
                        </a>
                    </Show>
                    <button type="button" class="function-link" on:click=move |_| connection.try_again()>
                        {text!(errors.try_again)}
                    </button>
                </div>
            </div>
        }
    };
    let mended = move || {
        view! {
            <div class="connection-banner connection-mended">
                <div class="container">
                    {icon(Icon::Check)}
                    <p>{text!(shell.online_again)}</p>
                </div>
            </div>
        }
    };
    view! {
        <div role="status">
            {move || {
                if connection.is_lost() {
                    Some(lost().into_any())
                } else {
                    is_mended.get().then(|| mended().into_any())
                }
            }}
        </div>
    }
}
