//! The words of a directory's services in a tantivy index, ranked by a [`Plan`].

use std::collections::{BTreeMap, HashMap, HashSet};

use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, Searcher, TantivyDocument, Term};

use super::compounds;
use super::document;
use super::explain::MatchField;
use super::plan::{Candidate, Plan, Slot};
use super::thesaurus::{self, Thesaurus};
use super::vocabulary::Vocabulary;
use super::words::{Word, is_stop_word, words};
use crate::directory::Directory;
use crate::error::Result;

/// How much a field counts. A name says more than a description; a person or street is meant as such.
const FIELDS: [(MatchField, f32); 10] = [
    (MatchField::Name, 4.0),
    (MatchField::AlternateName, 3.6),
    (MatchField::LegalBasis, 3.0),
    (MatchField::Contact, 3.0),
    (MatchField::Address, 3.0),
    (MatchField::TargetGroup, 1.6),
    (MatchField::Theme, 1.3),
    (MatchField::Description, 1.0),
    (MatchField::Organisation, 0.8),
    (MatchField::Subservice, 1.5),
];
/// How much the parts of a compound count beside a word of their own, in the name and elsewhere.
const NAME_PARTS: f32 = 1.8;
const TEXT_PARTS: f32 = 0.45;
/// How much the second-best sign of a slot adds to the best.
const TIE_BREAKER: f32 = 0.25;
/// How much more a service counts whose whole name was typed.
const NAMED: f32 = 0.6;
/// Hits this far below the best are noise.
const CUT: f32 = 0.08;
/// Memory that an index begins to be built in, in bytes; it grows as it must.
const BUDGET: usize = 3_000_000;

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
    /// The stems that stand in its texts, on their own or inside a compound.
    stems: HashSet<String>,
}

impl Lexicon {
    /// Whether every stem stands in some text.
    pub fn has_all(&self, stems: &[String]) -> bool {
        stems.iter().all(|stem| self.stems.contains(stem))
    }
}

/// The search index of one directory.
#[derive(Default)]
pub struct SearchIndex {
    built: Option<Built>,
    lexicon: Lexicon,
    /// The stems of each service's names, one list per name.
    names: Vec<Vec<Vec<String>>>,
    /// National digits, with the place of the service they lead to.
    phones: Vec<(String, usize)>,
}

struct Built {
    searcher: Searcher,
    fields: Fields,
}

struct Fields {
    of_text: HashMap<MatchField, Field>,
    name_parts: Field,
    text_parts: Field,
    /// How many services each stem stands in.
    frequencies: HashMap<String, u32>,
    services: usize,
}

impl SearchIndex {
    /// Indexes the services of a directory. Document n is service n.
    ///
    /// # Errors
    /// The index's, or a thesaurus file that can't be read.
    pub(crate) fn build(directory: &Directory) -> Result<Self> {
        let thesaurus = thesaurus::shipped()?;
        let texts: Vec<Vec<(MatchField, Vec<Word>)>> = directory
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
        let split: HashMap<&str, Vec<String>> =
            all.keys().map(|surface| (surface.as_str(), stems_of_parts(surface, &parts))).collect();

        let (schema, mut fields) = schema();
        fields.services = texts.len();
        for service in &texts {
            let words = service.iter().flat_map(|(_, words)| words);
            let parts = words.clone().filter_map(|word| split.get(word.surface.as_str())).flatten();
            let stems: HashSet<&String> = words.map(|word| &word.stem).chain(parts).collect();
            for stem in stems {
                *fields.frequencies.entry(stem.clone()).or_default() += 1;
            }
        }
        let builder = Index::builder().schema(schema);
        let mut writer: SingleSegmentIndexWriter =
            builder.single_segment_index_writer(RamDirectory::create(), BUDGET)?;
        for service in &texts {
            writer.add_document(to_document(&fields, service, &split))?;
        }
        let searcher = writer.finalize()?.reader()?.searcher();

        let names = texts.iter().map(|service| names(service)).collect();
        let mut stems: HashSet<String> = all.values().cloned().collect();
        stems.extend(split.into_values().flatten());
        let phones = directory
            .services
            .iter()
            .enumerate()
            .flat_map(|(at, service)| {
                document::phones(directory, service).map(move |number| (national(number), at))
            })
            .collect();
        let lexicon = Lexicon { vocabulary: Vocabulary::new(all, thesaurus.surfaces()), parts, stems };
        Ok(Self { built: Some(Built { searcher, fields }), lexicon, names, phones })
    }

    /// Reads a query against the words of this directory.
    ///
    /// # Errors
    /// A thesaurus file that can't be read.
    pub fn plan(&self, query: &str) -> Result<Plan> {
        Ok(Plan::new(query, &self.lexicon, thesaurus::shipped()?))
    }

