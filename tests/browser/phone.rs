//! One-handed on a phone of 360 × 740: from a word to a number to press.

use serde_json::Value;

use crate::harness::{Browser, Name, journey};
use crate::search::hits;

/// Least height of what a thumb presses, in pixels (WCAG 2.5.5).
const THUMB: f64 = 44.0;

#[tokio::test]
async fn a_word_leads_to_a_number_to_press() {
    journey(|browser| async move {
        browser.become_phone().await;
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        assert_eq!(browser.sideways().await, None, "the start page scrolls sideways");
        let field = browser.find("combobox", Name::Begins("Skriv, hvad det handler om")).await;
        field.send_keys("hash").await.expect("typed");
        browser.find("option", Name::Begins("Center for misbrug")).await;
        assert_eq!(browser.sideways().await, None, "the start page with its list scrolls sideways");

        browser.press("option", Name::Begins("Vis alle")).await;
        browser.shows("Tilbud").await;
        assert_eq!(hits(&browser).await[0], "Center for misbrug");
        assert_eq!(browser.sideways().await, None, "the list scrolls sideways");
        can_be_pressed(&browser, "Ring 76 16 64 00").await;

        browser.press("link", "Center for misbrug").await;
        browser.shows("Center for misbrug").await;
        assert_eq!(browser.sideways().await, None, "the service's page scrolls sideways");
        can_be_pressed(&browser, "Ring 76 16 64 00").await;
        let bar = browser.find("link", "Ring 76 16 64 00").await;
        let in_sight = "const box = arguments[0].getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight";
        let seen = browser.js(in_sight, vec![serde_json::to_value(&bar).expect("an element")]).await;
        assert_eq!(seen, Value::Bool(true), "the number is within reach without scrolling");
    })
    .await;
}

#[tokio::test]
async fn everyday_words_have_useful_first_hits() {
    journey(|browser| async move {
        browser.become_phone().await;
        is_useful(&browser, "esbjerg", "gæld", 1, &["Bydelsprojektet"]).await;
        let beds = ["Forsorgshjemmet", "Fønix", "Skjoldbo", "Refugiet"];
        is_useful(&browser, "esbjerg", "seng for natten", 1, &beds).await;
        is_useful(&browser, "esbjerg", "SKP", 1, &["Kraftcenter", "Oqqumut"]).await;
        is_useful(&browser, "aabenraa", "SKP", 1, &["Aabenraa Kommunes udsattekonsulenter"]).await;
        let debt =
            ["Retshjælp på Aabenraa Bibliotek", "Socialpædagogisk støtte", "Beskæftigelsesrettet mentor"];
        is_useful(&browser, "aabenraa", "gæld", 3, &debt).await;
        is_useful(&browser, "aabenraa", "seng for natten", 3, &["Bopladsen", "Overgangsbolig"]).await;
    })
    .await;
}

/// Typed on the start page, the words offer one of the useful services among the first.
async fn is_useful(browser: &Browser, municipality: &str, words: &str, first: usize, useful: &[&str]) {
    browser.open(&format!("/{municipality}")).await;
    browser.shows("Hvem kan hjælpe?").await;
    let field = browser.find("combobox", Name::Begins("Skriv, hvad det handler om")).await;
    field.send_keys(words).await.expect("typed");
    browser.find("option", Name::Begins("Vis ")).await;
    let mut names = Vec::new();
    for offer in browser.all("option", Name::Has("")).await.iter().take(first) {
        names.push(browser.name_of(offer).await);
    }
    let is_found = names.iter().any(|name| useful.iter().any(|start| name.starts_with(start)));
    assert!(is_found, "{words:?} in {municipality} gives {names:?} first");
}

/// Every link with this name calls, is large enough for a thumb and lies within the window's width.
async fn can_be_pressed(browser: &Browser, name: &str) {
    browser.find("link", Name::Begins(name)).await;
    for link in browser.all("link", Name::Begins(name)).await {
        assert_eq!(link.attr("href").await.expect("an address").as_deref(), Some("tel:+4576166400"));
        let (left, _, width, height) = link.rectangle().await.expect("a place");
        assert!(height >= THUMB && width >= THUMB, "{name} is {width} × {height}");
        assert!(left >= 0.0 && left + width <= 360.0, "{name} reaches from {left} to {}", left + width);
    }
}
