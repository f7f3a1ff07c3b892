//! Rows of registers: read in the draft and in an edition, and written.

use cynic::{Operation, QueryBuilder};
use serde::Serialize;
use serde_json::{Value, json};

pub(crate) use super::forms::*;
use crate::api::{UserError, schema};
use crate::format::date::Date;
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

/// Asks for a year of days on which a forum could meet.
pub(crate) fn meeting_days(
    slug: String,
    from: Date,
    per_year: i32,
) -> Operation<MeetingDays, MeetingDaysVariables> {
    MeetingDays::build(MeetingDaysVariables { slug, from, per_year })
}

/// From when, and how many.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct MeetingDaysVariables {
    slug: String,
    from: Date,
    per_year: i32,
}

/// The days.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "MeetingDaysVariables")]
pub(crate) struct MeetingDays {
    #[arguments(slug: $slug)]
    municipality: Option<MeetingDaysMunicipality>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "MeetingDaysVariables")]
struct MeetingDaysMunicipality {
    framework: Option<MeetingDaysFramework>,
}

#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Framework", variables = "MeetingDaysVariables")]
struct MeetingDaysFramework {
    #[arguments(from: $from, perYear: $per_year)]
    meeting_days: Vec<Date>,
}

impl MeetingDays {
    /// The days, in order.
    pub(crate) fn days(self) -> Vec<Date> {
        self.municipality.and_then(|here| here.framework).map(|found| found.meeting_days).unwrap_or_default()
    }
}

/// Where a service stands in the directory today.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ServiceLink {
    /// What it is called.
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
    /// The services that it names.
    pub(crate) services: Vec<ServiceLink>,
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
    /// The services that it names.
    pub(crate) services: Vec<ServiceLink>,
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
    /// The services that it names.
    pub(crate) services: Vec<ServiceLink>,
}

impl From<RegisterRow> for Row {
    fn from(row: RegisterRow) -> Self {
        let RegisterRow { id, register, title, form, organisations, services, .. } = row;
        Self { id, register, title, form, organisations, services }
    }
}

impl From<EditionRow> for Row {
    fn from(row: EditionRow) -> Self {
        let EditionRow { id, register, title, form, organisations, services } = row;
        Self { id, register, title, form, organisations, services }
    }
}

impl Row {
    /// The address of an organisation or a service that it names, if it stands in the directory today.
    pub(crate) fn address_of(&self, party: &PartyForm) -> Option<String> {
        let service = || self.services.iter().find(|one| one.name == party.name).map(|one| one.path.clone());
        let Some(id) = &party.organisation_id else { return service() };
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
