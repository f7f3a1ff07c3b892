//! Where the words of a directory's services stand, and the services ranked by a [`Plan`].
//!
//! A stem's postings hold, for each service that it stands in, one score worked out beforehand: it depends on the
//! fields and on how rare the stem is, not on what is asked. Asking is adding up.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::compounds;
use super::document;
use super::explain::MatchField;
use super::plan::{Candidate, Plan};
use super::thesaurus::{self, Thesaurus};
use super::vocabulary::Vocabulary;
use super::words::{Word, is_stop_word, words};
use crate::directory::Directory;
use crate::error::Result;

/// How much a field counts. A name says more than a description; a person or street is meant as such.
const fn boost(field: MatchField) -> f32 {
    match field {
        MatchField::Name => 4.0,
        MatchField::AlternateName => 3.6,
        MatchField::LegalBasis | MatchField::Contact | MatchField::Phone | MatchField::Address => 3.0,
        MatchField::TargetGroup => 1.6,
        MatchField::Subservice => 1.5,
        MatchField::Theme => 1.3,
        MatchField::Description => 1.0,
        MatchField::Organisation => 0.8,
    }
}

/// How much the parts of a compound count beside a word of their own, in the name and elsewhere.
const NAME_PARTS: f32 = 1.8;
const TEXT_PARTS: f32 = 0.45;
/// How much every sign but the best adds to it.
const TIE_BREAKER: f32 = 0.25;
/// How much a term of several words counts beside one word.
const TERM: f32 = 1.2;
/// How much more a service counts whose whole name was typed.
const NAMED: f32 = 0.6;
/// Hits this far below the best are noise.
const CUT: f32 = 0.08;

/// A service that answers a query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place in the directory.
    pub service: usize,
    /// The higher the better; only comparable within one answer.
    pub score: f32,
}

/// The words known to a directory.
#[derive(Default)]
pub struct Lexicon {
    /// Of its texts and of the thesaurus.
    pub vocabulary: Vocabulary,
    /// What a compound can consist of.
    pub parts: HashSet<String>,
    /// What of each concept of the thesaurus stands in its texts.
    pub concepts: Vec<Said>,
    /// Where each stem of its texts stands, on its own or inside a compound.
    postings: HashMap<String, Box<[Hit]>>,
}

/// The terms of a concept that stand in a directory's texts, each as its stems. Most of what people may say stands in
/// none; leaving it out here saves every query from looking.
pub struct Said {
    /// Official ones.
    pub official: Vec<Vec<String>>,
    /// Lay ones.
    pub lay: Vec<Vec<String>>,
}

impl Lexicon {
    fn new(
        vocabulary: Vocabulary,
        parts: HashSet<String>,
        postings: HashMap<String, Box<[Hit]>>,
        thesaurus: &Thesaurus,
    ) -> Self {
        let mut lexicon = Self { vocabulary, parts, concepts: Vec::new(), postings };
        let said =
            |terms: &Vec<Vec<String>>| terms.iter().filter(|term| lexicon.has_all(term)).cloned().collect();
        let concepts = thesaurus.concepts.iter();
        lexicon.concepts =
            concepts.map(|c| Said { official: said(&c.official), lay: said(&c.lay) }).collect();
        lexicon
    }

    /// Whether every stem stands in some text.
    pub fn has_all(&self, stems: &[String]) -> bool {
        stems.iter().all(|stem| self.postings.contains_key(stem))
    }

    fn postings(&self, stem: &str) -> &[Hit] {
        self.postings.get(stem).map_or(&[], |postings| postings)
    }
}

/// The search index of one directory.
#[derive(Default)]
pub struct SearchIndex {
    lexicon: Lexicon,
    /// The stems of the parts of each compound that stands in the texts.
    split: HashMap<String, Vec<String>>,
    /// The stems of each service's names, one list per name.
    names: Vec<Vec<Vec<String>>>,
    /// National digits, with the place of the service they lead to; in the order of the services.
    phones: Vec<(String, usize)>,
    /// The shipped thesaurus with the municipality's own words; none where it has no words of its own.
    thesaurus: Option<Box<Thesaurus>>,
}

/// The words of a service, text by text.
type Texts = Vec<(MatchField, Vec<Word>)>;

impl SearchIndex {
    /// Indexes the services of a directory.
    ///
    /// # Errors
    /// A thesaurus file that can't be read.
    pub(crate) fn build(directory: &Directory) -> Result<Self> {
        let shipped = thesaurus::shipped()?;
        let own = &directory.concepts;
        let both = (!own.is_empty()).then(|| Box::new(shipped.with(own)));
        let thesaurus = both.as_deref().unwrap_or(shipped);
        let texts: Vec<Texts> = directory
            .services
            .iter()
            .map(|service| {
                let texts = document::texts(directory, service).into_iter();
                texts.map(|(field, text)| (field, words_with_meaning(text))).collect()
            })
            .collect();
        let all: BTreeMap<String, String> = texts
            .iter()
            .flatten()
            .flat_map(|(_, words)| words)
            .map(|word| (word.surface.clone(), word.stem.clone()))
            .collect();
        let parts = part_lexicon(&all, thesaurus);
        let split: HashMap<String, Vec<String>> = all
            .keys()
            .map(|surface| (surface.clone(), stems_of_parts(surface, &parts)))
            .filter(|(_, stems)| !stems.is_empty())
            .collect();

        let postings = postings(&texts, &split);
        let names = texts.iter().map(names).collect();
        let phones = directory
            .services
            .iter()
            .enumerate()
            .flat_map(|(at, service)| {
                document::phones(directory, service).map(move |number| (national(number), at))
            })
            .collect();
        let lexicon = Lexicon::new(Vocabulary::new(all, thesaurus.surfaces()), parts, postings, thesaurus);
        Ok(Self { lexicon, split, names, phones, thesaurus: both })
    }

