//! Why a hit matched: for each word typed, the word it was found by, and where that stands.

use async_graphql::{Enum, SimpleObject};

use super::document;
use super::plan::{Candidate, Plan, Slot};
use super::words::words;
use crate::directory::Directory;

/// The part of a service that a word was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Enum)]
pub enum MatchField {
    /// Its name.
    Name,
    /// Another of its names.
    AlternateName,
    /// A theme it stands under.
    Theme,
    /// A group it is for.
    TargetGroup,
    /// What is written about it.
    Description,
    /// The organisation it is anchored in, or one above.
    Organisation,
    /// A contact's name, title or mail.
    Contact,
    /// A phone number.
    Phone,
    /// Its address.
    Address,
    /// The act or paragraph it rests on.
    LegalBasis,
    /// The name of a part of it.
    Subservice,
}

/// How what was found came from what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum MatchVia {
    /// The very word.
    Exact,
    /// A word that begins so.
    Start,
    /// The word in another form.
    Inflection,
    /// Part of a compound.
    Compound,
    /// Another word for the same.
    Synonym,
    /// A word spelt nearly so.
    Spelling,
    /// Digits of a number.
    Number,
}

/// Why a service matched a word or phrase, for example «hash» → stoffer.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
#[graphql(name = "SearchMatch")]
pub struct Match {
    /// What was typed.
    pub typed: String,
    /// What was found in its place, as it stands in the service.
    pub matched: String,
    /// How the one came from the other.
    pub via: MatchVia,
    /// Where it stands.
    pub field: MatchField,
}

/// A word of a service's text, with the stems of its parts.
struct Found {
    field: MatchField,
    surface: String,
    stem: String,
    parts: Vec<String>,
}

/// Explains a hit. Reads the service's texts anew, so ask for the hits on the page only.
pub(crate) fn explain(directory: &Directory, service: usize, plan: &Plan) -> Vec<Match> {
    let entry = &directory.services[service];
    let by_number = plan.number.iter().filter_map(|digits| {
        let number = directory.search.has_number(service, digits)?;
        let (typed, matched) = (digits.clone(), number.to_owned());
        Some(Match { typed, matched, via: MatchVia::Number, field: MatchField::Phone })
    });
    let mut matches: Vec<Match> = by_number.collect();
    if plan.slots.is_empty() {
        return matches;
    }
    let mut found: Vec<Found> = Vec::new();
    for (field, text) in document::texts(directory, entry) {
        for word in words(text) {
            let parts = directory.search.parts_of(&word.surface);
            found.push(Found { field, surface: word.surface, stem: word.stem, parts });
        }
    }
    matches.extend(plan.slots.iter().filter_map(|slot| best(slot, &found)));
    let mut seen = Vec::new();
    matches.retain(|m| {
        let is_new = !seen.contains(&(m.typed.clone(), m.matched.clone()));
        seen.push((m.typed.clone(), m.matched.clone()));
        is_new
    });
    matches
}

fn best(slot: &Slot, found: &[Found]) -> Option<Match> {
    slot.candidates.iter().find_map(|candidate| in_texts(slot, candidate, found))
}

fn in_texts(slot: &Slot, candidate: &Candidate, found: &[Found]) -> Option<Match> {
    let mut matched = Vec::new();
    let mut field = None;
    let mut in_compound = false;
    for stem in &candidate.stems {
        let whole =
            found.iter().filter(|word| word.stem == *stem).min_by_key(|word| word.surface != slot.typed);
        let word = whole.or_else(|| found.iter().find(|word| word.parts.contains(stem)))?;
        in_compound |= word.stem != *stem;
        field = field.or(Some(word.field));
        matched.push(word.surface.as_str());
    }
    matched.dedup();
    let matched = matched.join(" ");
    let via = match candidate.via {
        MatchVia::Exact if in_compound => MatchVia::Compound,
        MatchVia::Exact if matched != slot.typed => MatchVia::Inflection,
        via => via,
    };
    Some(Match { typed: slot.typed.clone(), matched, via, field: field? })
}
