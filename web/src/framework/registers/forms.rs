//! The forms of the registers' rows as the API has them. They are read with their types, for the views and so that the
//! build fails when the API changes, and handed on as JSON to the form that edits them.
//!
//! Where two forms call fields of different types by one name, one of them is asked for by another: an answer may have
//! one type only under a name (GraphQL, 5.3.2). As JSON each has the API's name.

use serde::Serialize;

use crate::api::schema;
use crate::format::date::Date;

/// A register of a framework.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Register {
    /// How many are in the target group.
    PopulationFigure,
    /// How many are expected.
    ExpectedIntake,
    /// What is given by which paragraph.
    SupportFigure,
    /// Whom one works with.
    Partner,
    /// Who goes out to the target group.
    Outreach,
    /// Where one meets.
    Forum,
    /// The ways from one actor to the next.
    Pathway,
    /// What was agreed.
    Agreement,
    /// Who coordinates.
    CoordinatingFunction,
    /// How one reaches each other.
    Channel,
    /// Plans for and with citizens.
    CitizenPlan,
    /// Tools and templates.
    Tool,
    /// How the framework gets known.
    Dissemination,
}

/// Between whom.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Within the municipality.
    Municipal,
    /// Between the municipality and others.
    Mixed,
    /// Among voluntary and private organisations.
    Voluntary,
    /// With the citizen.
    Citizen,
}

/// How far an agreement is.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AgreementStatus {
    /// It is being made.
    Planned,
    /// It holds.
    InForce,
    /// It no longer does.
    Ended,
}

/// An organisation of the directory, or somebody by name alone.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PartyForm {
    /// The organisation.
    pub(crate) organisation_id: Option<cynic::Id>,
    /// What it is called.
    pub(crate) name: String,
}

/// How many there are of a group.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PopulationFigureForm {
    /// Of whom.
    pub(crate) group: String,
    /// How many, at least.
    pub(crate) number: i32,
    /// At most.
    pub(crate) number_to: Option<i32>,
    /// On which day.
    pub(crate) as_of: Date,
    /// Who says so.
    pub(crate) source: Option<String>,
}

/// How many of a group are expected in a year.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExpectedIntakeForm {
    /// The year.
    pub(crate) year: i32,
    /// Of whom.
    pub(crate) group: String,
    /// How many, at least.
    pub(crate) number: i32,
    /// At most.
    pub(crate) number_to: Option<i32>,
    /// Who says so.
    pub(crate) source: Option<String>,
}

/// How much is given by a paragraph.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SupportFigureForm {
    /// The paragraph.
    pub(crate) paragraph: Option<String>,
    /// What is given.
    pub(crate) service_type: String,
    /// How much, at least.
    #[cynic(alias, rename = "number")]
    #[serde(rename = "number")]
    pub(crate) amount: f64,
    /// At most.
    #[cynic(alias, rename = "numberTo")]
    #[serde(rename = "numberTo")]
    pub(crate) amount_to: Option<f64>,
    /// Of what.
    pub(crate) unit: String,
    /// In what time.
    pub(crate) period: String,
    /// Who says so.
    pub(crate) source: Option<String>,
}

/// Somebody one works with.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PartnerForm {
    /// Who.
    pub(crate) party: PartyForm,
    /// The branch it belongs to.
    pub(crate) branch: Option<String>,
    /// What it does here.
    pub(crate) role: Option<String>,
}

/// An outreach effort.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutreachForm {
    /// What it is called.
    pub(crate) name: String,
    /// Where it belongs.
    pub(crate) anchoring: Option<PartyForm>,
    /// What it does.
    #[cynic(alias, rename = "description")]
    #[serde(rename = "description")]
    pub(crate) what: String,
}

/// A meeting with a date.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlannedMeetingForm {
    /// When.
    pub(crate) date: Date,
    /// What about.
    pub(crate) note: Option<String>,
}

/// A standing forum.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ForumForm {
    /// What it is called.
    pub(crate) name: String,
    /// Between whom.
    pub(crate) level: Level,
    /// What it is for.
    pub(crate) purpose: String,
    /// Who takes part.
    pub(crate) members: Vec<PartyForm>,
    /// Who leads it.
    pub(crate) chair: Option<String>,
    /// How often it meets, in words.
    pub(crate) rhythm: Option<String>,
    /// How often a year.
    pub(crate) meetings_per_year: Option<i32>,
    /// Meetings with a date.
    pub(crate) meetings: Vec<PlannedMeetingForm>,
}

