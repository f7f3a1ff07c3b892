//! No page scrolls sideways and no button is too narrow for its words, however narrow or wide the window.

use crate::harness::{Language, PAGES, journey};

/// A phone enlarged to 400 % of a screen of 1280 (WCAG 1.4.10), a phone, a tablet, laptops, a large screen.
const WIDTHS: [u32; 6] = [320, 360, 768, 1024, 1440, 1920];

#[tokio::test]
async fn no_page_scrolls_sideways() {
    journey(|browser| async move {
        let mut findings = Vec::new();
        for language in [Language::Danish, Language::English] {
            for page in &PAGES {
                browser.visit(page, language).await;
                for width in WIDTHS {
                    browser.resize(width, 800).await;
                    let place = |by: String| format!("{} at {width} in {}: {by}", page.name, language.code());
                    findings.extend(browser.sideways().await.map(place));
                }
            }
        }
        assert!(findings.is_empty(), "{}", findings.join("\n"));
    })
    .await;
}
