//! The catalogue: a page of the server's, readable without scripts, and pages when printed.

use std::process::Command;

use serde_json::json;

use crate::harness::{Browser, journey};

#[tokio::test]
async fn it_opens_from_the_navigation_and_leads_back() {
    journey(|browser| async move {
        browser.open("/aabenraa").await;
        browser.shows("Hvem kan hjælpe?").await;
        browser.press("link", "Katalog").await;
        browser.shows("Indsatskatalog").await;
        browser.is_at("/aabenraa/katalog").await;
        browser.press("link", "Socialtandpleje").await;
        browser.is_at("/aabenraa/katalog").await;
        assert_eq!(browser.text("return decodeURIComponent(location.hash)").await, "#socialtandpleje");
        let in_sight = "const top = document.getElementById('socialtandpleje').getBoundingClientRect().top;
            return String(top >= 0 && top < innerHeight)";
        assert_eq!(browser.text(in_sight).await, "true", "the contents lead to the service");

        browser.press("link", "English").await;
        browser.until("English", async || (lang(&browser).await == "en").then_some(())).await;
        browser.back().await;
        browser.until("Danish", async || (lang(&browser).await == "da").then_some(())).await;
    })
    .await;
}

#[tokio::test]
async fn it_is_readable_without_scripts_and_prints_as_pages() {
    journey(|browser| async move {
        browser.session.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        browser.open("/aabenraa/katalog").await;
        browser.shows("Indsatskatalog").await;
        let words = browser.words().await;
        let said = ["Aabenraa Kommune", "Indhold", "Sundhed", "Socialtandpleje", "Michael Nordberg Jeppesen"];
        for word in said {
            assert!(words.contains(word), "the catalogue says {word}");
        }
        assert_eq!(browser.sideways().await, None, "it scrolls sideways");

        let paper = browser.printed().await;
        assert!(paper.starts_with(b"%PDF"), "a PDF");
        let pages = pages(&paper);
        assert!(pages > 5, "{pages} pages");
        has_page_numbers(&paper, pages);
    })
    .await;
}

async fn lang(browser: &Browser) -> String {
    browser.text("return document.documentElement.lang").await
}

/// How many pages a PDF has.
fn pages(paper: &[u8]) -> usize {
    let text = String::from_utf8_lossy(paper);
    text.match_indices("/Type /Page").filter(|(at, found)| !text[at + found.len()..].starts_with('s')).count()
}

/// `2 / 40` stands on the second page. Only where the machine can read a PDF.
fn has_page_numbers(paper: &[u8], pages: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("catalogue.pdf");
    std::fs::write(&file, paper).expect("a file");
    let Ok(output) = Command::new("pdftotext").args(["-f", "2", "-l", "2"]).arg(&file).arg("-").output()
    else {
        eprintln!("pdftotext is not here; the page numbers were not read");
        return;
    };
    let text = String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<String>();
    assert!(text.contains(&format!("2/{pages}")), "the second page says {text}");
}
