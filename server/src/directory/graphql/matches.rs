//! Why a service matched what was typed.

use async_graphql::SimpleObject;
use search::Match;

use crate::graphql::values::enums;

enums! {
    /// The part of a service that a word was found in.
    MatchField = search::MatchField {
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
    MatchVia = search::MatchVia {
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
}

/// Why a service matched a word or phrase, for example «hash» → stoffer.
#[derive(SimpleObject)]
pub struct SearchMatch {
    /// What was typed.
    typed: String,
    /// What was found in its place, as it stands in the service.
    matched: String,
    /// How the one came from the other.
    via: MatchVia,
    /// Where it stands.
    field: MatchField,
}

impl From<Match> for SearchMatch {
    fn from(found: Match) -> Self {
        let Match { typed, matched, via, field } = found;
        Self { typed, matched, via: via.into(), field: field.into() }
    }
}
