//! What lay words mean in official ones. The words are data: `server/thesaurus/*.toml`, embedded in the binary.

use std::collections::HashMap;
use std::sync::LazyLock;

use entity::directory::concept;
use rust_embed::RustEmbed;
use serde::Deserialize;

use super::words::{Word, is_negation, is_stop_word, words};
use crate::error::{Error, Result};

/// The files, by topic.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/thesaurus"]
struct Files;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    concept: Vec<Written>,
    #[serde(default)]
    set: Vec<Set>,
}

/// Words that can stand for each other in a term: “{child} stjæler” is a term for every word in the set `child`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Set {
    name: String,
    words: Vec<String>,
}

/// A concept as it stands in a file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    key: String,
    label: String,
    official: Vec<String>,
    #[serde(default)]
    lay: Vec<String>,
    #[serde(default)]
    english: Vec<String>,
    #[serde(default)]
    abbreviations: Vec<String>,
    #[serde(default)]
    related: Vec<String>,
    /// Whether it says who is to be helped rather than with what.
    #[serde(default)]
    audience: bool,
    /// The lay terms that name sets, once for every choice of words from them. They are what people say; looking for
    /// each of them in the texts would find nothing but accidents.
    #[serde(skip)]
    spoken: Vec<String>,
}

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

/// A phrase of several words, and the concept it names.
#[derive(Clone)]
pub struct Phrase {
    /// The stems of its words that carry meaning.
    pub stems: Vec<String>,
    /// Place of its concept.
    pub concept: usize,
    /// How its words have to stand.
    bond: Bond,
}

/// How the words of a phrase have to stand in what was typed.
#[derive(Clone, Copy, PartialEq)]
enum Bond {
    /// Near each other, in any order.
    Near,
    /// Closer, for “not” belongs to what stands beside it.
    Negated,
    /// As they are written: small words mean something in their order only.
    Spoken,
}

impl Bond {
    fn of(words: &[Word]) -> Self {
        if words.iter().any(|word| is_negation(&word.surface)) {
            Self::Negated
        } else if words.iter().any(|word| is_stop_word(&word.surface)) {
            Self::Spoken
        } else {
            Self::Near
        }
    }

    /// How many other words may stand between those of the phrase.
    const fn between(self) -> usize {
        match self {
            Self::Near => 4,
            Self::Negated => 2,
            Self::Spoken => 1,
        }
    }
}

/// A phrase that was found, and where its words stand.
pub struct Spoken<'t> {
    /// The phrase.
    pub phrase: &'t Phrase,
    /// The places of its words, in the order of the text.
    pub places: Vec<usize>,
}

/// All concepts, and the words that lead to them.
#[derive(Clone, Default)]
pub struct Thesaurus {
    /// The concepts.
    pub concepts: Vec<Concept>,
    by_stem: HashMap<String, Vec<usize>>,
    by_surface: HashMap<String, Vec<usize>>,
    phrases: Vec<Phrase>,
    phrases_by_stem: HashMap<String, Vec<usize>>,
    surfaces: Vec<(String, String)>,
}

/// The thesaurus of this build.
///
/// # Errors
/// `Data` where a file can't be read; a test reads them all, so a release never meets it.
pub fn shipped() -> Result<&'static Thesaurus> {
    static SHIPPED: LazyLock<Result<Thesaurus>> = LazyLock::new(|| Thesaurus::read(shipped_files()));
    SHIPPED.as_ref().map_err(|error| Error::Data { file: "thesaurus".into(), message: error.to_string() })
}

fn shipped_files() -> impl Iterator<Item = (String, String)> {
    Files::iter().filter_map(|name| {
        let file = Files::get(&name)?;
        Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
    })
}

