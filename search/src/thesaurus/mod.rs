//! What lay words mean in official ones. The words are data: `search/thesaurus/*.toml`, embedded in the binary.

mod adding;
mod own;
mod phrases;
mod written;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use self::adding::Adding;
pub use self::own::with_own;
use self::phrases::{Phrase, Spoken, Stem, places};
use self::written::{Written, shipped_files};
use crate::error::Result;
use crate::vocabulary::Words;

/// A thing that people have many words for.
#[derive(Clone)]
pub struct Concept {
    /// What officials call it.
    pub label: String,
    /// Official words, each as its stems: searched for in the services' texts.
    pub official: Vec<Vec<String>>,
    /// Lay words, each as its stems: found in a text, they are a weaker sign.
    pub lay: Vec<Vec<String>>,
    /// Places of concepts near by.
    pub related: Vec<usize>,
    /// Whether it says who is to be helped rather than with what.
    pub audience: bool,
}

/// A concept of a municipality's own.
#[derive(Clone, Copy, Debug)]
pub struct OwnConcept<'m> {
    /// What officials call it.
    pub label: &'m str,
    /// Official words.
    pub official: &'m [String],
    /// Lay words.
    pub lay: &'m [String],
}

/// All concepts, and the words that lead to them.
#[derive(Clone, Default)]
pub struct Thesaurus {
    /// The concepts.
    pub concepts: Vec<Concept>,
    by_stem: HashMap<String, Vec<usize>>,
    by_surface: HashMap<String, Vec<usize>>,
    phrases: Vec<Phrase>,
    phrases_by_stem: HashMap<Stem, Vec<u32>>,
    /// Every stem of every term.
    stems: HashMap<Arc<str>, Stem>,
    /// Every word of every term, with its stem.
    surfaces: BTreeMap<Arc<str>, Arc<str>>,
    words: Arc<Words>,
}

/// The thesaurus of this build.
///
/// # Errors
/// A file that can't be read.
pub fn shipped() -> Result<&'static Thesaurus> {
    static SHIPPED: LazyLock<Result<Thesaurus>> = LazyLock::new(|| Thesaurus::read(shipped_files()));
    SHIPPED.as_ref().map_err(Clone::clone)
}

impl Thesaurus {
    /// Reads files of concepts, given as name and text.
    ///
    /// # Errors
    /// Naming the file: what TOML says, a key used twice, a related key that is not there.
    pub fn read(files: impl IntoIterator<Item = (String, String)>) -> Result<Self> {
        let mut adding = Adding::to(Self::default());
        for concept in written::read(files)? {
            adding.add(concept.written, concept.related);
        }
        Ok(adding.finish())
    }

