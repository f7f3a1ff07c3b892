//! What lay words mean in official ones. The words are data: `server/thesaurus/*.toml`, embedded in the binary.

mod phrases;
mod written;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use entity::directory::concept;

use self::phrases::{Bond, Phrase, Spoken, Stem, number, places};
use self::written::{Written, shipped_files};
use super::vocabulary::Words;
use super::words::{Word, is_negation, is_stop_word, words};
use crate::error::{Error, Result};

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

/// All concepts, and the words that lead to them.
#[derive(Clone, Default)]
pub struct Thesaurus {
    /// The concepts.
    pub concepts: Vec<Concept>,
    by_stem: HashMap<String, Vec<usize>>,
    by_surface: HashMap<String, Vec<usize>>,
    phrases: Vec<Phrase>,
    /// While phrases are added: sets make the same one more than once.
    added: HashSet<Phrase>,
    /// And the same words in all of them.
    pieces: HashMap<String, Vec<Word>>,
    phrases_by_stem: HashMap<Stem, Vec<u32>>,
    stems: HashMap<Arc<str>, Stem>,
    surfaces: BTreeMap<Arc<str>, Arc<str>>,
    words: Arc<Words>,
}

/// The thesaurus of this build.
///
/// # Errors
/// `Data` where a file can't be read; a test reads them all, so a release never meets it.
pub fn shipped() -> Result<&'static Thesaurus> {
    static SHIPPED: LazyLock<Result<Thesaurus>> = LazyLock::new(|| Thesaurus::read(shipped_files()));
    SHIPPED.as_ref().map_err(|error| Error::Data { file: "thesaurus".into(), message: error.to_string() })
}

impl Thesaurus {
    /// Reads files of concepts, given as name and text.
    ///
    /// # Errors
    /// `Data` naming the file: what TOML says, a key used twice, a related key that is not there.
    pub fn read(files: impl IntoIterator<Item = (String, String)>) -> Result<Self> {
        let mut thesaurus = Self::default();
        for (at, concept) in written::read(files)?.into_iter().enumerate() {
            thesaurus.add(at, concept.written, concept.related);
        }
        thesaurus.finish();
        Ok(thesaurus)
    }

    /// The same thesaurus with a municipality's own concepts beside what it holds.
    #[must_use]
    pub fn with(&self, own: &[concept::Model]) -> Self {
        let mut thesaurus = self.clone();
        for row in own {
            let (label, official, lay) = (row.label.clone(), row.official.0.clone(), row.lay.0.clone());
            let at = thesaurus.concepts.len();
            thesaurus.add(at, Written { label, official, lay, ..Written::default() }, Vec::new());
        }
        thesaurus.finish();
        thesaurus
    }

    /// Lets go of what only adding needs, and makes what all that have been added give together.
    fn finish(&mut self) {
        let surfaces = self.surfaces.iter().map(|(surface, stem)| (surface.clone(), stem.clone()));
        self.words = Arc::new(Words::new(surfaces));
        self.added = HashSet::new();
        self.pieces = HashMap::new();
        self.phrases.shrink_to_fit();
    }

    fn add(&mut self, at: usize, written: Written, related: Vec<usize>) {
        let mut official = Vec::new();
        let mut lay = Vec::new();
        for term in std::iter::once(&written.label).chain(&written.official) {
            official.extend(self.lead(term, at));
        }
        for term in written.lay.iter().chain(&written.english) {
            lay.extend(self.lead(term, at));
        }
        for term in &written.spoken {
            self.lead(term, at);
        }
        for term in &written.abbreviations {
            let surface = words(term).into_iter().map(|word| word.surface).collect::<Vec<_>>().join(" ");
            note(&mut self.by_surface, surface.clone(), at);
            official.push(vec![surface]);
        }
        official.sort();
        official.dedup();
        self.concepts.push(Concept {
            label: written.label,
            official,
            lay,
            related,
            audience: written.audience,
        });
    }

    /// Lets a term lead to its concept; returns its stems, or nothing where no word of it carries meaning.
    fn lead(&mut self, term: &str, concept: usize) -> Option<Vec<String>> {
        let all = self.words_of(term);
        let says_something = |word: &&Word| !is_stop_word(&word.surface) || is_negation(&word.surface);
        let meaning: Vec<Word> = all.iter().filter(says_something).cloned().collect();
        let telling = meaning.iter().filter(|word| !is_negation(&word.surface)).count();
        // “Hang out” is not “hang”, and “never comes out” is not “never comes”: a phrase that would shrink to one word
        // keeps its small words.
        if all.len() == 1 && meaning.is_empty() {
            return None;
        }
        let kept = if telling < 2 { all } else { meaning };
        let bond = Bond::of(&kept);
        let mut stems: Vec<String> = Vec::new();
        for word in kept {
            if word.surface.chars().count() > 2 && !is_negation(&word.surface) {
                self.surfaces.entry(word.surface.into()).or_insert_with(|| word.stem.as_str().into());
            }
            if !stems.contains(&word.stem) {
                stems.push(word.stem);
            }
        }
        match stems.as_slice() {
            [] => return None,
            [stem] => note(&mut self.by_stem, stem.clone(), concept),
            several => {
                // All of its words have to be there, so one of them is enough to find it by: the one fewest share.
                let telling = several.iter().max_by_key(|stem| stem.len());
                let telling = telling.map(|stem| number(&mut self.stems, stem));
                let stems = several.iter().map(|stem| number(&mut self.stems, stem)).collect();
                let phrase = Phrase { stems, concept, bond };
                if let (Some(telling), Ok(at)) = (telling, u32::try_from(self.phrases.len()))
                    && self.added.insert(phrase.clone())
                {
                    self.phrases_by_stem.entry(telling).or_default().push(at);
                    self.phrases.push(phrase);
                }
            }
        }
        Some(stems)
    }

    /// The words of a term; what stands between spaces is read once, however many terms it stands in.
    fn words_of(&mut self, term: &str) -> Vec<Word> {
        // “§ 80” is one word.
        if term.contains('§') {
            return words(term);
        }
        let mut all = Vec::new();
        for piece in term.split_whitespace() {
            match self.pieces.get(piece) {
                Some(known) => all.extend_from_slice(known),
                None => {
                    let read = words(piece);
                    all.extend_from_slice(&read);
                    self.pieces.insert(piece.to_owned(), read);
                }
            }
        }
        all
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

fn note(map: &mut HashMap<String, Vec<usize>>, word: String, concept: usize) {
    let concepts = map.entry(word).or_default();
    if !concepts.contains(&concept) {
        concepts.push(concept);
    }
}

#[cfg(test)]
mod tests {
    use entity::strings::Strings;

    use super::*;

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
        let at = chrono::DateTime::UNIX_EPOCH;
        let own = concept::Model {
            id: entity::ids::ConceptId(uuid::Uuid::nil()),
            municipality_id: entity::ids::MunicipalityId(uuid::Uuid::nil()),
            label: "Værestedet Perronen".into(),
            official: Strings(vec!["værested".into()]),
            lay: Strings(vec!["plimsolleren".into()]),
            revision: 1,
            created_at: at,
            updated_at: at,
        };
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