    /// The words of this directory and the thesaurus.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.lexicon.vocabulary
    }

    /// The stems of the parts of a compound of this directory's words.
    pub fn parts_of(&self, surface: &str) -> Vec<String> {
        stems_of_parts(surface, &self.lexicon.parts)
    }

    /// Whether a number leads to the service.
    pub fn has_number(&self, service: usize, digits: &str) -> Option<&str> {
        let mut of_service = self.phones.iter().filter(|(_, at)| *at == service);
        of_service.find(|(number, _)| number.contains(digits)).map(|(number, _)| number.as_str())
    }

    /// The services that answer the plan, the best first; noise far below the best is left out.
    ///
    /// # Errors
    /// The index's.
    pub fn hits(&self, plan: &Plan) -> Result<Vec<Hit>> {
        let mut hits = self.by_words(plan)?;
        if let Some(digits) = &plan.number {
            let mut by_number: Vec<usize> = self
                .phones
                .iter()
                .filter(|(number, _)| number.contains(digits.as_str()))
                .map(|(_, at)| *at)
                .collect();
            by_number.sort_unstable();
            by_number.dedup();
            if !by_number.is_empty() {
                hits = by_number.into_iter().map(|service| Hit { service, score: 1.0 }).collect();
            }
        }
        Ok(hits)
    }

    fn by_words(&self, plan: &Plan) -> Result<Vec<Hit>> {
        let Some(Built { searcher, fields }) = &self.built else { return Ok(Vec::new()) };
        if plan.slots.is_empty() || searcher.num_docs() == 0 {
            return Ok(Vec::new());
        }
        let slots = plan.slots.iter().map(|slot| fields.slot(slot)).collect();
        let every = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX);
        let found =
            searcher.search(&BooleanQuery::union(slots), &TopDocs::with_limit(every).order_by_score())?;
        let mut hits: Vec<Hit> = found
            .into_iter()
            .map(|(score, document)| {
                let service = document.doc_id as usize;
                Hit { service, score: score * (1.0 + NAMED * self.share_of_name_typed(service, plan)) }
            })
            .collect();
        let best = hits.iter().map(|hit| hit.score).fold(0.0, f32::max);
        hits.retain(|hit| hit.score >= best * CUT);
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        Ok(hits)
    }

    /// How much of one of the service's names was typed, from 0 to 1.
    fn share_of_name_typed(&self, service: usize, plan: &Plan) -> f32 {
        let typed = |name: &Vec<String>| {
            name.iter().filter(|stem| plan.stems.contains(*stem)).count() as f32 / name.len().max(1) as f32
        };
        self.names[service].iter().map(typed).fold(0.0, f32::max)
    }
}

impl Fields {
    fn slot(&self, slot: &Slot) -> Box<dyn Query> {
        let candidates = slot.candidates.iter().map(|candidate| self.candidate(candidate)).collect();
        boosted(any_of(candidates), slot.weight)
    }

    /// How telling a stem is, from 0 to 1: one that stands in a single service says most.
    fn rarity(&self, stem: &str) -> f32 {
        let frequency = self.frequencies.get(stem).copied().unwrap_or(1) as f32;
        let services = self.services as f32;
        ((services + 1.0) / frequency).ln() / (services + 1.0).ln()
    }

    fn candidate(&self, candidate: &Candidate) -> Box<dyn Query> {
        let mut stems: Vec<_> = candidate.stems.iter().map(|stem| self.stem(stem)).collect();
        let query = match stems.len() {
            1 => stems.remove(0),
            // Each word of a term adds its score; the term as a whole shall count as one word.
            several => {
                let all = stems.into_iter().map(|stem| (Occur::Must, stem)).collect();
                boosted(Box::new(BooleanQuery::new(all)), 1.2 / several as f32)
            }
        };
        boosted(query, candidate.weight)
    }

    fn stem(&self, stem: &str) -> Box<dyn Query> {
        let whole = FIELDS.iter().map(|(field, boost)| (self.of_text[field], *boost));
        let parts = [(self.name_parts, NAME_PARTS), (self.text_parts, TEXT_PARTS)];
        let fields = whole.chain(parts).map(|(field, boost)| {
            let term = TermQuery::new(Term::from_field_text(field, stem), IndexRecordOption::Basic);
            Box::new(ConstScoreQuery::new(Box::new(term), boost * self.rarity(stem))) as Box<dyn Query>
        });
        any_of(fields.collect())
    }
}

fn any_of(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(DisjunctionMaxQuery::with_tie_breaker(queries, TIE_BREAKER))
}

fn boosted(query: Box<dyn Query>, by: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, by))
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs);
    let options = TextOptions::default().set_indexing_options(indexing);
    let of_text = FIELDS
        .iter()
        .map(|(field, _)| (*field, schema.add_text_field(&format!("{field:?}"), options.clone())))
        .collect();
    let name_parts = schema.add_text_field("name_parts", options.clone());
    let text_parts = schema.add_text_field("text_parts", options);
    (schema.build(), Fields { of_text, name_parts, text_parts, frequencies: HashMap::new(), services: 0 })
}

fn to_document(
    fields: &Fields,
    texts: &[(MatchField, Vec<Word>)],
    split: &HashMap<&str, Vec<String>>,
) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    for (field, words) in texts {
        document.add_pre_tokenized_text(
            fields.of_text[field],
            tokens(words.iter().map(|word| word.stem.as_str())),
        );
        let parts =
            words.iter().filter_map(|word| split.get(word.surface.as_str())).flatten().map(String::as_str);
        let is_name = matches!(field, MatchField::Name | MatchField::AlternateName);
        let part_field = if is_name { fields.name_parts } else { fields.text_parts };
        document.add_pre_tokenized_text(part_field, tokens(parts));
    }
    document
}

fn names(texts: &[(MatchField, Vec<Word>)]) -> Vec<Vec<String>> {
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

fn tokens<'w>(stems: impl Iterator<Item = &'w str>) -> PreTokenizedString {
    let token =
        |(position, stem): (usize, &str)| Token { position, text: stem.to_owned(), ..Token::default() };
    PreTokenizedString { text: String::new(), tokens: stems.enumerate().map(token).collect() }
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