impl Thesaurus {
    /// Reads files of concepts, given as name and text.
    ///
    /// # Errors
    /// `Data` naming the file: what TOML says, a key used twice, a related key that is not there.
    pub fn read(files: impl IntoIterator<Item = (String, String)>) -> Result<Self> {
        let mut written = Vec::new();
        let mut sets = HashMap::new();
        for (file, text) in files {
            let parsed: File = toml::from_str(&text)
                .map_err(|error| Error::Data { file: file.clone(), message: error.to_string() })?;
            sets.extend(parsed.set.into_iter().map(|set| (set.name, set.words)));
            written.extend(parsed.concept.into_iter().map(|concept| (file.clone(), concept)));
        }
        let mut places = HashMap::new();
        for (at, (file, concept)) in written.iter().enumerate() {
            if places.insert(concept.key.clone(), at).is_some() {
                return Err(Error::Data {
                    file: file.clone(),
                    message: format!("{} stands twice", concept.key),
                });
            }
        }
        let mut thesaurus = Self::default();
        for (at, (file, mut concept)) in written.into_iter().enumerate() {
            for terms in [&mut concept.lay, &mut concept.english] {
                let spoken = every_term(terms.extract_if(.., |term| term.contains('{')), &sets)
                    .map_err(|message| Error::Data { file: file.clone(), message })?;
                concept.spoken.extend(spoken);
            }
            let related = concept
                .related
                .iter()
                .map(|key| {
                    let unknown = || Error::Data { file: file.clone(), message: format!("no concept {key}") };
                    places.get(key).copied().ok_or_else(unknown)
                })
                .collect::<Result<_>>()?;
            thesaurus.add(at, concept, related);
        }
        thesaurus.surfaces.sort();
        thesaurus.surfaces.dedup();
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
        thesaurus.surfaces.sort();
        thesaurus.surfaces.dedup();
        thesaurus
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
        let all = words(term);
        let says_something = |word: &&Word| !is_stop_word(&word.surface) || is_negation(&word.surface);
        let meaning: Vec<Word> = all.iter().filter(says_something).cloned().collect();
        // “Hang out” is not “hang”: a phrase that would shrink to one word keeps its small words.
        if all.len() == 1 && meaning.is_empty() {
            return None;
        }
        let kept = if meaning.len() < 2 { all } else { meaning };
        let bond = Bond::of(&kept);
        let mut stems: Vec<String> = Vec::new();
        for word in kept {
            if word.surface.chars().count() > 2 && !is_negation(&word.surface) {
                self.surfaces.push((word.surface, word.stem.clone()));
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
                if let Some(stem) = telling {
                    self.phrases_by_stem.entry(stem.clone()).or_default().push(self.phrases.len());
                }
                self.phrases.push(Phrase { stems: stems.clone(), concept, bond });
            }
        }
        Some(stems)
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
        let mut candidates: Vec<usize> =
            stems.iter().filter_map(|stem| self.phrases_by_stem.get(stem)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let mut found: Vec<Spoken<'_>> = candidates
            .into_iter()
            .map(|at| &self.phrases[at])
            .filter_map(|phrase| Some(Spoken { phrase, places: places(phrase, stems)? }))
            .collect();
        found.sort_by_key(|found| std::cmp::Reverse(found.phrase.stems.len()));
        found
    }

    /// Every word of every term, with its stem, by alphabet.
    pub fn surfaces(&self) -> &[(String, String)] {
        &self.surfaces
    }
}

/// The terms, each once for every choice of words from the sets it names; an error where a set is not there.
fn every_term(
    terms: impl Iterator<Item = String>,
    sets: &HashMap<String, Vec<String>>,
) -> std::result::Result<Vec<String>, String> {
    let mut open: Vec<String> = terms.collect();
    let mut done = Vec::new();
    while let Some(term) = open.pop() {
        let Some((before, rest)) = term.split_once('{') else {
            done.push(term);
            continue;
        };
        let (name, after) = rest.split_once('}').ok_or_else(|| format!("{term} lacks a brace"))?;
        let words = sets.get(name).ok_or_else(|| format!("no set {name}"))?;
        open.extend(words.iter().map(|word| format!("{before}{word}{after}")));
    }
    Ok(done)
}

/// Where the words of a phrase stand, in the first stretch of the text that holds them all and few others.
fn places(phrase: &Phrase, text: &[String]) -> Option<Vec<usize>> {
    let length = (phrase.stems.len() + phrase.bond.between()).min(text.len()).max(1);
    text.windows(length).enumerate().find_map(|(from, stretch)| {
        let mut next = 0;
        let mut places = Vec::with_capacity(phrase.stems.len());
        for stem in &phrase.stems {
            let begin = if phrase.bond == Bond::Spoken { next } else { 0 };
            let at = begin + stretch[begin..].iter().position(|word| word == stem)?;
            next = at + 1;
            places.push(from + at);
        }
        places.sort_unstable();
        Some(places)
    })
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
