//! axe finds nothing on any page, wide or narrow, in either language.

use crate::harness::{Browser, Findings, Language, Name, PAGES, journey};

#[tokio::test]
async fn every_page_in_danish() {
    journey(|browser| async move { every_page(browser, Language::Danish).await }).await;
}

#[tokio::test]
async fn every_page_in_english() {
    journey(|browser| async move { every_page(browser, Language::English).await }).await;
}

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

async fn every_page(browser: Browser, language: Language) {
    browser.bring_axe().await;
    let mut findings = Findings::default();
    for page in &PAGES {
        browser.resize(1440, 900).await;
        browser.visit(page, language).await;
        for width in [1440, 360] {
            browser.resize(width, 800).await;
            findings.look(&format!("{} at {width}", page.name), &browser).await;
        }
    }
    findings.are_none();
}
