//! Without a network: what was seen, and all of the directory, can still be read, and says how old it is. The network
//! is taken away in earnest: the service is stopped.

use std::time::Duration;

use serde_json::Value;

use crate::harness::{Browser, Name, journey};
use crate::search::hits;

/// The app fills its store some seconds after the page has come to rest, and tries the connection twice a minute.
const LONG: Duration = Duration::from_secs(60);

#[tokio::test]
async fn the_directory_is_readable_without_a_network() {
    journey(|browser| async move {
        browser.open("/esbjerg/tilbud").await;
        browser.shows("Tilbud").await;
        let list = hits(&browser).await;
        browser.press("link", "Alkoholambulatorium").await;
        browser.shows("Alkoholambulatorium").await;
        everything_is_kept(&browser).await;
        browser.lose_connection().await;

        browser.reload().await;
        browser.shows("Alkoholambulatorium").await;
        let told = format!("Du er uden forbindelse. Du ser oplysninger fra {} kl. ", today(&browser).await);
        browser.says(&told).await;
        browser.find("link", Name::Begins("Ring ")).await;

        browser.open("/esbjerg/tilbud").await;
        browser.shows("Tilbud").await;
        assert_eq!(hits(&browser).await, list, "the list is the same");
        browser.says(&told).await;

        browser.open("/esbjerg/tilbud/center-for-misbrug").await;
        browser.shows("Center for misbrug").await;
        browser.find("link", Name::Begins("Ring 76 16 64 00")).await;
        browser.press("link", "Organisationer").await;
        browser.shows("Organisationer").await;
        browser.press("link", "Kontakter").await;
        browser.shows("Kontakter").await;
        browser.find("heading", Name::Has(" kontakter")).await;

        browser.press("link", "Læs hele kataloget").await;
        browser.shows("Tilbudsoversigt").await;
        assert!(browser.words().await.contains("Center for misbrug"));
        browser.back().await;
        browser.shows("Kontakter").await;

        browser.says("Du er uden forbindelse.").await;
        browser.mend_connection().await;
        let mended = async || (!browser.words().await.contains("Du er uden forbindelse")).then_some(());
        browser.within(LONG, "the end of the banner", mended).await;
        browser.says("Forbindelsen er tilbage.").await;
        browser.says_no_more("Forbindelsen er tilbage.").await;
    })
    .await;
}

/// The service worker is at work, and the app has noted that it has fetched all of the municipality.
async fn everything_is_kept(browser: &Browser) {
    let kept = "return Boolean(navigator.serviceWorker.controller && localStorage.getItem('tovholder.kept.esbjerg'))";
    let is_kept = async || (browser.js(kept, vec![]).await == Value::Bool(true)).then_some(());
    browser.within(LONG, "a filled store", is_kept).await;
    let catalogue = "return caches.match('/esbjerg/katalog').then(Boolean)";
    let is_kept = async || (browser.js(catalogue, vec![]).await == Value::Bool(true)).then_some(());
    browser.within(LONG, "a kept catalogue", is_kept).await;
}

/// `søndag 22. november 2026`, in Denmark.
async fn today(browser: &Browser) -> String {
    let script =
        "const style = { timeZone: 'Europe/Copenhagen', day: 'numeric', month: 'long', year: 'numeric' };
        const weekday = new Date().toLocaleDateString('da', { timeZone: style.timeZone, weekday: 'long' });
        return `${weekday} ${new Date().toLocaleDateString('da', style)}`";
    browser.text(script).await
}
