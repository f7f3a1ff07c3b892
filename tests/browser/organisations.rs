//! Who does what: the tree of organisations, and the contacts.

use crate::harness::{Name, journey};

#[tokio::test]
async fn an_organisation_shows_its_place_and_its_services() {
    journey(|browser| async move {
        browser.open("/aabenraa").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.press("link", "Organisationer").await;
        browser.shows("Organisationer").await;
        browser.find("heading", "Frivillig").await;
        browser.press("link", "Center for Socialpsykiatri og Rusmiddel").await;
        browser.shows("Center for Socialpsykiatri og Rusmiddel").await;
        browser.is_at("/aabenraa/organisationer/center-for-socialpsykiatri-og-rusmiddel").await;

        browser.find("navigation", "Brødkrumme").await;
        browser.find("link", "Social & Sundhed").await;
        browser.find("heading", "Tilbud").await;
        browser.press("link", "Rusmiddelcenter Aabenraa").await;
        browser.shows("Rusmiddelcenter Aabenraa").await;
        browser.press("link", "Center for Socialpsykiatri og Rusmiddel").await;
        browser.shows("Center for Socialpsykiatri og Rusmiddel").await;

        browser.press("link", "Social & Sundhed").await;
        browser.shows("Social & Sundhed").await;
        browser.find("heading", "Det hører under").await;
        browser.press("link", Name::Begins("Se alle ")).await;
        browser.shows("Tilbud").await;
        browser.is_at("/aabenraa/tilbud?organisation=social-og-sundhed").await;
        browser.find("heading", Name::Has("tilbud hos Social & Sundhed")).await;
    })
    .await;
}

#[tokio::test]
async fn a_name_leads_to_a_number() {
    journey(|browser| async move {
        browser.open("/esbjerg").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.press("link", "Kontakter").await;
        browser.shows("Kontakter").await;
        let field = browser.find("searchbox", Name::Begins("Hvem vil du have fat i?")).await;
        field.send_keys("Heidi").await.expect("typed");
        browser.is_at("/esbjerg/kontakter?q=Heidi").await;
        browser.find("heading", Name::Has("kontakt")).await;
        browser.find("heading", "Heidi Conradsen").await;
        let names = browser.text("return document.querySelector('main article h3').innerText").await;
        assert_eq!(names, "Heidi Conradsen", "she is the first");
        browser.says("Projektleder").await;
        let call = browser.find("link", Name::Begins("Ring 27 24 53 17")).await;
        assert_eq!(call.attr("href").await.expect("an address").as_deref(), Some("tel:+4527245317"));

        browser.reload().await;
        browser.find("heading", "Heidi Conradsen").await;
        browser.press("link", "Oqqumut").await;
        browser.shows("Oqqumut").await;
        browser.back().await;
        browser.find("heading", "Heidi Conradsen").await;

        browser.open("/esbjerg/kontakter?q=xyzzyqwv").await;
        browser.says("Vi fandt ingen kontakt").await;
        browser.press("link", "Søg i stedet i tilbuddene").await;
        browser.is_at("/esbjerg/tilbud?q=xyzzyqwv").await;
    })
    .await;
}
