//! Danish and English: everything changes and is remembered.

use crate::harness::{Browser, Name, journey};

#[tokio::test]
async fn the_language_changes_at_once_and_is_remembered() {
    journey(|browser| async move {
        browser.open("/esbjerg/tilbud/center-for-misbrug").await;
        browser.shows("Center for misbrug").await;
        assert_eq!(lang(&browser).await, "da");
        browser.find("heading", "Sådan får du fat i dem").await;
        browser.press("button", "English").await;
        browser.find("heading", "How to reach them").await;
        browser.is_gone("heading", "Sådan får du fat i dem").await;
        assert_eq!(lang(&browser).await, "en");

        browser.reload().await;
        browser.find("heading", "How to reach them").await;
        assert_eq!(lang(&browser).await, "en", "remembered");
        browser.press("link", "Contacts").await;
        browser.shows("Contacts").await;
        assert_eq!(browser.client.title().await.expect("a title"), "Contacts – Esbjerg Kommune – Tovholder");

        browser.press("button", "Dansk").await;
        browser.shows("Kontakter").await;
        assert_eq!(lang(&browser).await, "da");
        browser.reload().await;
        browser.shows("Kontakter").await;
        browser.find("link", Name::Is("Organisationer")).await;
    })
    .await;
}

async fn lang(browser: &Browser) -> String {
    browser.text("return document.documentElement.lang").await
}
