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

/// Pages of those who have signed in, with a heading in Danish and in English.
const SIGNED_IN: [(&str, &str, &str); 27] = [
    ("/esbjerg", "Dit skrivebord", "Your desk"),
    ("/konto", "Min konto", "My account"),
    ("/esbjerg/personer", "Personer", "People"),
    ("/esbjerg/indstillinger", "Indstillinger", "Settings"),
    ("/esbjerg/log", "Log", "Log"),
    ("/esbjerg/historik", "Historik", "History"),
    ("/esbjerg/forslag", "Forslag", "Suggestions"),
    ("/esbjerg/tjek", "Skal tjekkes", "To be checked"),
    ("/esbjerg/temaer", "Temaer", "Themes"),
    ("/esbjerg/maalgrupper", "Målgrupper", "Target groups"),
    ("/esbjerg/ordbog", "Ordbog", "Words"),
    ("/esbjerg/ind-og-ud", "Ind og ud", "In and out"),
    ("/esbjerg/udgaver", "Katalogets udgaver", "Editions of the catalogue"),
    ("/esbjerg/tilbud/oqqumut/ret", "Ret Oqqumut", "Edit Oqqumut"),
    ("/esbjerg/tilbud/oqqumut/luk", "Luk Oqqumut", "Close Oqqumut"),
    ("/esbjerg/tilbud/nyt", "Nyt tilbud", "New service"),
    ("/esbjerg/ramme", "Rammen for samarbejdet, udgave 1", "The framework of the collaboration, edition 1"),
    ("/esbjerg/ramme/udkast", "Rammen under arbejde", "The framework in progress"),
    ("/esbjerg/ramme/udkast/organisering", "2. Organisering af indsatsen", "2. Organisation of the effort"),
    ("/esbjerg/ramme/udkast/organisering/ny/fora", "Tilføj et forum", "Add a forum"),
    ("/esbjerg/ramme/godkend", "Godkend rammen", "Approve the framework"),
    ("/esbjerg/ramme/historik", "Rammens historik", "History of the framework"),
    ("/esbjerg/ramme/indstillinger", "Rammens indstillinger", "Settings of the framework"),
    ("/esbjerg/ramme/udgaver", "Rammens udgaver", "Editions of the framework"),
    ("/esbjerg/ramme/sammenlign", "Sammenlign udgaver", "Compare editions"),
    ("/esbjerg/planer", "Planer", "Plans"),
    ("/esbjerg/planer/ny", "Ny plan", "New plan"),
];

#[tokio::test]
async fn every_page_of_a_leader() {
    journey(|browser| async move {
        browser.bring_axe().await;
        browser.make_accounts().await;
        browser.sign_in("projektleder@esbjerg.example").await;
        let mut findings = Findings::default();
        for (path, danish, english) in SIGNED_IN {
            for language in [Language::Danish, Language::English] {
                browser.open(&format!("{path}?lang={}", language.code())).await;
                browser.shows(language.pick(danish, english)).await;
                for &width in widths(language) {
                    browser.resize(width, 800).await;
                    assert_eq!(browser.sideways().await, None, "{path} at {width} in {language:?}");
                    findings.look(&format!("{path} at {width} in {language:?}"), &browser).await;
                }
            }
        }
        findings.are_none();
    })
    .await;
}

/// The page is built alike in both languages; what English words could break, they break where it is narrow.
fn widths(language: Language) -> &'static [u32] {
    match language {
        Language::Danish => &[1440, 360],
        Language::English => &[360],
    }
}

async fn every_page(browser: Browser, language: Language) {
    browser.bring_axe().await;
    let mut findings = Findings::default();
    for page in &PAGES {
        browser.resize(1440, 900).await;
        browser.visit(page, language).await;
        for &width in widths(language) {
            browser.resize(width, 800).await;
            findings.look(&format!("{} at {width}", page.name), &browser).await;
        }
    }
    findings.are_none();
}
