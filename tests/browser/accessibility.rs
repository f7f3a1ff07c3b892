//! axe finds nothing in what opens on a page either.

use crate::harness::{Findings, Name, journey};

#[tokio::test]
async fn what_opens_on_a_page() {
    journey(|browser| async move {
        browser.bring_axe().await;
        let mut findings = Findings::default();
        browser.resize(1440, 900).await;
        browser.open("/aabenraa").await;
        browser.shows("Hvem kan hjælpe?").await;
        let field = browser.find("combobox", Name::Begins("Skriv, hvad det handler om")).await;
        field.send_keys("tandlæge").await.expect("typed");
        browser.find("option", Name::Begins("Socialtandpleje")).await;
        findings.look("the offers", &browser).await;
        browser.press("button", "Kommune: Aabenraa Kommune").await;
        browser.find("link", "Esbjerg Kommune").await;
        findings.look("the municipalities", &browser).await;

        browser.resize(360, 740).await;
        browser.open("/aabenraa/tilbud?tema=sundhed").await;
        browser.shows("Tilbud").await;
        browser.press("button", "Filtrér (1 valgt)").await;
        browser.press("button", "Organisation").await;
        browser.find("checkbox", Name::Begins("Åbent nu")).await;
        findings.look("the filters", &browser).await;
        browser.press("button", "Menu").await;
        browser.find("dialog", "Menu").await;
        findings.look("the menu", &browser).await;
        findings.are_none();
    })
    .await;
}
