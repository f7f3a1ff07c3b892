//! Danish and English: everything changes, is remembered, and nothing of the other language is left behind.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::harness::{Browser, Language, Name, PAGES, journey};

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

#[tokio::test]
async fn no_danish_of_ours_is_left_on_an_english_page() {
    journey(|browser| async move {
        let danish = danish_texts();
        let mut left = Vec::new();
        for page in PAGES.iter().filter(|page| page.name != "catalogue") {
            browser.visit(page, Language::English).await;
            let words = browser.js(include_str!("words.js"), vec!["en".into()]).await;
            let words: BTreeSet<String> = serde_json::from_value(words).expect("texts");
            assert!(!words.is_empty(), "{} has English texts", page.name);
            let is_danish = |text: &&String| danish.iter().any(|pattern| pattern.fits(text));
            left.extend(words.iter().filter(is_danish).map(|text| format!("{}: {text}", page.name)));
        }
        assert!(left.is_empty(), "{}", left.join("\n"));
    })
    .await;
}

async fn lang(browser: &Browser) -> String {
    browser.text("return document.documentElement.lang").await
}

/// A text of the app: the words between its gaps.
struct Pattern(Vec<String>);

impl Pattern {
    fn of(text: &str) -> Self {
        let words = text.split("{{").map(|part| part.split_once("}}").map_or(part, |(_, rest)| rest));
        Self(words.map(|part| part.trim().to_owned()).collect())
    }

    /// Whether there is enough of it to know a language by.
    fn is_telling(&self) -> bool {
        self.0.iter().flat_map(|part| part.chars()).filter(|letter| letter.is_alphabetic()).count() > 3
    }

    /// Whether a text is this one, with anything in the gaps.
    fn fits(&self, text: &str) -> bool {
        let (Some(first), Some(last)) = (self.0.first(), self.0.last()) else { return false };
        if self.0.len() == 1 {
            return text == first;
        }
        let Some(mut rest) =
            text.strip_prefix(first.as_str()).and_then(|rest| rest.strip_suffix(last.as_str()))
        else {
            return false;
        };
        self.0[1..self.0.len() - 1].iter().all(|part| match rest.split_once(part.as_str()) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    }
}

/// The texts of the app in Danish that are not the same in English.
fn danish_texts() -> Vec<Pattern> {
    let (danish, english) = (texts("da"), texts("en"));
    let own = danish.difference(&english).map(|text| Pattern::of(text));
    let telling: Vec<Pattern> = own.filter(Pattern::is_telling).collect();
    assert!(telling.len() > 100, "the texts were found");
    telling
}

fn texts(language: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/locales").join(language);
    let files = std::fs::read_dir(folder).expect("the texts");
    let texts = files.flat_map(|file| {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("a text");
        let area: serde_json::Map<String, Value> = serde_json::from_str(&text).expect("an area");
        area.into_iter().filter_map(|(_, text)| text.as_str().map(str::to_owned))
    });
    texts.collect()
}