    /// The same thesaurus with a municipality's own concepts beside what it holds.
    #[must_use]
    pub fn with(&self, own: &[OwnConcept<'_>]) -> Self {
        let mut adding = Adding::to(self.clone());
        for OwnConcept { label, official, lay } in own {
            let (label, official, lay) = ((*label).to_owned(), official.to_vec(), lay.to_vec());
            adding.add(Written { label, official, lay, ..Written::default() }, Vec::new());
        }
        adding.finish()
    }

    /// The concepts that a single word leads to.
    pub fn of_word(&self, surface: &str, stem: &str) -> Vec<usize> {
        let mut found = self.by_surface.get(surface).cloned().unwrap_or_default();
        for concept in self.by_stem.get(stem).into_iter().flatten() {
            if !found.contains(concept) {
                found.push(*concept);
            }
        }
        found
    }

    /// The phrases all of whose words stand close together in `stems`, the longest first.
    pub fn phrases_in(&self, stems: &[String]) -> Vec<Spoken<'_>> {
        let stems: Vec<Option<Stem>> =
            stems.iter().map(|stem| self.stems.get(stem.as_str()).copied()).collect();
        let known = stems.iter().flatten();
        let mut candidates: Vec<u32> =
            known.filter_map(|stem| self.phrases_by_stem.get(stem)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let mut found: Vec<Spoken<'_>> = candidates
            .into_iter()
            .map(|at| &self.phrases[at as usize])
            .filter_map(|phrase| Some(Spoken { phrase, places: places(phrase, &stems)? }))
            .collect();
        found.sort_by_key(|found| std::cmp::Reverse(found.phrase.stems.len()));
        found
    }

    /// Every word of every term.
    pub fn words(&self) -> &Arc<Words> {
        &self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn every_shipped_file_can_be_read() {
        let thesaurus = Thesaurus::read(shipped_files()).unwrap();
        assert!(thesaurus.concepts.len() > 100, "{} concepts", thesaurus.concepts.len());
        let silent = thesaurus.concepts.iter().filter(|concept| concept.lay.is_empty());
        let silent: Vec<&str> = silent.map(|concept| concept.label.as_str()).collect();
        assert!(silent.is_empty(), "nobody has a word for {silent:?}");
    }

    #[test]
    fn a_phrase_is_found_whatever_stands_between_its_words() {
        let file = "[[concept]]\nkey='evicted'\nlabel='Udsættelse'\nofficial=['husvild']\nlay=['smidt ud af lejlighed']";
        let thesaurus = Thesaurus::read([("t".into(), file.into())]).unwrap();
        let typed: Vec<String> =
            words("jeg blev smidt helt ud af min lejlighed").into_iter().map(|word| word.stem).collect();
        assert_eq!(thesaurus.phrases_in(&typed).len(), 1);
        assert!(thesaurus.phrases_in(&["smidt".to_owned()]).is_empty());
    }

    #[test]
    fn not_belongs_to_what_stands_beside_it() {
        let file = "[[concept]]\nkey='sleep'\nlabel='Søvn'\nofficial=[]\nlay=['kan ikke sove', 'hang out']";
        let thesaurus = Thesaurus::read([("t".into(), file.into())]).unwrap();
        let found = |text: &str| {
            let stems: Vec<String> = words(text).into_iter().map(|word| word.stem).collect();
            thesaurus.phrases_in(&stems).len()
        };
        assert_eq!(found("jeg kan slet ikke sove"), 1);
        assert_eq!(found("jeg har ikke nogen bolig og vil gerne sove"), 0);
        assert_eq!((found("a place to hang out"), found("out of it, hang me")), (1, 0));
    }

    #[test]
    fn small_words_count_where_but_one_word_is_left_beside_not() {
        let file = "[[concept]]\nkey='alone'\nlabel='Ensom'\nofficial=[]\nlay=['mor kommer ikke ud']";
        let thesaurus = Thesaurus::read([("t".into(), file.into())]).unwrap();
        let found = |text: &str| {
            let stems: Vec<String> = words(text).into_iter().map(|word| word.stem).collect();
            thesaurus.phrases_in(&stems).len()
        };
        assert_eq!((found("min mor kommer ikke ud mere"), found("min mor vil ikke have hjælp")), (1, 0));
    }

    #[test]
    fn a_phrase_is_kept_once_however_often_its_sets_make_it() {
        let sets = "[[set]]\nname='child'\nwords=['søn', 'sønnen']";
        let file = "[[concept]]\nkey='ssp'\nlabel='SSP'\nofficial=[]\nlay=['{child} stjæler']";
        let thesaurus = Thesaurus::read([("t".into(), file.into()), ("s".into(), sets.into())]).unwrap();
        assert_eq!(thesaurus.phrases.len(), 1);
    }

    #[test]
    fn a_term_with_a_set_stands_for_every_word_in_it() {
        let sets = "[[set]]\nname='child'\nwords=['søn', 'datter']";
        let file = "[[concept]]\nkey='ssp'\nlabel='SSP'\nofficial=[]\nlay=['{child} stjæler']";
        let thesaurus = Thesaurus::read([("t".into(), file.into()), ("s".into(), sets.into())]).unwrap();
        let stems: Vec<String> = words("min datter stjæler").into_iter().map(|word| word.stem).collect();
        assert_eq!(thesaurus.phrases_in(&stems).len(), 1);
        assert!(Thesaurus::read([("t".into(), file.into())]).is_err());
    }

    #[test]
    fn own_words_stand_beside_those_that_are_shipped() {
        let shipped = Thesaurus::read(shipped_files()).unwrap();
        let [official, lay] = ["værested", "plimsolleren"].map(|word| [word.to_owned()]);
        let own = OwnConcept { label: "Værestedet Perronen", official: &official, lay: &lay };
        let both = shipped.with(&[own]);
        let typed = &words("plimsolleren")[0];
        assert_eq!(both.of_word(&typed.surface, &typed.stem), [shipped.concepts.len()]);
        assert!(shipped.of_word(&typed.surface, &typed.stem).is_empty());
    }

    #[test]
    fn a_related_key_that_is_not_there_is_refused() {
        let file = "[[concept]]\nkey='a'\nlabel='A'\nofficial=[]\nrelated=['b']";
        assert!(Thesaurus::read([("t".into(), file.into())]).is_err());
    }
}
