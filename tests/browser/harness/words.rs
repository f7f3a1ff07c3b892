//! Whether a page in English has nothing of the app's own Danish left.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::Browser;

/// The texts of the app in Danish that are not the same in English.
pub struct DanishTexts(Vec<Pattern>);

impl DanishTexts {
    /// As the app's files of texts have them.
    pub fn read() -> Self {
        let (danish, english) = (texts("da"), texts("en"));
        let own = danish.difference(&english).map(|text| Pattern::of(text));
        let telling: Vec<Pattern> = own.filter(Pattern::is_telling).collect();
        assert!(telling.len() > 100, "the texts were found");
        Self(telling)
    }

    /// Those that are left on a page in English, wherever it says that it is English.
    pub async fn left_on(&self, browser: &Browser) -> Vec<String> {
        let words = browser.js(include_str!("words.js"), vec!["en".into()]).await;
        let words: Vec<String> = serde_json::from_value(words).expect("texts");
        assert!(!words.is_empty(), "the page has English texts");
        let is_danish = |text: &String| self.0.iter().any(|pattern| pattern.fits(text));
        words.into_iter().filter(is_danish).collect()
    }
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
