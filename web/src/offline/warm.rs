//! Fills the store of answers with the directory of the municipality the reader is in, so that it can be opened
//! without a network: the catalogue, the lists, and each service's page. One at a time, when nothing else goes on,
//! once a day for each state of the directory, and never when the reader asked to save data.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{keep_page, workers};
use crate::api::{Api, use_api};
use crate::clock;
use crate::directory::contact::look_up_page::first_contacts;
use crate::directory::here::use_here;
use crate::directory::list::hits::first_page;
use crate::directory::queries::{municipality, organisations, service};
use crate::directory::search::Search;
use crate::routes;
use crate::ui::storage;

/// How long the reader has been on the page before anything is fetched ahead.
pub(super) const REST: Duration = Duration::from_secs(4);

/// Watches which municipality the reader is in; call once.
pub(crate) fn begin() {
    let api = use_api();
    let here = use_here();
    Effect::new(move |before: Option<Option<String>>| {
        let known = here.known();
        let slug = known.as_ref().map(|municipality| municipality.slug.clone());
        if let (Some(known), true) = (known, before.flatten() != slug) {
            let state = format!("{} {}", known.directory_updated_at, clock::today());
            set_timeout(move || leptos::task::spawn_local(fill(api, known.slug, state)), REST);
        }
        slug
    });
}

/// Under which names it is remembered what has been kept, each with its municipality's slug behind.
const REMEMBERED: &str = "tovholder.kept.";

/// Fills the store anew the next time.
pub(super) fn forget() {
    storage::forget_all(REMEMBERED);
}

/// How often to look whether the service worker is there, and how many milliseconds between.
const TRIES: u32 = 20;
const PAUSE: i32 = 500;

async fn fill(api: Api, slug: String, state: String) {
    if saves_data() || !has_worker().await {
        return;
    }
    keep_page(&routes::catalogue(&slug));
    let remembered = format!("{REMEMBERED}{slug}");
    if storage::recall(&remembered).as_deref() == Some(&state) {
        return;
    }
    if fetch_all(api, &slug).await {
        storage::remember(&remembered, &state);
    }
}

/// Waits until the service worker stands between the page and the network; at its first visit that takes a moment.
pub(super) async fn has_worker() -> bool {
    for _ in 0..TRIES {
        if workers().is_some_and(|workers| workers.controller().is_some()) {
            return true;
        }
        let mut wait = |resolve: js_sys::Function, _| {
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAUSE);
        };
        let _ = JsFuture::from(js_sys::Promise::new(&mut wait)).await;
    }
    false
}

/// Fetches all, one after the other; stops when the connection is lost.
async fn fetch_all(api: Api, slug: &str) -> bool {
    let lists = api.keep(municipality::one(slug.to_owned())).await
        && api.keep(municipality::counts(slug.to_owned())).await
        && api.keep(first_page(slug, &Search::default())).await
        && api.keep(organisations::page(slug.to_owned(), None)).await
        && api.keep(first_contacts(slug)).await;
    let Ok(answer) = api.ask(service::slugs(slug.to_owned())).await else { return false };
    let services = answer.municipality.map(|municipality| municipality.services.nodes).unwrap_or_default();
    for one in services {
        if !lists || !api.keep(service::one(slug.to_owned(), one.slug)).await {
            return false;
        }
    }
    lists
}

/// Whether the reader asked the browser to save data.
pub(super) fn saves_data() -> bool {
    let read = |from: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).ok();
    let connection = read(&window().navigator(), "connection").filter(|value| value.is_object());
    connection.and_then(|connection| read(&connection, "saveData")).is_some_and(|value| value.is_truthy())
}
