//! Where two editions differ, or an edition and what is being written.

use cynic::{Operation, QueryBuilder};

use super::edition::{EditionLink, in_both};
use super::values::DifferenceKind;
use crate::api::schema;
use crate::editing::queries::history::ChangedField;
use crate::framework::sections::Section;
use crate::language::{Lang, Text};

/// Asks where two differ; without `to`, an edition and what is being written.
pub(crate) fn between(
    slug: String,
    from: i32,
    to: Option<i32>,
) -> Operation<Comparison, ComparisonVariables> {
    Comparison::build(ComparisonVariables { slug, from, to })
}

/// Asks which editions there are to choose from.
pub(crate) fn choices(slug: String) -> Operation<Choices, ChoicesVariables> {
    Choices::build(ChoicesVariables { slug })
}

/// Which two.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ComparisonVariables {
    slug: String,
    from: i32,
    to: Option<i32>,
}

/// Where they differ.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ComparisonVariables")]
pub(crate) struct Comparison {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ComparisonMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "ComparisonVariables")]
pub(crate) struct ComparisonMunicipality {
    /// Where they differ.
    #[arguments(from: $from, to: $to)]
    pub(crate) framework_comparison: FrameworkComparison,
}

/// Where they differ.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkComparison {
    /// The differences, in the order of the sections.
    pub(crate) differences: Vec<FrameworkDifference>,
}

/// Something that one says and the other doesn't, or says otherwise.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkDifference {
    /// The section it stands in.
    pub(crate) section: Section,
    /// The question it stands under, in Danish.
    #[arguments(language: DANISH)]
    #[cynic(rename = "questionTitle", alias)]
    pub(crate) question_da: Option<String>,
    /// The same in English.
    #[arguments(language: ENGLISH)]
    #[cynic(rename = "questionTitle", alias)]
    pub(crate) question_en: Option<String>,
    /// What it is of.
    pub(crate) kind: DifferenceKind,
    /// What the row or service is called.
    pub(crate) name: String,
    /// Whether the one has it.
    pub(crate) was_there: bool,
    /// Whether the other has it.
    pub(crate) is_there: bool,
    /// What differs.
    pub(crate) fields: Vec<ChangedField>,
}

impl FrameworkDifference {
    /// The question in the reader's language; none for the directory's services.
    pub(crate) fn question(&self) -> Option<(Text, Lang)> {
        let danish = self.question_da.as_deref()?;
        Some(in_both(danish, self.question_en.as_deref().unwrap_or(danish)))
    }
}

/// In which municipality.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ChoicesVariables {
    slug: String,
}

/// The editions to choose from.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ChoicesVariables")]
pub(crate) struct Choices {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ChoicesMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct ChoicesMunicipality {
    /// The editions, the newest first.
    pub(crate) framework_editions: Vec<EditionLink>,
    /// What is being written; none for those without a role here.
    pub(crate) framework: Option<DraftThere>,
}

/// That something is being written.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Framework")]
pub(crate) struct DraftThere {
    /// Its id.
    pub(crate) id: cynic::Id,
}
