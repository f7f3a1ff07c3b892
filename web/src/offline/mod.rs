//! Reading without a network. The service worker (`service-worker.js`) keeps answers; here it is started, asked to
//! keep the catalogue, and its store is filled with what the reader may need next ([`warm`]).

pub(crate) mod parts;
pub(crate) mod warm;

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::ServiceWorkerContainer;

/// Where the worker is served.
const WORKER: &str = "/sw.js";

/// Starts the service worker once the page has come to rest, where the browser has such.
pub(crate) fn register() {
    set_timeout(
        || {
            if let Some(workers) = workers() {
                leptos::task::spawn_local(async move {
                    let _ = JsFuture::from(workers.register(WORKER)).await;
                });
            }
        },
        std::time::Duration::from_millis(500),
    );
}

/// The browser's service workers; none on an insecure address.
fn workers() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let has_workers = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or_default();
    has_workers.then(|| navigator.service_worker())
}

/// Forgets the answers kept so far: somebody has signed in or out, and what was kept was for somebody else.
pub(crate) fn forget_answers() {
    warm::forget();
    tell("forget", &JsValue::TRUE);
}

/// Asks the worker to keep a page for reading without a network, unless it did lately.
fn keep_page(path: &str) {
    tell("keep", &JsValue::from_str(path));
}

fn tell(what: &str, value: &JsValue) {
    let Some(worker) = workers().and_then(|workers| workers.controller()) else { return };
    let message = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&message, &what.into(), value);
    let _ = worker.post_message(&message);
}
