//! Phrases of several words, and how their words have to stand in what was typed.

use super::adding::Heard;

/// A phrase of several words, and the concept it names.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// The stems of its words that carry meaning, by their numbers.
    pub(super) stems: Box<[Stem]>,
    /// Place of its concept.
    pub concept: usize,
    /// How its words have to stand.
    pub(super) bond: Bond,
}

/// The number of a stem that stands in some phrase. There are tens of thousands of phrases, made of a few thousand
/// stems: as numbers they take less room, and are compared faster.
pub(super) type Stem = u32;

/// How the words of a phrase have to stand in what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Bond {
    /// Near each other, in any order.
    Near,
    /// Closer, for “not” belongs to what stands beside it.
    Negated,
    /// As they are written: small words mean something in their order only.
    Spoken,
}

impl Bond {
    pub(super) fn of(words: &[Heard]) -> Self {
        if words.iter().any(|word| word.is_stop_word && !word.is_negation) {
            Self::Spoken
        } else if words.iter().any(|word| word.is_negation) {
            Self::Negated
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

/// Where the words of a phrase stand, in the first stretch of the text that holds them all and few others.
pub(super) fn places(phrase: &Phrase, text: &[Option<Stem>]) -> Option<Vec<usize>> {
    let length = (phrase.stems.len() + phrase.bond.between()).min(text.len()).max(1);
    text.windows(length).enumerate().find_map(|(from, stretch)| {
        let mut next = 0;
        let mut places = Vec::with_capacity(phrase.stems.len());
        for stem in phrase.stems.iter().copied() {
            let begin = if phrase.bond == Bond::Spoken { next } else { 0 };
            let at = begin + stretch[begin..].iter().position(|word| *word == Some(stem))?;
            next = at + 1;
            places.push(from + at);
        }
        places.sort_unstable();
        Some(places)
    })
}