    /// Reads a query against the words of this directory.
    ///
    /// # Errors
    /// A thesaurus file that can't be read.
    pub fn plan(&self, query: &str) -> Result<Plan> {
        let thesaurus = match self.thesaurus.as_deref() {
            Some(both) => both,
            None => thesaurus::shipped()?,
        };
        Ok(Plan::new(query, &self.lexicon, thesaurus))
    }

    /// The words of this directory and the thesaurus.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.lexicon.vocabulary
    }

    /// The stems of the parts of a compound that stands in this directory; empty for any other word.
    pub fn parts_of(&self, surface: &str) -> &[String] {
        self.split.get(surface).map_or(&[], Vec::as_slice)
    }

    /// Whether all the stems stand in the service's texts.
    pub fn stand_in(&self, stems: &[String], service: usize) -> bool {
        stems.iter().all(|stem| score_in(self.lexicon.postings(stem), service).is_some())
    }

    /// The number with these digits that leads to the service.
    pub fn number_of(&self, service: usize, digits: &str) -> Option<&str> {
        let from = self.phones.partition_point(|(_, at)| *at < service);
        let of_service = self.phones[from..].iter().take_while(|(_, at)| *at == service);
        of_service.map(|(number, _)| number.as_str()).find(|number| number.contains(digits))
    }

    /// The services that answer the plan, the best first; noise far below the best is left out.
    pub fn hits(&self, plan: &Plan) -> Vec<Hit> {
        let by_number = plan.number.as_deref().map(|digits| self.by_number(digits)).unwrap_or_default();
        if by_number.is_empty() { self.by_words(plan) } else { by_number }
    }

    fn by_number(&self, digits: &str) -> Vec<Hit> {
        let found = self.phones.iter().filter(|(number, _)| number.contains(digits));
        let mut services: Vec<usize> = found.map(|(_, at)| *at).collect();
        services.dedup();
        services.into_iter().map(|service| Hit { service, score: 1.0 }).collect()
    }

    fn by_words(&self, plan: &Plan) -> Vec<Hit> {
        let services = self.names.len();
        let mut total = vec![0.0; services];
        let mut scores = Scores::new(services);
        for slot in &plan.slots {
            for candidate in &slot.candidates {
                self.candidate(candidate, slot.weight * candidate.weight, &mut scores);
            }
            scores.take(|service, score| total[service] += score);
        }
        let mut hits: Vec<Hit> = total
            .into_iter()
            .enumerate()
            .filter(|(_, score)| *score > 0.0)
            .map(|(service, score)| {
                let named = 1.0 + NAMED * self.share_of_name_typed(service, plan);
                Hit { service, score: score * named }
            })
            .collect();
        let best = hits.iter().map(|hit| hit.score).fold(0.0, f32::max);
        hits.retain(|hit| hit.score >= best * CUT);
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        hits
    }

    /// Adds a candidate's signs: the services where all its stems stand.
    fn candidate(&self, candidate: &Candidate, weight: f32, scores: &mut Scores) {
        let postings = self.rarest_first(&candidate.stems);
        let Some((rarest, others)) = postings.split_first() else { return };
        // Each word of a term adds its score; the term as a whole shall count as little more than one word.
        let weight = if others.is_empty() { weight } else { weight * TERM / candidate.stems.len() as f32 };
        for hit in *rarest {
            let in_others = others.iter().map(|postings| score_in(postings, hit.service));
            if let Some(score) = in_others.sum::<Option<f32>>() {
                scores.add(hit.service, weight * (hit.score + score));
            }
        }
    }

    fn rarest_first(&self, stems: &[String]) -> Vec<&[Hit]> {
        let mut postings: Vec<_> = stems.iter().map(|stem| self.lexicon.postings(stem)).collect();
        postings.sort_by_key(|postings| postings.len());
        postings
    }

    /// How much of one of the service's names was typed, from 0 to 1.
    fn share_of_name_typed(&self, service: usize, plan: &Plan) -> f32 {
        let typed = |name: &Vec<String>| {
            name.iter().filter(|stem| plan.stems.contains(*stem)).count() as f32 / name.len().max(1) as f32
        };
        self.names[service].iter().map(typed).fold(0.0, f32::max)
    }
}

