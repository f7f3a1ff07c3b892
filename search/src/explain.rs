//! Why a hit matched: for each word typed, the word it was found by, and where that stands.

use std::cell::OnceCell;

use crate::document::{Document, MatchField};
use crate::index::SearchIndex;
use crate::plan::{Candidate, Plan, Slot};
use crate::words::{Word, words};

/// How what was found came from what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchVia {
    /// The very word.
    Exact,
    /// A word that begins so.
    Start,
    /// The word in another form.
    Inflection,
    /// Part of a compound.
    Compound,
    /// Another word for the same.
    Synonym,
    /// A word spelt nearly so.
    Spelling,
    /// Digits of a number.
    Number,
}

/// Why a service matched a word or phrase, for example «hash» → stoffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// What was typed.
    pub typed: String,
    /// What was found in its place, as it stands in the service.
    pub matched: String,
    /// How the one came from the other.
    pub via: MatchVia,
    /// Where it stands.
    pub field: MatchField,
}

/// A text of a service; its words are taken apart when somebody asks.
struct Text<'d> {
    field: MatchField,
    text: &'d str,
    words: OnceCell<Vec<Word>>,
}

impl Text<'_> {
    fn words(&self) -> &[Word] {
        self.words.get_or_init(|| words(self.text))
    }
}

/// Where a stem stands.
struct Sign<'t> {
    text: &'t Text<'t>,
    word: &'t Word,
}

impl Sign<'_> {
    /// The word as it is written in the text.
    fn as_written(&self) -> &str {
        let mut pieces = self.text.text.split(|c: char| !c.is_alphanumeric());
        pieces.find(|piece| words(piece).contains(self.word)).unwrap_or(&self.word.surface)
    }
}

/// Explains a hit.
pub fn explain(index: &SearchIndex, service: usize, document: &Document<'_>, plan: &Plan) -> Vec<Match> {
    let by_number = plan.number.iter().filter_map(|digits| {
        let number = index.number_of(service, digits)?;
        let (typed, matched) = (digits.clone(), number.to_owned());
        Some(Match { typed, matched, via: MatchVia::Number, field: MatchField::Phone })
    });
    let mut matches: Vec<Match> = by_number.collect();
    let texts: Vec<Text<'_>> = document
        .texts
        .iter()
        .map(|(field, text)| Text { field: *field, text, words: OnceCell::new() })
        .collect();
    matches.extend(plan.slots.iter().filter_map(|slot| {
        // The candidates stand with the weightiest first, as they were ranked.
        let best = slot.candidates.iter().find(|candidate| index.finds(candidate, service))?;
        in_texts(slot, best, &texts, index)
    }));
    let mut seen = Vec::new();
    matches.retain(|m| {
        let is_new = !seen.contains(&(m.typed.clone(), m.matched.clone()));
        seen.push((m.typed.clone(), m.matched.clone()));
        is_new
    });
    matches
}

fn in_texts(slot: &Slot, candidate: &Candidate, texts: &[Text<'_>], index: &SearchIndex) -> Option<Match> {
    let signs: Option<Vec<Sign<'_>>> =
        candidate.stems.iter().map(|stem| find(stem, &slot.typed, texts, index)).collect();
    let signs = signs?;
    let first = signs.first()?;
    let matched = match signs.as_slice() {
        [one] => one.as_written().to_owned(),
        several => term(first, several),
    };
    let in_compound = signs.iter().zip(&candidate.stems).any(|(sign, stem)| sign.word.stem != *stem);
    let via = match candidate.via {
        MatchVia::Exact if in_compound => MatchVia::Compound,
        MatchVia::Exact if words(&matched).iter().all(|word| word.surface != slot.typed) => {
            MatchVia::Inflection
        }
        via => via,
    };
    Some(Match { typed: slot.typed.clone(), matched, via, field: first.text.field })
}

/// The first text where the stem stands as a word, or else inside a compound; in it, the word as it was typed.
fn find<'t>(stem: &str, typed: &str, texts: &'t [Text<'t>], index: &SearchIndex) -> Option<Sign<'t>> {
    let whole = texts.iter().find_map(|text| {
        let same = text.words().iter().filter(|word| word.stem == stem);
        let word = same.min_by_key(|word| word.surface != typed)?;
        Some(Sign { text, word })
    });
    let is_part = |word: &&Word| index.parts_of(&word.surface).iter().any(|part| part == stem);
    whole.or_else(|| {
        texts.iter().find_map(|text| Some(Sign { text, word: text.words().iter().find(is_part)? }))
    })
}

/// How a term of several words is written: a short text that holds them all speaks for itself.
fn term(first: &Sign<'_>, signs: &[Sign<'_>]) -> String {
    const SHORT: usize = 60;
    let in_one_text = signs.iter().all(|sign| std::ptr::eq(sign.text, first.text));
    if in_one_text && first.text.text.chars().count() <= SHORT {
        return first.text.text.to_owned();
    }
    let mut written: Vec<&str> = signs.iter().map(Sign::as_written).collect();
    written.dedup();
    written.join(" ")
}
