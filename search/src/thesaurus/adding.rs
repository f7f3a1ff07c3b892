//! Adding concepts to a thesaurus. Sets make tens of thousands of phrases of a few thousand words, so each word is read
//! once and goes by its number from then on.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::phrases::{Bond, Phrase, Stem};
use super::written::Written;
use super::{Concept, Thesaurus};
use crate::vocabulary::Words;
use crate::words::{is_negation, is_stop_word, words};

/// A thesaurus that is being added to, and what only adding needs.
pub(super) struct Adding {
    thesaurus: Thesaurus,
    /// What stands between spaces, read.
    pieces: HashMap<String, Box<[Heard]>>,
    /// The stems by their numbers.
    stems: Vec<Arc<str>>,
    phrases: HashSet<Phrase>,
}

/// A word of a term.
#[derive(Clone, Copy)]
pub(super) struct Heard {
    pub(super) stem: Stem,
    /// In bytes.
    length: usize,
    /// Whether it says nothing of what is sought; a negation says nothing alone.
    pub(super) is_stop_word: bool,
    pub(super) is_negation: bool,
}

impl Adding {
    /// Adds to this one.
    pub(super) fn to(thesaurus: Thesaurus) -> Self {
        let mut stems = vec![Arc::default(); thesaurus.stems.len()];
        for (stem, number) in &thesaurus.stems {
            stems[*number as usize] = stem.clone();
        }
        Self { thesaurus, pieces: HashMap::new(), stems, phrases: HashSet::new() }
    }

    /// The thesaurus with all that have been added, and what they give together.
    pub(super) fn finish(self) -> Thesaurus {
        let mut thesaurus = self.thesaurus;
        let surfaces = thesaurus.surfaces.iter().map(|(surface, stem)| (surface.clone(), stem.clone()));
        thesaurus.words = Arc::new(Words::new(surfaces));
        thesaurus.phrases.shrink_to_fit();
        thesaurus
    }

    /// Adds a concept behind all others.
    pub(super) fn add(&mut self, written: Written, related: Vec<usize>) {
        let at = self.thesaurus.concepts.len();
        let mut official = Vec::new();
        let mut lay = Vec::new();
        for term in std::iter::once(&written.label).chain(&written.official) {
            official.extend(self.lead(term, at).map(|stems| self.spelt(&stems)));
        }
        for term in written.lay.iter().chain(&written.english) {
            lay.extend(self.lead(term, at).map(|stems| self.spelt(&stems)));
        }
        for term in &written.spoken {
            self.lead(term, at);
        }
        for term in &written.abbreviations {
            let surface = words(term).into_iter().map(|word| word.surface).collect::<Vec<_>>().join(" ");
            note(&mut self.thesaurus.by_surface, &surface, at);
            official.push(vec![surface]);
        }
        official.sort();
        official.dedup();
        let (label, audience) = (written.label, written.audience);
        self.thesaurus.concepts.push(Concept { label, official, lay, related, audience });
    }

    /// Lets a term lead to its concept; returns its stems, or nothing where no word of it carries meaning.
    fn lead(&mut self, term: &str, concept: usize) -> Option<Vec<Stem>> {
        let all = self.hear(term);
        let meaning: Vec<Heard> =
            all.iter().filter(|word| !word.is_stop_word || word.is_negation).copied().collect();
        let telling = meaning.iter().filter(|word| !word.is_negation).count();
        if all.len() == 1 && meaning.is_empty() {
            return None;
        }
        // “Hang out” is not “hang”, and “never comes out” is not “never comes”: a phrase that would shrink to one word
        // keeps its small words.
        let kept = if telling < 2 { all } else { meaning };
        let bond = Bond::of(&kept);
        let mut stems: Vec<Stem> = Vec::with_capacity(kept.len());
        for word in &kept {
            if !stems.contains(&word.stem) {
                stems.push(word.stem);
            }
        }
        match stems.as_slice() {
            [] => return None,
            [stem] => note(&mut self.thesaurus.by_stem, &self.stems[*stem as usize], concept),
            several => {
                let phrase = Phrase { stems: several.into(), concept, bond };
                // All of its words have to be there, so one of them is enough to find it by: the one fewest share.
                let telling = kept.iter().max_by_key(|word| word.length);
                // Sets make the same phrase more than once.
                if let (Some(telling), Ok(at)) = (telling, u32::try_from(self.thesaurus.phrases.len()))
                    && self.phrases.insert(phrase.clone())
                {
                    self.thesaurus.phrases_by_stem.entry(telling.stem).or_default().push(at);
                    self.thesaurus.phrases.push(phrase);
                }
            }
        }
        Some(stems)
    }

    /// The words of a term.
    fn hear(&mut self, term: &str) -> Vec<Heard> {
        // “§ 80” is one word.
        if term.contains('§') {
            return self.read(term);
        }
        let mut all = Vec::new();
        for piece in term.split_whitespace() {
            if let Some(known) = self.pieces.get(piece) {
                all.extend_from_slice(known);
            } else {
                let read = self.read(piece);
                all.extend_from_slice(&read);
                self.pieces.insert(piece.to_owned(), read.into_boxed_slice());
            }
        }
        all
    }

    fn read(&mut self, text: &str) -> Vec<Heard> {
        let mut heard = Vec::new();
        for word in words(text) {
            let stem = self.number(&word.stem);
            let (is_stop_word, is_negation) = (is_stop_word(&word.surface), is_negation(&word.surface));
            heard.push(Heard { stem, length: word.stem.len(), is_stop_word, is_negation });
            if !is_negation && word.surface.chars().count() > 2 {
                let stem = self.stems[stem as usize].clone();
                self.thesaurus.surfaces.entry(word.surface.into()).or_insert(stem);
            }
        }
        heard
    }

    /// The number of a stem; a new one where it has none yet.
    fn number(&mut self, stem: &str) -> Stem {
        if let Some(known) = self.thesaurus.stems.get(stem) {
            return *known;
        }
        let next = self.stems.len() as Stem;
        let stem: Arc<str> = stem.into();
        self.thesaurus.stems.insert(stem.clone(), next);
        self.stems.push(stem);
        next
    }

    fn spelt(&self, stems: &[Stem]) -> Vec<String> {
        stems.iter().map(|stem| self.stems[*stem as usize].to_string()).collect()
    }
}

fn note(map: &mut HashMap<String, Vec<usize>>, word: &str, concept: usize) {
    let concepts = map.entry(word.to_owned()).or_default();
    if !concepts.contains(&concept) {
        concepts.push(concept);
    }
}
