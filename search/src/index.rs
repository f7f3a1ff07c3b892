//! Where the words of a directory's services stand, and the services ranked by a [`Plan`].
//!
//! A stem's postings hold, for each service that it stands in, one score worked out beforehand: it depends on the
//! fields and on how rare the stem is, not on what is asked. Asking is adding up.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::compounds;
use crate::document::{Document, MatchField};
use crate::error::Result;
use crate::explain::{self, Match};
use crate::near;
use crate::plan::{Candidate, Plan, Slot};
use crate::postings::{Posting, Signs, Texts, posting_in, postings};
use crate::terms::{self, Places};
use crate::thesaurus::{self, OwnConcept, Thesaurus};
use crate::vocabulary::Vocabulary;
use crate::words::{Word, is_stop_word, words};

/// How much more a service counts that is for those who are to be helped.
const AUDIENCE: f32 = 0.6;
/// What of it counts where nothing else that was typed speaks for the service.
const AUDIENCE_ALONE: f32 = 0.3;
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
    /// What of each concept of the thesaurus stands in its texts.
    pub concepts: Vec<Said>,
    /// Where each stem of its texts stands, on its own or inside a compound.
    postings: HashMap<String, Box<[Posting]>>,
    /// Where each of the thesaurus's terms of several words stands.
    terms: HashMap<Vec<String>, Box<[Posting]>>,
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
        postings: HashMap<String, Box<[Posting]>>,
        places: &Places<'_>,
        thesaurus: &Thesaurus,
    ) -> Self {
        let mut terms = HashMap::new();
        let mut said = |of_concept: &Vec<Vec<String>>| -> Vec<Vec<String>> {
            let stand = of_concept.iter().filter(|stems| match stems.as_slice() {
                [stem] => postings.contains_key(stem),
                several if !several.iter().all(|stem| postings.contains_key(stem)) => false,
                several => {
                    let found = terms
                        .entry(several.to_vec())
                        .or_insert_with(|| terms::term(several, &postings, places));
                    !found.is_empty()
                }
            });
            stand.cloned().collect()
        };
        let concepts = thesaurus.concepts.iter();
        let concepts = concepts.map(|c| Said { official: said(&c.official), lay: said(&c.lay) }).collect();
        terms.retain(|_, found| !found.is_empty());
        Self { vocabulary, concepts, postings, terms }
    }

    /// Whether the stem, or the term of several, stands in some text.
    pub fn has(&self, stems: &[String]) -> bool {
        !self.postings(stems).is_empty()
    }

    fn postings(&self, stems: &[String]) -> &[Posting] {
        let found = match stems {
            [stem] => self.postings.get(stem),
            several => self.terms.get(several),
        };
        found.map_or(&[], |postings| postings)
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
    thesaurus: Option<Arc<Thesaurus>>,
}

