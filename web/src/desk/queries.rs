//! What lies on the desk, asked at once; and noting that an answer was seen.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;
use crate::editing::queries::proposals::ProposalStatus;
use crate::format::date::Date;
use crate::format::moment::Moment;
use crate::mutation;

/// Asks for the desk, with so many services to be checked.
pub(super) fn desk(slug: String, checks: i32) -> Operation<DeskAnswer, DeskVariables> {
    DeskAnswer::build(DeskVariables { slug, checks })
}

/// Whose desk, and how much of it.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct DeskVariables {
    slug: String,
    checks: i32,
}

/// The answer.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "DeskVariables")]
pub(crate) struct DeskAnswer {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<DeskMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "DeskVariables")]
pub(crate) struct DeskMunicipality {
    /// What waits there.
    pub(crate) desk: Desk,
}

/// What waits.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(variables = "DeskVariables")]
pub(crate) struct Desk {
    /// Proposals to decide.
    pub(crate) proposals_to_decide: DeskProposals,
    /// Own proposals that wait.
    pub(crate) own_proposals: DeskProposals,
    /// Own proposals that have been answered.
    pub(crate) answers: DeskProposals,
    /// Services to check.
    pub(crate) checks: DeskChecks,
    /// Services that should have been checked long ago.
    pub(crate) urgent_checks: DeskChecks,
    /// How much has changed since the last look.
    pub(crate) changes_since_last_look: i32,
    /// When that was.
    pub(crate) last_look_at: Option<Moment>,
    /// What waits for the steering group.
    pub(crate) submission_to_decide: Option<Submission>,
    /// What the steering group sent back.
    pub(crate) framework_returned: Option<Submission>,
    /// When the framework is to be updated.
    pub(crate) framework_due_on: Option<Date>,
    /// Sections one has been given to write.
    pub(crate) sections_to_write: Vec<FrameworkSection>,
    /// The edition one is asked to confirm.
    pub(crate) edition_to_confirm: Option<Edition>,
    /// Activities one has to tell about.
    pub(crate) activities_to_report: Vec<Activity>,
}

/// A framework sent to the steering group.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkSubmission")]
pub(crate) struct Submission {
    /// When it was sent.
    pub(crate) submitted_at: Moment,
    /// By whom.
    pub(crate) submitted_by: Option<String>,
    /// When it was decided.
    pub(crate) decided_at: Option<Moment>,
}

/// A section of the framework.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkSection {
    /// Which.
    pub(crate) section: crate::framework::sections::Section,
    /// Until when.
    pub(crate) due_on: Option<Date>,
    /// Whether that day has passed.
    pub(crate) is_overdue: bool,
    /// How many of its questions are answered.
    pub(crate) answered: i32,
    /// Of how many.
    pub(crate) total: i32,
}

/// An edition of the framework.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkEdition")]
pub(crate) struct Edition {
    /// Counts from 1.
    pub(crate) number: i32,
    /// When it was approved.
    pub(crate) approved_on: Date,
}

/// An activity of a plan.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Activity {
    /// What is to be done.
    pub(crate) title: String,
    /// Until when.
    pub(crate) due_on: Option<Date>,
    /// When one wants to look at it again.
    pub(crate) follow_up_on: Option<Date>,
    /// Whether the day has passed.
    pub(crate) is_overdue: bool,
    /// Whether it is to be looked at again.
    pub(crate) needs_follow_up: bool,
}

/// Proposals.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct DeskProposals {
    /// The first.
    #[arguments(first: 5)]
    pub(crate) nodes: Vec<Proposal>,
    /// How many there are.
    pub(crate) total_count: i32,
}

/// A proposal, as far as the desk shows it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Proposal {
    /// Its key.
    pub(crate) id: cynic::Id,
    /// What it is about.
    pub(crate) subject_name: String,
    /// When it was made.
    pub(crate) created_at: Moment,
    /// Who made it.
    pub(crate) proposer_name: Option<String>,
    /// Where it stands.
    pub(crate) status: ProposalStatus,
    /// What was answered.
    pub(crate) answer: Option<String>,
    /// When.
    pub(crate) decided_at: Option<Moment>,
    /// What would change; nothing for a reported error.
    pub(crate) fields: Vec<ChangedField>,
}

impl Proposal {
    /// Whether somebody reported an error in words.
    pub(crate) fn is_report(&self) -> bool {
        self.fields.is_empty()
    }
}

/// A field that would change.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ChangedField {
    /// Its name.
    pub(crate) field: String,
}

/// Services to check.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(variables = "DeskVariables")]
pub(crate) struct DeskChecks {
    /// The first.
    #[arguments(first: $checks)]
    pub(crate) nodes: Vec<OverdueService>,
    /// How many there are.
    pub(crate) total_count: i32,
}

/// A service to check.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OverdueService {
    /// The service.
    pub(crate) service: Service,
    /// Since when.
    pub(crate) due_on: Date,
    /// Whose duty it is.
    pub(crate) owner: Option<Person>,
}

/// The service.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Service {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
}

/// Somebody.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Person {
    /// The key.
    pub(crate) id: cynic::Id,
    /// The name.
    pub(crate) name: String,
}

/// An answer that was seen.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ProposalAnswerNoteInput {
    /// Of which proposal.
    pub(crate) id: cynic::Id,
}

/// It is noted.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ProposalAnswerNotePayload {
    /// Always true.
    pub(crate) done: bool,
}

mutation! {
    /// Notes that an answer was seen.
    proposal_answer_note(ProposalAnswerNoteInput) -> ProposalAnswerNotePayload
}
