//! From what was typed to what is looked for: a slot per word or phrase, each with weighted candidates.

mod candidates;
mod numbers;

use std::collections::HashSet;

pub use self::candidates::Candidate;
use self::candidates::Candidates;
pub use self::numbers::national_digits;
use self::numbers::{is_number, phone_digits, told_age};
use crate::compounds;
use crate::explain::MatchVia;
use crate::index::Lexicon;
use crate::thesaurus::Thesaurus;
use crate::vocabulary::Known;
use crate::words::{Word, is_stop_word, words};

/// Longest query looked at, in letters. A person does not type more; what a program sends beyond it would cost time
/// with every known word and say nothing.
pub const LONGEST: usize = 300;
/// Most words looked at.
const MOST_WORDS: usize = 24;
/// More words that carry meaning than this make a sentence.
const SENTENCE: usize = 2;

/// How much a candidate counts beside the word itself. Found by trying on the tuning queries.
mod weight {
    pub const ITSELF: f32 = 1.0;
    pub const OFFICIAL: f32 = 0.85;
    pub const LAY: f32 = 0.5;
    pub const RELATED: f32 = 0.12;
    /// The same where the directory has nothing by any official name of the thing itself.
    pub const RELATED_INSTEAD: f32 = 0.45;
    pub const FIRST_PART: f32 = 0.5;
    pub const PART: f32 = 0.35;
    pub const START: f32 = 0.75;
    pub const ONE_EDIT: f32 = 0.8;
    pub const TWO_EDITS: f32 = 0.55;

    /// A phrase says more than its words.
    pub const PHRASE_SLOT: f32 = 1.4;
    /// What a word still counts that a phrase has answered for.
    pub const ANSWERED: f32 = 0.5;
    /// A word that is known to nobody but the texts.
    pub const PLAIN_SLOT: f32 = 0.8;
    /// The same among many: a sentence has words that only hold it together.
    pub const PLAIN_SLOT_IN_SENTENCE: f32 = 0.45;
    pub const CONCEPT_SLOT: f32 = 1.0;
    pub const GUESSED_SLOT: f32 = 0.7;
    /// What is guessed beside many words that are known is likelier a word that nobody here answers.
    pub const GUESSED_SLOT_IN_SENTENCE: f32 = 0.4;
}

/// What is looked for.
#[derive(Debug, Default)]
pub struct Plan {
    /// One for each word or phrase that carries meaning.
    pub slots: Vec<Slot>,
    /// Stems of all words typed.
    pub stems: HashSet<String>,
    /// Digits of a phone number, without country code.
    pub number: Option<String>,
    /// Somebody's age in years, where the query tells one.
    pub age: Option<i32>,
}

/// A word or phrase that was typed, and what would answer it.
#[derive(Debug)]
pub struct Slot {
    /// As it was typed, in lower case.
    pub typed: String,
    /// What is looked for in its place; any of them will do.
    pub candidates: Vec<Candidate>,
    /// How much the slot counts beside the others.
    pub weight: f32,
    /// Whether it says who is to be helped: that brings forward what the others find, and finds little itself.
    pub audience: bool,
}