/// A way from one actor to the next.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PathwayForm {
    /// What it is called.
    pub(crate) name: String,
    /// More about it.
    pub(crate) description: Option<String>,
    /// Its steps; the first begins it.
    pub(crate) steps: Vec<PathwayStepForm>,
}

/// A step of a pathway.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PathwayStepForm {
    /// What branches call it.
    pub(crate) key: String,
    /// What happens.
    pub(crate) text: String,
    /// Who does it.
    pub(crate) actor: Option<PartyForm>,
    /// By what channel.
    pub(crate) channel: Option<String>,
    /// Within what time.
    pub(crate) within: Option<String>,
    /// Where it goes on.
    pub(crate) next: Vec<PathwayBranchForm>,
}

/// Where a step leads.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PathwayBranchForm {
    /// If what.
    pub(crate) condition: Option<String>,
    /// The key of the step.
    pub(crate) to: String,
}

/// An agreement.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgreementForm {
    /// What about.
    pub(crate) subject: String,
    /// Between whom.
    pub(crate) level: Level,
    /// Who made it.
    pub(crate) parties: Vec<PartyForm>,
    /// When it was signed.
    pub(crate) signed_on: Option<Date>,
    /// When it is to be looked at again.
    pub(crate) evaluate_by: Option<Date>,
    /// The address of its document.
    pub(crate) document: Option<String>,
    /// How far it is.
    pub(crate) status: AgreementStatus,
    /// More about it.
    pub(crate) notes: Option<String>,
}

/// Somebody who coordinates.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoordinatingFunctionForm {
    /// In which branch.
    #[cynic(alias, rename = "branch")]
    #[serde(rename = "branch")]
    pub(crate) of_branch: String,
    /// As what.
    pub(crate) function: String,
    /// Who has it.
    pub(crate) holder: Option<String>,
    /// What it does.
    pub(crate) description: Option<String>,
}

/// A channel between some.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ChannelForm {
    /// Between what kind of actors.
    pub(crate) level: Level,
    /// Mail, phone, meeting.
    pub(crate) kind: String,
    /// Between whom.
    pub(crate) between: Vec<PartyForm>,
    /// More about it.
    pub(crate) description: Option<String>,
}

/// A plan made for or with a citizen.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CitizenPlanForm {
    /// What it is called.
    pub(crate) name: String,
    /// Who has it.
    pub(crate) holder: Option<String>,
    /// Where it is.
    pub(crate) kept_at: Option<String>,
    /// Who can see it.
    pub(crate) access: Option<String>,
    /// How it is made to fit the others.
    pub(crate) coordinated: Option<String>,
    /// How the citizen takes part.
    pub(crate) citizen_involved: Option<String>,
}

/// A tool or template.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ToolForm {
    /// What it is called.
    pub(crate) name: String,
    /// What it is for.
    pub(crate) description: Option<String>,
    /// Where it is.
    pub(crate) link: Option<String>,
    /// Who uses it.
    pub(crate) users: Option<String>,
}

/// A way by which the framework gets known.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DisseminationForm {
    /// The way.
    #[cynic(rename = "channel")]
    pub(crate) channel: String,
    /// To whom.
    pub(crate) audience: Option<String>,
    /// More about it.
    pub(crate) description: Option<String>,
}

/// What a row holds, by its register.
#[derive(cynic::InlineFragments, Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub(crate) enum RegisterForm {
    /// How many are in the target group.
    PopulationFigure(Box<PopulationFigureForm>),
    /// How many are expected.
    ExpectedIntake(Box<ExpectedIntakeForm>),
    /// What is given by which paragraph.
    SupportFigure(Box<SupportFigureForm>),
    /// Whom one works with.
    Partner(Box<PartnerForm>),
    /// Who goes out to the target group.
    Outreach(Box<OutreachForm>),
    /// Where one meets.
    Forum(Box<ForumForm>),
    /// The way from one actor to the next.
    Pathway(Box<PathwayForm>),
    /// What was agreed.
    Agreement(Box<AgreementForm>),
    /// Who coordinates.
    CoordinatingFunction(Box<CoordinatingFunctionForm>),
    /// How one reaches each other.
    Channel(Box<ChannelForm>),
    /// A plan for or with a citizen.
    CitizenPlan(Box<CitizenPlanForm>),
    /// A tool or template.
    Tool(Box<ToolForm>),
    /// How the framework gets known.
    Dissemination(Box<DisseminationForm>),
    /// Newer than this app.
    #[cynic(fallback)]
    Other,
}
