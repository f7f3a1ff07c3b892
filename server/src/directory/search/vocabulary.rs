//! The words that can be found: those of a directory's texts and those of the thesaurus, for completing a word
//! that is still being typed and for forgiving one that is misspelt.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::words::{Word, is_stop_word};

/// Known words with their stems, by alphabet.
#[derive(Default)]
pub struct Vocabulary {
    words: Vec<(Arc<str>, Arc<str>)>,
    /// The letters of each word, to pass over most of them when one is misspelt.
    letters: Vec<Letters>,
    stems: HashSet<Arc<str>>,
}

/// Which letters a word has, and its length. Comparing two costs next to nothing.
#[derive(Clone, Copy)]
struct Letters {
    set: u64,
    length: usize,
}

impl Letters {
    fn of(word: &str) -> Self {
        let set = word.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) % 64));
        Self { set, length: word.chars().count() }
    }

    /// Whether so many edits can lead from one word to the other. One edit changes the length by one at most, and
    /// takes at most one letter out of the set and puts one in.
    fn may_be_within(self, other: Self, edits: usize) -> bool {
        self.length.abs_diff(other.length) <= edits
            && (self.set ^ other.set).count_ones() as usize <= 2 * edits
    }

    /// Whether the words have half of their letters in common: no less alike, nobody takes one for the other.
    fn is_like(self, other: Self) -> bool {
        (self.set & other.set).count_ones() * 2 >= self.set.count_ones().max(other.set.count_ones())
    }
}

impl Vocabulary {
    /// Collects the words of the texts and of the thesaurus. Numbers are no words to misspell.
    pub fn new(texts: BTreeMap<Arc<str>, Arc<str>>, thesaurus: &BTreeMap<Arc<str>, Arc<str>>) -> Self {
        let mut all = texts;
        all.extend(thesaurus.iter().map(|(surface, stem)| (surface.clone(), stem.clone())));
        all.retain(|surface, _| !is_stop_word(surface));
        let stems = all.values().cloned().collect();
        let letters = all.keys().map(|surface| Letters::of(surface)).collect();
        Self { words: all.into_iter().collect(), letters, stems }
    }

    /// Whether the word, in any inflection, is known.
    pub fn knows(&self, word: &Word) -> bool {
        self.stems.contains(word.stem.as_str())
    }

    /// Known words that begin with `prefix`, at most `most`, the shortest first.
    pub fn starting_with(&self, prefix: &str, most: usize) -> Vec<&(Arc<str>, Arc<str>)> {
        let from = self.words.partition_point(|(surface, _)| &**surface < prefix);
        let mut found: Vec<_> = self.words[from..]
            .iter()
            .take_while(|(surface, _)| surface.starts_with(prefix))
            .take(400)
            .collect();
        found.sort_by_key(|(surface, _)| surface.len());
        found.truncate(most);
        found
    }

    /// Known words that `word` may be a misspelling of, with the number of edits (a letter put in, left out,
    /// changed, or two swapped), the nearest first: one edit for words of four or five letters, two for longer.
    pub fn near(&self, word: &str, most: usize) -> Vec<(&(Arc<str>, Arc<str>), usize)> {
        let letters = Letters::of(word);
        let allowed = match letters.length {
            0..4 => return Vec::new(),
            4..6 => 1,
            _ => 2,
        };
        let first = word.chars().next();
        let mut found: Vec<_> = self
            .words
            .iter()
            .zip(&self.letters)
            .filter(|(_, known)| known.may_be_within(letters, allowed))
            .filter_map(|(known, _)| {
                let edits = strsim::osa_distance(word, &known.0);
                (edits > 0 && edits <= allowed).then_some((known, edits))
            })
            .collect();
        found.sort_by_key(|(known, edits)| {
            (*edits, known.0.chars().next() != first, known.0.len().abs_diff(word.len()))
        });
        found.truncate(most);
        found
    }

    /// The known words most like `word`, however far, at most `most`: what to suggest where nothing is found.
    pub fn most_like(&self, word: &str, most: usize) -> Vec<&str> {
        let letters = Letters::of(word);
        let mut scored: Vec<(f64, &str)> = self
            .words
            .iter()
            .zip(&self.letters)
            .filter(|(_, known)| known.length >= 4 && known.is_like(letters))
            .map(|((surface, _), _)| (strsim::jaro_winkler(word, surface), &**surface))
            .filter(|(likeness, _)| *likeness > 0.8)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored.into_iter().take(most).map(|(_, surface)| surface).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let words = ["tandlæge", "tand", "hash", "gæld", "misbrug"];
        Vocabulary::new(
            words.iter().map(|word| (Arc::from(*word), Arc::from(*word))).collect(),
            &BTreeMap::new(),
        )
    }

    #[test]
    fn a_slip_of_the_finger_is_forgiven_in_long_words_only() {
        let vocabulary = vocabulary();
        assert_eq!(&*vocabulary.near("tandlege", 3)[0].0.0, "tandlæge");
        assert_eq!(&*vocabulary.near("mibsrug", 3)[0].0.0, "misbrug");
        assert!(vocabulary.near("tan", 3).is_empty());
    }

    #[test]
    fn a_beginning_finds_its_words_the_shortest_first() {
        let vocabulary = vocabulary();
        let found: Vec<_> = vocabulary.starting_with("tan", 5).into_iter().map(|word| &*word.0).collect();
        assert_eq!(found, ["tand", "tandlæge"]);
    }
}
