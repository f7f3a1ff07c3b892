//! An edition of the framework with all it says.

use cynic::{Operation, QueryBuilder};

use super::values::Drawn;
use crate::api::schema;
use crate::directory::queries::enums::{Access, Sector};
use crate::format::date::Date;
use crate::framework::registers::queries::{EditionRow, Level};
use crate::framework::sections::Section;
use crate::language::{Lang, Text, named};

/// Asks for an edition; the newest where no number is given.
pub(crate) fn one(slug: String, number: Option<i32>) -> Operation<OneEdition, EditionVariables> {
    OneEdition::build(EditionVariables { slug, number })
}

/// Which edition.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct EditionVariables {
    /// The municipality's slug.
    pub(crate) slug: String,
    /// Its number.
    pub(crate) number: Option<i32>,
}

/// The edition.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "EditionVariables")]
pub(crate) struct OneEdition {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<EditionMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "EditionVariables")]
pub(crate) struct EditionMunicipality {
    /// The edition; none where there is none, or not for these eyes.
    #[arguments(number: $number)]
    pub(crate) framework_edition: Option<Edition>,
    /// All editions, the newest first.
    pub(crate) framework_editions: Vec<EditionLink>,
}

/// An edition, as far as a link to it needs.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkEdition")]
pub(crate) struct EditionLink {
    /// Counts from 1.
    pub(crate) number: i32,
    /// When it was approved.
    pub(crate) approved_on: Date,
}

/// An edition.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkEdition")]
pub(crate) struct Edition {
    /// Counts from 1.
    pub(crate) number: i32,
    /// When it was approved.
    pub(crate) approved_on: Date,
    /// When the next is due.
    pub(crate) due_on: Date,
    /// Whether the next is late.
    pub(crate) is_overdue: bool,
    /// Whether there is none newer.
    pub(crate) is_newest: bool,
    /// Who updated it.
    pub(crate) updated_by: Option<String>,
    /// Who is to update it next.
    pub(crate) next_update_by: Option<String>,
    /// What it says.
    pub(crate) sections: Vec<EditionSection>,
    /// The directory as it was.
    pub(crate) services: Vec<EditionService>,
    /// What had been done since the edition before.
    pub(crate) done: Vec<DoneActivity>,
}

/// A section.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct EditionSection {
    /// Which.
    pub(crate) section: Section,
    /// Its questions, in order.
    pub(crate) questions: Vec<EditionQuestion>,
}

/// A question with its answer.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct EditionQuestion {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// The model's name for it; none for one of the municipality's own.
    pub(crate) key: Option<String>,
    /// The question in Danish.
    #[arguments(language: DANISH)]
    #[cynic(rename = "title", alias)]
    pub(crate) title_da: String,
    /// The question in English.
    #[arguments(language: ENGLISH)]
    #[cynic(rename = "title", alias)]
    pub(crate) title_en: String,
    /// Whence it is answered.
    pub(crate) drawn: Option<Drawn>,
    /// Which level it is of.
    pub(crate) level: Option<Level>,
    /// The answer, in Markdown.
    pub(crate) answer: String,
    /// The rows of its registers.
    pub(crate) rows: Vec<EditionRow>,
}

impl EditionQuestion {
    /// The question in the reader's language, with the `lang` it then needs.
    pub(crate) fn title(&self) -> (Text, Lang) {
        in_both(&self.title_da, &self.title_en)
    }
}

/// A title that is the same in both languages was written in Danish.
pub(crate) fn in_both(danish: &str, english: &str) -> (Text, Lang) {
    let english = if english == danish { String::new() } else { english.to_owned() };
    named(danish.to_owned(), english)
}

/// A service, as the directory told of it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct EditionService {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// What it was called.
    pub(crate) name: String,
    /// Who ran it.
    pub(crate) organisation: String,
    /// The organisation's sector.
    pub(crate) sector: Sector,
    /// Path of its page today.
    pub(crate) path: String,
    /// What it was for.
    pub(crate) description: Option<String>,
    /// Who it was for.
    pub(crate) eligibility: Option<String>,
    /// How one got in.
    pub(crate) access: Option<Access>,
    /// Where it was, a line each.
    pub(crate) addresses: Vec<String>,
    /// Whom one reached, a line each.
    pub(crate) contacts: Vec<String>,
}

/// Something that was done.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct DoneActivity {
    /// The goal it served.
    pub(crate) goal: String,
    /// What was done.
    pub(crate) title: String,
    /// When.
    pub(crate) done_on: Option<Date>,
    /// By whom.
    pub(crate) responsible: Option<String>,
}
