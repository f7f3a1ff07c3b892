//! A section that is being written: its questions, answers and rows.

use cynic::{Operation, QueryBuilder};

use super::overview::{FrameworkState, Remark};
use crate::api::schema;
use crate::format::date::Date;
use crate::format::moment::Moment;
use crate::framework::registers::queries::{Level, Register, RegisterRow};
use crate::framework::sections::Section;

/// Asks for a section.
pub(crate) fn section(slug: String, section: Section) -> Operation<SectionAnswer, SectionVariables> {
    SectionAnswer::build(SectionVariables { slug, section })
}

/// Which section.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct SectionVariables {
    slug: String,
    section: Section,
}

/// The answer.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "SectionVariables")]
pub(crate) struct SectionAnswer {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<SectionMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "SectionVariables")]
pub(crate) struct SectionMunicipality {
    /// What is being written.
    pub(crate) framework: Option<Written>,
}

/// What is being written.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Framework", variables = "SectionVariables")]
pub(crate) struct Written {
    /// Where it stands.
    pub(crate) state: FrameworkState,
    /// When it is to be approved again.
    pub(crate) due_on: Option<Date>,
    /// How often.
    pub(crate) interval_months: i32,
    /// Whether the reader leads the work.
    pub(crate) can_write: bool,
    /// The section.
    #[arguments(section: $section)]
    pub(crate) section: FrameworkSection,
}

/// A section.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkSection {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Counts its changes.
    pub(crate) revision: i32,
    /// To whom it is given.
    pub(crate) assignee_id: Option<cynic::Id>,
    /// The name.
    pub(crate) assignee_name: Option<String>,
    /// Until when.
    pub(crate) due_on: Option<Date>,
    /// Whether that has gone by.
    pub(crate) is_overdue: bool,
    /// Whether it is said to be done.
    pub(crate) is_done: bool,
    /// How many questions have an answer.
    pub(crate) answered: i32,
    /// How many there are.
    pub(crate) total: i32,
    /// Whether the reader may write in it now.
    pub(crate) can_write: bool,
    /// Its questions, hidden ones too.
    pub(crate) questions: Vec<Question>,
    /// What the steering group says of it.
    pub(crate) remarks: Vec<Remark>,
}

/// A question.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkQuestion")]
pub(crate) struct Question {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Counts its changes.
    pub(crate) revision: i32,
    /// Its place in the section, from 0.
    pub(crate) position: i32,
    /// Whether it is not used here.
    pub(crate) is_hidden: bool,
    /// Whether it is the municipality's own.
    pub(crate) is_own: bool,
    /// From where it is answered besides.
    pub(crate) drawn: Option<Drawn>,
    /// The level that its registers are for.
    pub(crate) level: Option<Level>,
    /// In Danish.
    #[arguments(language: DANISH)]
    #[cynic(rename = "title", alias)]
    pub(crate) title_da: String,
    /// In English.
    #[arguments(language: ENGLISH)]
    #[cynic(rename = "title", alias)]
    pub(crate) title_en: String,
    /// In Danish.
    #[arguments(language: DANISH)]
    #[cynic(rename = "guidance", alias)]
    pub(crate) guidance_da: Option<String>,
    /// In English.
    #[arguments(language: ENGLISH)]
    #[cynic(rename = "guidance", alias)]
    pub(crate) guidance_en: Option<String>,
    /// Markdown.
    pub(crate) answer: String,
    /// By whom.
    pub(crate) answered_by: Option<String>,
    /// When.
    pub(crate) answered_at: Option<Moment>,
    /// Whether there is something to show.
    pub(crate) is_answered: bool,
    /// What is listed under it.
    pub(crate) registers: Vec<Register>,
    /// The rows.
    pub(crate) rows: Vec<RegisterRow>,
    /// Who else is writing.
    pub(crate) writing: Vec<String>,
}

/// From where a question is answered besides.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawn {
    /// The directory of services.
    Directory,
    /// When the framework was and is due.
    Cycle,
}
