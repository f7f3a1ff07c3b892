//! From an everyday word to the one to call, and back.

use crate::harness::{Browser, Name, journey, key};

const FIELD: Name = Name::Begins("Skriv, hvad det handler om");

#[tokio::test]
async fn a_word_leads_to_the_right_contact() {
    journey(|browser| async move {
        browser.open("/aabenraa").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.find("combobox", FIELD).await.send_keys("tandlæge").await.expect("typed");
        browser.find("option", Name::Begins("Socialtandpleje")).await;
        let offers = browser.all("option", Name::Has("")).await;
        assert!(browser.name_of(&offers[0]).await.starts_with("Socialtandpleje"), "it is the first");

        offers[0].click().await.expect("chosen");
        browser.shows("Socialtandpleje").await;
        browser.is_at("/aabenraa/tilbud/socialtandpleje").await;
        let title = browser.client.title().await.expect("a title");
        assert_eq!(title, "Socialtandpleje – Aabenraa Kommune – Tovholder");
        let words = browser.words().await;
        let person = words.find("Michael Nordberg Jeppesen").expect("the contact");
        assert!(words[person..].contains("Specialkonsulent"), "with title: {words}");

        browser.back().await;
        browser.shows("Hvem kan hjælpe?").await;
        let field = browser.find("combobox", FIELD).await;
        let typed = field.prop("value").await.expect("a field").unwrap_or_default();
        assert_eq!(typed, "tandlæge", "the words are still there after going back to the start page");
    })
    .await;
}

#[tokio::test]
async fn the_list_is_in_the_address_and_back_returns_to_it() {
    journey(|browser| async move {
        browser.open("/aabenraa").await;
        browser.find("combobox", FIELD).await.send_keys("tandlæge").await.expect("typed");
        browser.strike(key::ENTER).await;
        browser.shows("Tilbud").await;
        browser.is_at("/aabenraa/tilbud?q=tandlæge").await;
        let first = hits(&browser).await;
        assert_eq!(first[0], "Socialtandpleje");

        browser.press("link", "Socialtandpleje").await;
        browser.shows("Socialtandpleje").await;
        browser.back().await;
        browser.shows("Tilbud").await;
        browser.is_at("/aabenraa/tilbud?q=tandlæge").await;
        let field = browser.find("searchbox", "Hvad har du brug for?").await;
        assert_eq!(
            field.prop("value").await.expect("a field").as_deref(),
            Some("tandlæge"),
            "the words are kept"
        );
        assert_eq!(hits(&browser).await, first, "and so are the hits");
    })
    .await;
}

#[tokio::test]
async fn a_deep_link_shows_the_same_list() {
    journey(|browser| async move {
        browser.open("/aabenraa/tilbud").await;
        browser.shows("Tilbud").await;
        browser.find("searchbox", "Hvad har du brug for?").await.send_keys("bolig").await.expect("typed");
        browser.find("heading", Name::Has("«bolig»")).await;
        browser.press("checkbox", Name::Begins("Kræver henvisning")).await;
        browser.is_at("/aabenraa/tilbud?q=bolig&adgang=henvisning").await;
        let summary = Name::Has("«bolig», med henvisning");
        let heading = browser.find("heading", summary).await;
        let (said, shown) = (browser.name_of(&heading).await, hits(&browser).await);

        browser.open(&browser.place().await).await;
        let heading = browser.find("heading", summary).await;
        assert_eq!(browser.name_of(&heading).await, said);
        assert_eq!(hits(&browser).await, shown);
    })
    .await;
}

/// The names of the hits shown, in their order.
pub async fn hits(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main article h3')].map((one) => one.innerText.trim()).join('|')";
    let names = async || Some(browser.text(script).await).filter(|names| !names.is_empty());
    browser.until("hits", names).await.split('|').map(str::to_owned).collect()
}