impl SearchIndex {
    /// Indexes the services of a directory, with the words that its municipality has of its own.
    ///
    /// # Errors
    /// A thesaurus file that can't be read.
    pub fn build<'d>(
        services: impl IntoIterator<Item = Document<'d>>,
        own: &[OwnConcept<'_>],
    ) -> Result<Self> {
        let shipped = thesaurus::shipped()?;
        let both = if own.is_empty() { None } else { Some(thesaurus::with_own(own)?) };
        let thesaurus = both.as_deref().unwrap_or(shipped);
        let mut texts = Texts::default();
        let mut phones = Vec::new();
        for (at, service) in services.into_iter().enumerate() {
            let of_service = service.texts.into_iter();
            texts.add(of_service.map(|(field, text)| (field, words_with_meaning(text))));
            phones.extend(service.phones.into_iter().map(|number| (national(number), at)));
        }
        let all: BTreeMap<Arc<str>, Arc<str>> = texts
            .words()
            .iter()
            .map(|word| (word.surface.as_str().into(), word.stem.as_str().into()))
            .collect();
        let known = all.iter().map(|(surface, stem)| (surface.clone(), stem.clone()));
        let vocabulary = Vocabulary::new(known, thesaurus.words());
        let split: HashMap<String, Vec<String>> = all
            .keys()
            .map(|surface| (surface.to_string(), stems_of_parts(surface, &vocabulary)))
            .filter(|(_, stems)| !stems.is_empty())
            .collect();

        let postings = postings(&texts, &split);
        let names = (0..texts.services()).map(|service| names(&texts, service)).collect();
        let lexicon = Lexicon::new(vocabulary, postings, &Places::of(&texts, &split), thesaurus);
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

    /// Why a service that was hit matched, word by word. `service` is its place, `document` what was indexed of it: it is
    /// read anew, so ask for the hits on the page only.
    pub fn explain(&self, service: usize, document: &Document<'_>, plan: &Plan) -> Vec<Match> {
        explain::explain(self, service, document, plan)
    }

    /// Known words like those typed, to offer where nothing was found.
    pub fn suggestions(&self, query: &str) -> Vec<String> {
        near::suggestions(&self.lexicon.vocabulary, query)
    }

    /// The stems of the parts of a compound that stands in this directory; empty for any other word.
    pub(crate) fn parts_of(&self, surface: &str) -> &[String] {
        self.split.get(surface).map_or(&[], Vec::as_slice)
    }

    /// Whether the candidate is a reason to find the service.
    pub(crate) fn finds(&self, candidate: &Candidate, service: usize) -> bool {
        let posting = posting_in(self.lexicon.postings(&candidate.stems), service);
        posting.is_some_and(|posting| posting.says(candidate.typed) > 0.0)
    }

    /// The number with these digits that leads to the service.
    pub(crate) fn number_of(&self, service: usize, digits: &str) -> Option<&str> {
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
        let (audience, needs): (Vec<&Slot>, Vec<&Slot>) = plan.slots.iter().partition(|slot| slot.audience);
        for slot in &needs {
            for candidate in &slot.candidates {
                self.candidate(candidate, slot.weight * candidate.weight, &mut scores);
            }
            scores.take(|service, score| total[service] += score);
        }
        let alone = if needs.is_empty() { 1.0 } else { AUDIENCE_ALONE };
        for slot in audience {
            for candidate in &slot.candidates {
                self.candidate(candidate, slot.weight * candidate.weight, &mut scores);
            }
            let most = scores.most();
            scores.take(|service, score| {
                total[service] = total[service] * (1.0 + AUDIENCE * score / most) + score * alone;
            });
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

    /// Adds a candidate's signs: the services where it stands.
    fn candidate(&self, candidate: &Candidate, weight: f32, scores: &mut Scores) {
        for posting in self.lexicon.postings(&candidate.stems) {
            let score = posting.says(candidate.typed);
            if score > 0.0 {
                scores.add(posting.service, weight * score);
            }
        }
    }

    /// How much of one of the service's names was typed, from 0 to 1.
    fn share_of_name_typed(&self, service: usize, plan: &Plan) -> f32 {
        let typed = |name: &Vec<String>| {
            name.iter().filter(|stem| plan.stems.contains(*stem)).count() as f32 / name.len().max(1) as f32
        };
        self.names[service].iter().map(typed).fold(0.0, f32::max)
    }
}

/// The scores of a slot: the best sign of each service, and a little for every other.
struct Scores {
    signs: Vec<Signs>,
    touched: Vec<usize>,
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

    /// The highest.
    fn most(&self) -> f32 {
        self.touched.iter().map(|service| self.signs[*service].score()).fold(f32::MIN_POSITIVE, f32::max)
    }

    /// Hands out the scores and begins anew.
    fn take(&mut self, mut to: impl FnMut(usize, f32)) {
        for service in self.touched.drain(..) {
            to(service, std::mem::take(&mut self.signs[service]).score());
        }
    }
}

fn names(texts: &Texts, service: usize) -> Vec<Vec<String>> {
    let is_name = |field: &MatchField| matches!(field, MatchField::Name | MatchField::AlternateName);
    let texts = texts.of(service).filter(|(field, _)| is_name(field));
    texts.map(|(_, words)| words.map(|word| word.stem.clone()).collect()).collect()
}

/// The words of a text that can be searched for. A text of nothing but small words keeps them.
fn words_with_meaning(text: &str) -> Vec<Word> {
    let all = words(text);
    let meaning: Vec<Word> = all.iter().filter(|word| !is_stop_word(&word.surface)).cloned().collect();
    if meaning.is_empty() { all } else { meaning }
}

fn stems_of_parts(surface: &str, vocabulary: &Vocabulary) -> Vec<String> {
    let parts = compounds::parts(surface, &|part| vocabulary.is_part(part));
    parts.into_iter().flat_map(words).map(|word| word.stem).collect()
}

fn national(e164: &str) -> String {
    e164.strip_prefix("+45").unwrap_or(e164).chars().filter(char::is_ascii_digit).collect()
}
