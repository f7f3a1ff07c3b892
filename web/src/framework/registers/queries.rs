//! Rows of registers: read in the draft and in an edition, and written.

use cynic::{Operation, QueryBuilder};
use serde::Serialize;
use serde_json::{Value, json};

pub(crate) use super::forms::*;
use crate::api::{UserError, schema};
use crate::format::moment::Moment;
use crate::framework::sections::Section;
use crate::mutation;

/// Where an organisation stands in the directory today.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OrganisationLink {
    /// Which.
    pub(crate) organisation_id: cynic::Id,
    /// What it is called today.
    pub(crate) name: String,
    /// Its address in the app.
    pub(crate) path: String,
}

/// A row of the framework that is being written.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct RegisterRow {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its register.
    pub(crate) register: Register,
    /// Counts its changes.
    pub(crate) revision: i32,
    /// Its place among the rows of its register.
    pub(crate) position: i32,
    /// What it is called.
    pub(crate) title: String,
    /// What it holds.
    pub(crate) form: RegisterForm,
    /// The organisations that it names.
    pub(crate) organisations: Vec<OrganisationLink>,
    /// When it was changed last.
    pub(crate) updated_at: Moment,
}

/// A row as an edition keeps it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct EditionRow {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its register.
    pub(crate) register: Register,
    /// What it is called.
    pub(crate) title: String,
    /// What it holds.
    pub(crate) form: RegisterForm,
    /// The organisations that it names.
    pub(crate) organisations: Vec<OrganisationLink>,
}

/// A row to show, wherever it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Its register.
    pub(crate) register: Register,
    /// What it is called.
    pub(crate) title: String,
    /// What it holds.
    pub(crate) form: RegisterForm,
    /// The organisations that it names.
    pub(crate) organisations: Vec<OrganisationLink>,
}

impl From<RegisterRow> for Row {
    fn from(row: RegisterRow) -> Self {
        let RegisterRow { id, register, title, form, organisations, .. } = row;
        Self { id, register, title, form, organisations }
    }
}

impl From<EditionRow> for Row {
    fn from(row: EditionRow) -> Self {
        let EditionRow { id, register, title, form, organisations } = row;
        Self { id, register, title, form, organisations }
    }
}

impl Row {
    /// The address of an organisation that it names, if it stands in the directory today.
    pub(crate) fn address_of(&self, party: &PartyForm) -> Option<String> {
        let id = party.organisation_id.as_ref()?;
        self.organisations.iter().find(|one| one.organisation_id == *id).map(|one| one.path.clone())
    }
}

/// The form of a row that was filled in, on its way to the API.
#[derive(Serialize, Clone, Debug)]
#[serde(transparent)]
pub(crate) struct FilledRow(Value);

impl FilledRow {
    /// A form of a register; `form` is JSON with the API's names.
    pub(crate) fn new(register: Register, form: Value) -> Self {
        Self(json!({ input_name(register): form }))
    }
}

impl cynic::InputObject for FilledRow {
    type SchemaType = schema::RegisterFormInput;
}

cynic::impl_coercions!(FilledRow, schema::RegisterFormInput);

/// What the input calls a register's form.
pub(crate) fn input_name(register: Register) -> &'static str {
    match register {
        Register::PopulationFigure => "populationFigure",
        Register::ExpectedIntake => "expectedIntake",
        Register::SupportFigure => "supportFigure",
        Register::Partner => "partner",
        Register::Outreach => "outreach",
        Register::Forum => "forum",
        Register::Pathway => "pathway",
        Register::Agreement => "agreement",
        Register::CoordinatingFunction => "coordinatingFunction",
        Register::Channel => "channel",
        Register::CitizenPlan => "citizenPlan",
        Register::Tool => "tool",
        Register::Dissemination => "dissemination",
    }
}

/// A new row.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct RegisterRowCreateInput {
    /// Where.
    pub(crate) municipality: String,
    /// All of it.
    pub(crate) form: FilledRow,
}

/// A change of a row.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct RegisterRowUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of it.
    pub(crate) form: FilledRow,
}

/// A row to be taken out.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct RegisterRowDeleteInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// Its revision.
    pub(crate) revision: i32,
}

/// A row that was saved, or what was wrong, with the other's version where somebody was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct RegisterRowPayload {
    /// What stands there now, where it was changed meanwhile.
    pub(crate) latest: Option<LatestRow>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// A row as somebody else saved it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "RegisterRow")]
pub(crate) struct LatestRow {
    /// Its revision.
    pub(crate) revision: i32,
    /// What it holds.
    pub(crate) form: RegisterForm,
}

mutation! {
    /// Makes a row.
    register_row_create(RegisterRowCreateInput) -> RegisterRowPayload
}
mutation! {
    /// Changes a row.
    register_row_update(RegisterRowUpdateInput) -> RegisterRowPayload
}
mutation! {
    /// Takes a row out.
    register_row_delete(RegisterRowDeleteInput) -> "RegisterRowDeletePayload"
}

/// Asks for the rows of a section that is being written.
pub(crate) fn section_rows(slug: String, section: Section) -> Operation<SectionRows, OfSection> {
    SectionRows::build(OfSection { slug, section })
}

/// Which section.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct OfSection {
    slug: String,
    section: Section,
}

/// The rows of a section.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "OfSection")]
pub(crate) struct SectionRows {
    #[arguments(slug: $slug)]
    municipality: Option<Place>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "OfSection")]
struct Place {
    framework: Option<Draft>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Framework", variables = "OfSection")]
struct Draft {
    #[arguments(section: $section)]
    section: WrittenSection,
}

/// A section with its rows.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkSection")]
pub(crate) struct WrittenSection {
    /// Whether the reader may write in it now.
    pub(crate) can_write: bool,
    questions: Vec<RowsOfQuestion>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkQuestion")]
struct RowsOfQuestion {
    rows: Vec<RegisterRow>,
}

impl SectionRows {
    /// The section, where a framework is being written.
    pub(crate) fn section(self) -> Option<WrittenSection> {
        Some(self.municipality?.framework?.section)
    }
}

impl WrittenSection {
    /// One of its rows.
    pub(crate) fn row(&self, id: &str) -> Option<&RegisterRow> {
        self.questions.iter().flat_map(|question| &question.rows).find(|row| row.id.inner() == id)
    }
}
