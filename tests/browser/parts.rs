//! The app comes in parts: a visitor loads what visitors read, and the pages of those who sign in come when they are
//! asked for. One that does not come is told, and had when the reason is gone.

use std::path::PathBuf;

use serde_json::Value;

use crate::harness::{Browser, Name, journey};

/// The most that a visitor may have to fetch before the app can be used, in bytes of Brotli, fonts not counted.
const BUDGET: u64 = 450_000;

#[test]
fn the_first_page_keeps_within_its_budget() {
    let folder = std::env::var_os("TOVHOLDER_TEST_APP").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/app"));
    let list = std::fs::read(folder.join("manifest.json")).expect("the bundle's list; `cargo xtask app`");
    let list: Vec<Value> = serde_json::from_slice(&list).expect("the bundle's list in JSON");
    let path = |file: &Value| file["path"].as_str().unwrap_or_default().to_owned();
    let first = list.iter().filter(|file| file["is_first"] == true && !path(file).ends_with(".woff2"));
    let sizes: Vec<_> = first.map(|file| (path(file), file["br"].as_u64().expect("a size"))).collect();
    let total: u64 = sizes.iter().map(|(_, size)| size).sum();
    assert!(sizes.iter().any(|(path, _)| path.ends_with(".wasm")), "the app is among {sizes:?}");
    assert!(total <= BUDGET, "{total} bytes: {sizes:#?}");
}

#[tokio::test]
async fn a_visitor_loads_no_part_of_the_pages_behind_the_sign_in() {
    journey(|browser| async move {
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        assert_eq!(webassembly(&browser).await.len(), 1, "one file of WebAssembly for the first page");
        browser.open("/esbjerg/tilbud").await;
        browser.shows("Tilbud").await;
        browser.press("link", "Alkoholambulatorium").await;
        browser.shows("Alkoholambulatorium").await;
        browser.press("link", "Organisationer").await;
        browser.shows("Organisationer").await;
        browser.press("link", "Kontakter").await;
        browser.shows("Kontakter").await;
        assert_eq!(parts(&browser).await, [""; 0], "no part for the pages of the directory");
        is_kept_by_the_worker(&browser).await;
        assert_eq!(kept_parts(&browser).await, [""; 0], "no part for reading without a network");

        browser.press("link", "Log ind").await;
        browser.shows("Log ind").await;
        let loaded = parts(&browser).await;
        assert!(loaded.iter().any(|part| part.starts_with("/assets/part-identity-")), "{loaded:?}");
        assert!(!loaded.iter().any(|part| part.starts_with("/assets/part-editing-")), "{loaded:?}");
        let is_kept = async || (kept_parts(&browser).await == loaded).then_some(());
        browser.until("a part that is kept", is_kept).await;
    })
    .await;
}

#[tokio::test]
async fn a_part_that_does_not_come_is_told_and_had_later() {
    journey(|browser| async move {
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.lose_connection().await;
        browser.press("link", "Log ind").await;
        browser.shows("Siden kan ikke vises").await;
        browser.says("Vi kan ikke få forbindelse").await;
        browser.mend_connection().await;
        browser.press("button", "Prøv igen").await;
        browser.shows("Log ind").await;
        let log = browser.session.log().await;
        assert!(log.iter().all(is_a_failed_request), "{log:#?}");
    })
    .await;
}

#[tokio::test]
async fn a_part_of_an_app_that_was_renewed_is_told() {
    journey(|browser| async move {
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        let renew = "const real = window.fetch;
            window.fetch = (what, ...more) => String(what).includes('/assets/part-')
                ? Promise.resolve(new Response('Not found', { status: 404 }))
                : real.call(window, what, ...more);";
        browser.js(renew, vec![]).await;
        browser.press("link", "Log ind").await;
        browser.says("Siden er blevet fornyet, mens du brugte den").await;
        let log = browser.session.log().await;
        assert!(log.iter().all(is_a_failed_request), "{log:#?}");
        browser.reload().await;
        browser.shows("Log ind").await;
        browser.find("textbox", Name::Begins("E-mail")).await;
    })
    .await;
}

/// Paths of the WebAssembly that the page has loaded since it was opened.
async fn webassembly(browser: &Browser) -> Vec<String> {
    let script = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith('.wasm')).filter((path, at, all) => all.indexOf(path) === at).sort()";
    paths(browser, script).await
}

/// Those of them that not everybody needs.
async fn parts(browser: &Browser) -> Vec<String> {
    let all = webassembly(browser).await;
    all.into_iter().filter(|path| path.starts_with("/assets/part-")).collect()
}

/// The parts that are kept for reading without a network.
async fn kept_parts(browser: &Browser) -> Vec<String> {
    let script = "return caches.keys()
        .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
        .then((lists) => lists.flat().map(({ url }) => new URL(url).pathname)
            .filter((path) => path.startsWith('/assets/part-')).sort())";
    paths(browser, script).await
}

async fn paths(browser: &Browser, script: &str) -> Vec<String> {
    let paths = browser.js(script, vec![]).await;
    serde_json::from_value(paths).expect("a list of paths")
}

/// Waits until the service worker stands between the page and the network.
async fn is_kept_by_the_worker(browser: &Browser) {
    let script = "return Boolean(navigator.serviceWorker.controller)";
    let is_there = async || (browser.js(script, vec![]).await == Value::Bool(true)).then_some(());
    browser.until("a service worker at work", is_there).await;
}

/// Whether a line of the console tells of nothing but a request that failed.
fn is_a_failed_request(line: &Value) -> bool {
    let message = line["message"].as_str().unwrap_or_default();
    let is_about_a_part =
        message.contains("Failed to fetch") || message.contains("HTTP status code is not ok");
    line["level"] != "SEVERE" || line["source"] == "network" || is_about_a_part
}
