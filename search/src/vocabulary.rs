//! The words that can be found: those of a directory's texts and those of the thesaurus, for completing a word
//! that is still being typed, for forgiving one that is misspelt, and for taking compounds apart.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::words::{Word, is_stop_word};

/// Shortest part of a compound, in letters.
const SHORTEST_PART: usize = 3;

/// A word with its stem.
pub type Known = (Arc<str>, Arc<str>);

/// Known words with their stems, by alphabet.
#[derive(Clone, Default)]
pub struct Words {
    words: Vec<Known>,
    /// The letters of each word, to pass over most of them when one is misspelt.
    letters: Vec<Letters>,
    stems: HashSet<Arc<str>>,
    /// What a compound can consist of.
    parts: HashSet<Arc<str>>,
}

impl Words {
    /// Of words with their stems. Small words are no words to complete or misspell.
    pub fn new(all: impl IntoIterator<Item = Known>) -> Self {
        let words: BTreeMap<Arc<str>, Arc<str>> =
            all.into_iter().filter(|(surface, _)| !is_stop_word(surface)).collect();
        let letters = words.keys().map(|surface| Letters::of(surface)).collect();
        let stems = words.values().cloned().collect();
        let parts = words
            .iter()
            .filter(|(surface, _)| surface.chars().all(char::is_alphabetic))
            .flat_map(|(surface, stem)| [surface, stem])
            .filter(|word| word.chars().count() >= SHORTEST_PART)
            .cloned()
            .collect();
        Self { words: words.into_iter().collect(), letters, stems, parts }
    }

    fn has(&self, surface: &str) -> bool {
        self.words.binary_search_by(|(known, _)| (**known).cmp(surface)).is_ok()
    }

    fn with_letters(&self) -> impl Iterator<Item = (&Known, &Letters)> {
        self.words.iter().zip(&self.letters)
    }

    fn starting_with(&self, prefix: &str) -> impl Iterator<Item = &Known> {
        let from = self.words.partition_point(|(surface, _)| &**surface < prefix);
        self.words[from..].iter().take_while(move |(surface, _)| surface.starts_with(prefix)).take(400)
    }
}

/// The words of a directory's texts beside those of the thesaurus, which all directories share.
#[derive(Default)]
pub struct Vocabulary {
    thesaurus: Arc<Words>,
    texts: Words,
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
    /// The words of the texts beside those of the thesaurus.
    pub fn new(texts: impl IntoIterator<Item = Known>, thesaurus: &Arc<Words>) -> Self {
        let own = texts.into_iter().filter(|(surface, _)| !thesaurus.has(surface));
        Self { texts: Words::new(own), thesaurus: thesaurus.clone() }
    }

    fn both(&self) -> [&Words; 2] {
        [&self.thesaurus, &self.texts]
    }

    /// Whether the word, in any inflection, is known.
    pub fn knows(&self, word: &Word) -> bool {
        self.both().into_iter().any(|words| words.stems.contains(word.stem.as_str()))
    }

    /// Whether a compound can consist of this.
    pub fn is_part(&self, part: &str) -> bool {
        self.both().into_iter().any(|words| words.parts.contains(part))
    }

    /// Known words that begin with `prefix`, at most `most`, the shortest first.
    pub fn starting_with(&self, prefix: &str, most: usize) -> Vec<&Known> {
        let mut found: Vec<_> =
            self.both().into_iter().flat_map(|words| words.starting_with(prefix)).collect();
        found.sort_by_key(|(surface, _)| (surface.len(), surface));
        found.truncate(most);
        found
    }

    /// Known words that `word` may be a misspelling of, with the number of edits (a letter put in, left out,
    /// changed, or two swapped), the nearest first: one edit for words of four or five letters, two for longer.
    pub fn near(&self, word: &str, most: usize) -> Vec<(&Known, usize)> {
        let letters = Letters::of(word);
        let allowed = match letters.length {
            0..4 => return Vec::new(),
            4..6 => 1,
            _ => 2,
        };
        let first = word.chars().next();
        let mut found: Vec<_> = self
            .both()
            .into_iter()
            .flat_map(Words::with_letters)
            .filter(|(_, known)| known.may_be_within(letters, allowed))
            .filter_map(|(known, _)| {
                let edits = strsim::osa_distance(word, &known.0);
                (edits > 0 && edits <= allowed).then_some((known, edits))
            })
            .collect();
        found.sort_by_key(|((surface, _), edits)| {
            (*edits, surface.chars().next() != first, surface.len().abs_diff(word.len()), surface)
        });
        found.truncate(most);
        found
    }

    /// The known words most like `word`, however far, at most `most`: what to suggest where nothing is found.
    pub fn most_like(&self, word: &str, most: usize) -> Vec<&str> {
        let letters = Letters::of(word);
        let mut scored: Vec<(f64, &str)> = self
            .both()
            .into_iter()
            .flat_map(Words::with_letters)
            .filter(|(_, known)| known.length >= 4 && known.is_like(letters))
            .map(|((surface, _), _)| (strsim::jaro_winkler(word, surface), &**surface))
            .filter(|(likeness, _)| *likeness > 0.8)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        scored.into_iter().take(most).map(|(_, surface)| surface).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let words = |words: &[&str]| -> Vec<Known> {
            words.iter().map(|word| (Arc::from(*word), Arc::from(*word))).collect()
        };
        let thesaurus = Arc::new(Words::new(words(&["tand", "gæld", "misbrug"])));
        Vocabulary::new(words(&["tandlæge", "hash", "tand"]), &thesaurus)
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