impl Plan {
    /// Reads a query. `lexicon` knows the words of the directory's texts, `thesaurus` those of the lay.
    pub fn new(query: &str, lexicon: &Lexicon, thesaurus: &Thesaurus) -> Self {
        let query: String = query.chars().take(LONGEST).collect();
        let number = phone_digits(&query);
        if number.is_some() && !query.chars().any(char::is_alphabetic) {
            return Self { number, ..Self::default() };
        }

        let still_typing = query.chars().next_back().is_some_and(char::is_alphanumeric);
        let mut typed = words(&query);
        typed.truncate(MOST_WORDS);
        let age = told_age(&typed);
        let last = typed.last().cloned();
        let meaning: Vec<Word> = typed.iter().filter(|word| !is_stop_word(&word.surface)).cloned().collect();
        let mut words = if meaning.is_empty() { typed.clone() } else { meaning };
        let mut seen = HashSet::new();
        words.retain(|word| seen.insert(word.stem.clone()));
        // An age is asked of the services' limits, not of their texts.
        if let Some(age) = age.map(|age| age.to_string()) {
            words.retain(|word| word.surface != age);
        }

        let reader = Reader { lexicon, thesaurus, in_sentence: words.len() > SENTENCE };
        let mut phrases = reader.phrases(&typed);
        for word in &words {
            // A small word at the end of a sentence is finished; alone it may be the beginning of anything.
            let may_grow = words.len() == 1 || !(is_stop_word(&word.surface) || is_number(word));
            let unfinished = still_typing && may_grow && last.as_ref() == Some(word);
            phrases.slots.extend(reader.word(word, unfinished, &phrases));
        }
        let slots = phrases.slots;
        // A name that is misspelt is typed all the same.
        let meant = slots.iter().flat_map(|slot| &slot.candidates);
        let meant = meant.filter(|candidate| candidate.typed && candidate.via == MatchVia::Spelling);
        let stems = meant.flat_map(|candidate| candidate.stems.clone());
        let stems = typed.iter().map(|word| word.stem.clone()).chain(stems).collect();
        Self { slots, stems, number, age }
    }

    /// Whether nothing was asked for.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty() && self.number.is_none()
    }
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    thesaurus: &'a Thesaurus,
    in_sentence: bool,
}