fn score_in(postings: &[Hit], service: usize) -> Option<f32> {
    let at = postings.binary_search_by_key(&service, |hit| hit.service).ok()?;
    Some(postings[at].score)
}

/// The scores of a slot: the best sign of each service, and a little for every other.
struct Scores {
    signs: Vec<Signs>,
    touched: Vec<usize>,
}

/// Signs of the same thing.
#[derive(Clone, Copy, Default)]
struct Signs {
    best: f32,
    sum: f32,
}

impl Signs {
    fn add(&mut self, sign: f32) {
        self.best = self.best.max(sign);
        self.sum += sign;
    }

    fn score(self) -> f32 {
        self.best + (self.sum - self.best) * TIE_BREAKER
    }
}

impl Scores {
    fn new(services: usize) -> Self {
        Self { signs: vec![Signs::default(); services], touched: Vec::new() }
    }

    fn add(&mut self, service: usize, sign: f32) {
        if self.signs[service].sum == 0.0 {
            self.touched.push(service);
        }
        self.signs[service].add(sign);
    }

    /// Hands out the scores and begins anew.
    fn take(&mut self, mut to: impl FnMut(usize, f32)) {
        for service in self.touched.drain(..) {
            to(service, std::mem::take(&mut self.signs[service]).score());
        }
    }
}

/// Where each stem stands, in the order of the services, and how much that says.
fn postings(texts: &[Texts], split: &HashMap<String, Vec<String>>) -> HashMap<String, Box<[Hit]>> {
    let mut found: HashMap<&str, Vec<Hit>> = HashMap::new();
    for (service, texts) in texts.iter().enumerate() {
        for (stem, signs) in signs(texts, split) {
            found.entry(stem).or_default().push(Hit { service, score: signs.score() });
        }
    }
    let weighed = |(stem, mut hits): (&str, Vec<Hit>)| {
        let rarity = rarity(hits.len(), texts.len());
        hits.iter_mut().for_each(|hit| hit.score *= rarity);
        (stem.to_owned(), hits.into_boxed_slice())
    };
    found.into_iter().map(weighed).collect()
}

/// The signs that a service's texts give of each stem: one per field, and one each for parts of compounds.
fn signs<'t>(texts: &'t Texts, split: &'t HashMap<String, Vec<String>>) -> HashMap<&'t str, Signs> {
    let mut seen = HashSet::new();
    let mut signs: HashMap<&str, Signs> = HashMap::new();
    let mut add = |stem: &'t str, place: Place| {
        if seen.insert((stem, place)) {
            signs.entry(stem).or_default().add(place.counts());
        }
    };
    for (field, words) in texts {
        let is_name = matches!(field, MatchField::Name | MatchField::AlternateName);
        for word in words {
            add(&word.stem, Place::Whole(*field));
            for part in split.get(&word.surface).into_iter().flatten() {
                add(part, if is_name { Place::PartInName } else { Place::PartInText });
            }
        }
    }
    signs
}

/// Where in a service a stem can stand.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    Whole(MatchField),
    PartInName,
    PartInText,
}

impl Place {
    const fn counts(self) -> f32 {
        match self {
            Self::Whole(field) => boost(field),
            Self::PartInName => NAME_PARTS,
            Self::PartInText => TEXT_PARTS,
        }
    }
}

/// How telling a stem is, from 0 to 1: one that stands in a single service says most.
fn rarity(frequency: usize, services: usize) -> f32 {
    let services = services as f32 + 1.0;
    (services / frequency as f32).ln() / services.ln()
}

fn names(texts: &Texts) -> Vec<Vec<String>> {
    let is_name = |field: &MatchField| matches!(field, MatchField::Name | MatchField::AlternateName);
    let stems = |words: &Vec<Word>| words.iter().map(|word| word.stem.clone()).collect();
    texts.iter().filter(|(field, _)| is_name(field)).map(|(_, words)| stems(words)).collect()
}

/// The words of a text that can be searched for. A text of nothing but small words keeps them.
fn words_with_meaning(text: &str) -> Vec<Word> {
    let all = words(text);
    let meaning: Vec<Word> = all.iter().filter(|word| !is_stop_word(&word.surface)).cloned().collect();
    if meaning.is_empty() { all } else { meaning }
}

/// What a compound can consist of: every known word and stem that carries meaning.
fn part_lexicon(texts: &BTreeMap<String, String>, thesaurus: &Thesaurus) -> HashSet<String> {
    let known = texts.iter().chain(thesaurus.surfaces().iter().map(|(surface, stem)| (surface, stem)));
    known
        .filter(|(surface, _)| !is_stop_word(surface) && surface.chars().all(char::is_alphabetic))
        .flat_map(|(surface, stem)| [surface, stem])
        .filter(|word| word.chars().count() >= 3)
        .cloned()
        .collect()
}

fn stems_of_parts(surface: &str, lexicon: &HashSet<String>) -> Vec<String> {
    compounds::parts(surface, lexicon).into_iter().flat_map(words).map(|word| word.stem).collect()
}

fn national(e164: &str) -> String {
    e164.strip_prefix("+45").unwrap_or(e164).chars().filter(char::is_ascii_digit).collect()
}
