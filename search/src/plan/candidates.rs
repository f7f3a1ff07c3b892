//! What is looked for in the place of a word.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::explain::MatchVia;
use crate::index::Lexicon;

/// One thing to look for.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// All of these stems.
    pub stems: Vec<String>,
    /// How much it counts, from 0 to 1.
    pub weight: f32,
    /// How it came from what was typed.
    pub via: MatchVia,
    /// Whether it is what was typed, perhaps misspelt, rather than what that is called elsewhere. A person or street
    /// may be meant by its name only.
    pub typed: bool,
}

/// Candidates without repetition, each with its best weight.
#[derive(Default)]
pub(super) struct Candidates(HashMap<Vec<String>, Candidate>);

impl Candidates {
    /// What a thing is called elsewhere.
    pub(super) fn add(&mut self, stems: Vec<String>, weight: f32, via: MatchVia) {
        self.insert(Candidate { stems, weight, via, typed: false });
    }

    /// What was typed, or is likely to have been meant by it.
    pub(super) fn typed(&mut self, stems: Vec<String>, weight: f32, via: MatchVia) {
        self.insert(Candidate { stems, weight, via, typed: true });
    }

    fn insert(&mut self, new: Candidate) {
        match self.0.entry(new.stems.clone()) {
            Entry::Vacant(place) => {
                place.insert(new);
            }
            Entry::Occupied(mut known) => {
                let typed = known.get().typed || new.typed;
                if known.get().weight < new.weight {
                    known.insert(new);
                }
                known.get_mut().typed = typed;
            }
        }
    }

    /// Whether nothing but parts of a compound stands in some text. What is known by its parts only may well be a
    /// known compound, misspelt.
    pub(super) fn only_parts_in(&self, lexicon: &Lexicon) -> bool {
        let mut found = self.0.iter().filter(|(stems, _)| lexicon.has(stems));
        found.all(|(_, candidate)| candidate.via == MatchVia::Compound)
    }

    pub(super) fn none_in(&self, lexicon: &Lexicon) -> bool {
        !self.0.keys().any(|stems| lexicon.has(stems))
    }

    /// Those that stand in some text, the weightiest first.
    pub(super) fn in_texts(self, lexicon: &Lexicon) -> Vec<Candidate> {
        let mut found: Vec<Candidate> =
            self.0.into_values().filter(|candidate| lexicon.has(&candidate.stems)).collect();
        found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.stems.cmp(&b.stems)));
        found
    }
}
