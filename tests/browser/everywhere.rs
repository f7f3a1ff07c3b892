//! What must hold on every page, however narrow or wide the window, in either language: axe finds nothing, no page
//! scrolls sideways and no button is too narrow for its words, the focus is seen at every step, and an English page has
//! no Danish of ours.

use crate::harness::{Browser, DanishTexts, Findings, Language, PAGES, PAGES_OF_A_LEADER, Page, journey};

/// A phone enlarged to 400 % of a screen of 1280 (WCAG 1.4.10), a phone, a tablet, laptops, a large screen.
const WIDTHS: [u32; 6] = [320, PHONE, 768, 1024, LAPTOP, 1920];
const PHONE: u32 = 360;
const LAPTOP: u32 = 1440;

/// How many steps of Tab are looked at on each page.
const STEPS: usize = 30;

#[tokio::test]
async fn in_danish() {
    journey(|browser| async move { walk(&browser, &PAGES, Language::Danish).await }).await;
}

#[tokio::test]
async fn in_english() {
    journey(|browser| async move { walk(&browser, &PAGES, Language::English).await }).await;
}

#[tokio::test]
async fn for_a_leader_in_danish() {
    journey(|browser| async move { walk_as_leader(&browser, Language::Danish).await }).await;
}

#[tokio::test]
async fn for_a_leader_in_english() {
    journey(|browser| async move { walk_as_leader(&browser, Language::English).await }).await;
}

async fn walk_as_leader(browser: &Browser, language: Language) {
    browser.make_accounts().await;
    browser.sign_in("projektleder@esbjerg.example").await;
    walk(browser, &PAGES_OF_A_LEADER, language).await;
}

/// Goes over all pages: in Danish from one to the next by links, in English to each by its address.
async fn walk(browser: &Browser, pages: &[Page], language: Language) {
    browser.bring_axe().await;
    let danish = DanishTexts::read();
    let mut findings = Findings::default();
    for (number, page) in pages.iter().enumerate() {
        if language == Language::Danish && number > 0 && page.is_of_the_app() {
            browser.follow(page, language).await;
        } else {
            browser.visit(page, language).await;
        }
        for width in WIDTHS {
            browser.resize(width, 800).await;
            let place = format!("{} at {width}", page.name);
            findings.add(&place, browser.sideways().await);
            // The page is built alike in both languages; what English words could break, they break where it is narrow.
            if width == PHONE || width == LAPTOP && language == Language::Danish {
                findings.look(&place, browser).await;
            }
            if [PHONE, LAPTOP].contains(&width) && language == Language::Danish {
                findings.add(&place, browser.focus_faults(STEPS).await);
            }
        }
        if language == Language::English && page.is_of_the_app() {
            findings.add(page.name, danish.left_on(browser).await);
        }
    }
    findings.are_none();
}
