//! Where each stem stands, and how much it says there: worked out once, so that asking is adding up.

use std::collections::{HashMap, HashSet};

use crate::document::MatchField;
use crate::words::Word;

/// The words of all services, text by text. Each word is held once, however often it stands: in a large directory they
/// would take more room than all that is made of them.
#[derive(Default)]
pub(super) struct Texts {
    words: Vec<Word>,
    numbers: HashMap<String, u32>,
    services: Vec<Vec<(MatchField, Vec<u32>)>>,
}

impl Texts {
    /// Adds a service with its texts.
    pub fn add(&mut self, texts: impl IntoIterator<Item = (MatchField, Vec<Word>)>) {
        let mut numbered = |(field, words): (MatchField, Vec<Word>)| {
            (field, words.into_iter().map(|word| self.number(word)).collect())
        };
        let texts = texts.into_iter().map(&mut numbered).collect();
        self.services.push(texts);
    }

    fn number(&mut self, word: Word) -> u32 {
        if let Some(known) = self.numbers.get(&word.surface) {
            return *known;
        }
        let next = self.words.len() as u32;
        self.numbers.insert(word.surface.clone(), next);
        self.words.push(word);
        next
    }

    /// Every word that stands in some text, once.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// How many services there are.
    pub fn services(&self) -> usize {
        self.services.len()
    }

    /// The texts of a service.
    pub fn of(&self, service: usize) -> impl Iterator<Item = (MatchField, impl Iterator<Item = &Word>)> {
        let word = |number: &u32| &self.words[*number as usize];
        self.services[service].iter().map(move |(field, numbers)| (*field, numbers.iter().map(word)))
    }
}

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

/// What of it counts for what a thing is called elsewhere: nobody is called a thing, and an organisation that has it in
/// its name has many services.
const fn boost_elsewhere(field: MatchField) -> f32 {
    match field {
        MatchField::Contact | MatchField::Phone | MatchField::Address => 0.0,
        MatchField::Organisation => 0.3,
        _ => boost(field),
    }
}

/// How much the parts of a compound count beside a word of their own, in the name and elsewhere.
const NAME_PARTS: f32 = 1.8;
const TEXT_PARTS: f32 = 0.45;
/// How much every sign but the best adds to it.
const TIE_BREAKER: f32 = 0.25;

/// A service that a stem stands in.
#[derive(Clone, Copy)]
pub(super) struct Posting {
    /// Its place in the directory.
    pub service: usize,
    /// How much the stem says where it was typed.
    pub typed: f32,
    /// And where it is what the typed thing is called elsewhere.
    pub elsewhere: f32,
}

impl Posting {
    /// How much it says of what was typed, or of what that is called elsewhere.
    pub(super) const fn says(&self, typed: bool) -> f32 {
        if typed { self.typed } else { self.elsewhere }
    }
}

/// The posting of a service.
pub(super) fn posting_in(postings: &[Posting], service: usize) -> Option<&Posting> {
    let at = postings.binary_search_by_key(&service, |posting| posting.service).ok()?;
    postings.get(at)
}

/// Signs of the same thing.
#[derive(Clone, Copy, Default)]
pub(super) struct Signs {
    best: f32,
    /// Of all signs.
    pub sum: f32,
}

impl Signs {
    /// Counts another.
    pub fn add(&mut self, sign: f32) {
        self.best = self.best.max(sign);
        self.sum += sign;
    }

    /// What they say together.
    pub fn score(self) -> f32 {
        self.best + (self.sum - self.best) * TIE_BREAKER
    }
}

/// Where each stem stands, in the order of the services, and how much that says.
pub(super) fn postings(
    texts: &Texts,
    split: &HashMap<String, Vec<String>>,
) -> HashMap<String, Box<[Posting]>> {
    let mut found: HashMap<&str, Vec<Posting>> = HashMap::new();
    for service in 0..texts.services() {
        for (stem, [typed, elsewhere]) in signs(texts, service, split) {
            let posting = Posting { service, typed: typed.score(), elsewhere: elsewhere.score() };
            found.entry(stem).or_default().push(posting);
        }
    }
    let weighed = |(stem, mut postings): (&str, Vec<Posting>)| {
        let rarity = rarity(postings.len(), texts.services());
        for posting in &mut postings {
            posting.typed *= rarity;
            posting.elsewhere *= rarity;
        }
        (stem.to_owned(), postings.into_boxed_slice())
    };
    found.into_iter().map(weighed).collect()
}

/// The signs that a service's texts give of each stem, where it was typed and elsewhere: one per field, and one each
/// for parts of compounds.
fn signs<'t>(
    texts: &'t Texts,
    service: usize,
    split: &'t HashMap<String, Vec<String>>,
) -> HashMap<&'t str, [Signs; 2]> {
    let mut seen = HashSet::new();
    let mut signs: HashMap<&str, [Signs; 2]> = HashMap::new();
    let mut add = |stem: &'t str, place: Place| {
        if seen.insert((stem, place)) {
            let [typed, elsewhere] = signs.entry(stem).or_default();
            typed.add(place.counts(boost));
            elsewhere.add(place.counts(boost_elsewhere));
        }
    };
    for (field, words) in texts.of(service) {
        for word in words {
            add(&word.stem, Place::Whole(field));
            for part in split.get(&word.surface).into_iter().flatten() {
                add(part, Place::part_in(field));
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
    /// In what is called so, rather than is it.
    PartInLabel,
}

impl Place {
    const fn part_in(field: MatchField) -> Self {
        match field {
            MatchField::Name | MatchField::AlternateName => Self::PartInName,
            MatchField::Contact | MatchField::Phone | MatchField::Address => Self::PartInLabel,
            _ => Self::PartInText,
        }
    }

    fn counts(self, boost: fn(MatchField) -> f32) -> f32 {
        match self {
            Self::Whole(field) => boost(field),
            Self::PartInName => NAME_PARTS,
            Self::PartInText => TEXT_PARTS,
            Self::PartInLabel => TEXT_PARTS.min(boost(MatchField::Address)),
        }
    }
}

/// How telling a stem is, from 0 to 1: one that stands in a single service says most.
fn rarity(frequency: usize, services: usize) -> f32 {
    let services = services as f32 + 1.0;
    (services / frequency as f32).ln() / services.ln()
}