impl Reader<'_> {
    /// The phrases in the words.
    fn phrases(&self, typed: &[Word]) -> Phrases {
        let stems: Vec<String> = typed.iter().map(|word| word.stem.clone()).collect();
        let mut together: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        for found in self.thesaurus.phrases_in(&stems) {
            let (places, concept) = (found.places, found.phrase.concept);
            if together.iter().any(|(_, concepts)| concepts.contains(&concept)) {
                continue;
            }
            // The same words may mean several things; words within a longer phrase mean what that says.
            match together.iter_mut().find(|(longer, _)| places.iter().all(|place| longer.contains(place))) {
                Some((longer, concepts)) if *longer == places => concepts.push(concept),
                Some(_) => {}
                None => together.push((places, vec![concept])),
            }
        }
        let mut phrases = Phrases::default();
        for (places, concepts) in together {
            let mut candidates = Candidates::default();
            for concept in &concepts {
                self.concept(*concept, 1.0, MatchVia::Synonym, &mut candidates);
            }
            let spoken: Vec<&Word> = places.iter().filter_map(|place| typed.get(*place)).collect();
            let surfaces: Vec<&str> = spoken.iter().map(|word| word.surface.as_str()).collect();
            if let Some(slot) = self.slot(surfaces.join(" "), candidates, weight::PHRASE_SLOT) {
                phrases.slots.push(slot);
                phrases.stems.extend(spoken.into_iter().map(|word| word.stem.clone()));
            }
            phrases.concepts.extend(concepts);
        }
        phrases
    }

    /// The slot of one word; none where nothing in the directory could answer it.
    fn word(&self, word: &Word, unfinished: bool, phrases: &Phrases) -> Option<Slot> {
        let mut candidates = Candidates::default();
        candidates.typed(vec![word.stem.clone()], weight::ITSELF, MatchVia::Exact);
        let concepts = self.thesaurus.of_word(&word.surface, &word.stem);
        for concept in concepts.iter().filter(|concept| !phrases.concepts.contains(concept)) {
            self.concept(*concept, 1.0, MatchVia::Synonym, &mut candidates);
        }
        let known = self.lexicon.vocabulary.knows(word);
        let stands_in_texts = self.lexicon.has(std::slice::from_ref(&word.stem));
        if concepts.is_empty() && !stands_in_texts {
            self.parts(word, &mut candidates);
        }
        if known || !concepts.is_empty() {
            let plain = if self.in_sentence { weight::PLAIN_SLOT_IN_SENTENCE } else { weight::PLAIN_SLOT };
            let weight = if concepts.is_empty() { plain } else { weight::CONCEPT_SLOT };
            let answered = if phrases.stems.contains(&word.stem) { weight::ANSWERED } else { 1.0 };
            let slot = self.slot(word.surface.clone(), candidates, weight * answered);
            let audience = concepts.iter().any(|concept| self.thesaurus.concepts[*concept].audience);
            return slot.map(|slot| Slot { audience, ..slot });
        }
        if unfinished {
            self.beginnings(word, &mut candidates);
        }
        if candidates.only_parts_in(self.lexicon) {
            self.spellings(word, &mut candidates);
        }
        // “Sagsbeh.” is finished, too.
        if candidates.none_in(self.lexicon) && !unfinished && !is_number(word) {
            self.beginnings(word, &mut candidates);
        }
        if candidates.none_in(self.lexicon) {
            self.as_parts(compounds::ends(&word.surface, &self.is_part()), &mut candidates);
        }
        let guessed = if self.in_sentence { weight::GUESSED_SLOT_IN_SENTENCE } else { weight::GUESSED_SLOT };
        self.slot(word.surface.clone(), candidates, guessed)
    }

    fn slot(&self, typed: String, candidates: Candidates, weight: f32) -> Option<Slot> {
        let candidates = candidates.in_texts(self.lexicon);
        (!candidates.is_empty()).then_some(Slot { typed, candidates, weight, audience: false })
    }

    /// What a concept is called elsewhere.
    fn concept(&self, concept: usize, factor: f32, via: MatchVia, candidates: &mut Candidates) {
        let said = &self.lexicon.concepts;
        for stems in &said[concept].official {
            candidates.add(stems.clone(), factor * weight::OFFICIAL, via);
        }
        for stems in &said[concept].lay {
            candidates.add(stems.clone(), factor * weight::LAY, via);
        }
        // What is related to a guess says nothing.
        if factor < 1.0 {
            return;
        }
        let instead = said[concept].official.is_empty();
        let weight = if instead { weight::RELATED_INSTEAD } else { weight::RELATED };
        for related in &self.thesaurus.concepts[concept].related {
            for stems in &said[*related].official {
                candidates.add(stems.clone(), weight, via);
            }
        }
    }

    /// The parts of a compound, and what they are called elsewhere.
    fn parts(&self, word: &Word, candidates: &mut Candidates) {
        self.as_parts(compounds::parts(&word.surface, &self.is_part()), candidates);
    }

    fn is_part(&self) -> impl Fn(&str) -> bool {
        |part| self.lexicon.vocabulary.is_part(part)
    }

    fn as_parts(&self, parts: Vec<&str>, candidates: &mut Candidates) {
        // The first part of a Danish compound says which; the last only what kind of thing.
        for (at, part) in parts.iter().enumerate() {
            let weight = if at == 0 { weight::FIRST_PART } else { weight::PART };
            for part in words(part) {
                candidates.typed(vec![part.stem.clone()], weight, MatchVia::Compound);
                for concept in self.thesaurus.of_word(&part.surface, &part.stem) {
                    self.concept(concept, weight, MatchVia::Compound, candidates);
                }
            }
        }
    }

    /// The words that an unfinished word may become.
    fn beginnings(&self, word: &Word, candidates: &mut Candidates) {
        for known in self.lexicon.vocabulary.starting_with(&word.surface, 12) {
            self.known_word(known, weight::START, MatchVia::Start, candidates);
        }
    }

    /// The words that a misspelt word may have meant.
    fn spellings(&self, word: &Word, candidates: &mut Candidates) {
        for (known, edits) in self.lexicon.vocabulary.near(&word.surface, 4) {
            let weight = if edits == 1 { weight::ONE_EDIT } else { weight::TWO_EDITS };
            self.known_word(known, weight, MatchVia::Spelling, candidates);
        }
    }

    fn known_word(&self, known: &Known, factor: f32, via: MatchVia, candidates: &mut Candidates) {
        let (surface, stem) = known;
        candidates.typed(vec![stem.to_string()], factor, via);
        for concept in self.thesaurus.of_word(surface, stem) {
            self.concept(concept, factor, via, candidates);
        }
    }
}

/// The phrases that were found in a query.
#[derive(Default)]
struct Phrases {
    slots: Vec<Slot>,
    /// The concepts they have answered for.
    concepts: Vec<usize>,
    /// The stems of their words.
    stems: HashSet<String>,
}
