//! The framework that is being written, section by section.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;
use crate::directory::queries::municipality::{MunicipalityLink, Slug, SlugFields};
use crate::format::date::Date;
use crate::format::moment::Moment;
use crate::framework::sections::Section;

/// Asks how far the framework is.
pub(crate) fn overview(slug: String) -> Operation<Overview, Slug> {
    Overview::build(Slug { slug })
}

/// The answer.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Overview {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<OverviewMunicipality>,
    /// All of them: another's framework can be copied.
    pub(crate) municipalities: Vec<MunicipalityLink>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct OverviewMunicipality {
    /// What is being written, where something is.
    pub(crate) framework: Option<Framework>,
    /// The newest edition.
    pub(crate) framework_edition: Option<NewestEdition>,
}

/// The newest edition.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkEdition")]
pub(crate) struct NewestEdition {
    /// Counts from 1.
    pub(crate) number: i32,
    /// When it was approved.
    pub(crate) approved_on: Date,
}

/// What is being written.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Framework {
    /// Where it stands.
    pub(crate) state: FrameworkState,
    /// What is written in it, as a word.
    pub(crate) version: String,
    /// When it is to be approved again.
    pub(crate) due_on: Option<Date>,
    /// Whether that has gone by.
    pub(crate) is_overdue: bool,
    /// How many must approve.
    pub(crate) approvals_needed: i32,
    /// How many can.
    pub(crate) steering_members: i32,
    /// Whether the reader leads the work.
    pub(crate) can_write: bool,
    /// Whether the reader is of the steering group.
    pub(crate) can_decide: bool,
    /// Its sections.
    pub(crate) sections: Vec<SectionProgress>,
    /// What was laid before the steering group last.
    pub(crate) submission: Option<Submission>,
}

/// Where a framework stands.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FrameworkState {
    /// It is being written.
    Draft,
    /// It lies before the steering group.
    Submitted,
}

/// How far a section is.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkSection")]
pub(crate) struct SectionProgress {
    /// Which.
    pub(crate) section: Section,
    /// To whom it is given.
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
    /// Who has written, the latest first.
    pub(crate) writers: Vec<String>,
    /// What the steering group says of it.
    pub(crate) remarks: Vec<Remark>,
}

impl SectionProgress {
    /// How many questions are empty.
    pub(crate) fn empty(&self) -> i32 {
        (self.total - self.answered).max(0)
    }
}

/// What the steering group says of a section.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkRemark")]
pub(crate) struct Remark {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Of which section.
    pub(crate) section: Section,
    /// Who says it.
    pub(crate) person: Option<String>,
    /// What.
    pub(crate) text: String,
    /// When.
    pub(crate) at: Moment,
    /// When it was seen to.
    pub(crate) settled_at: Option<Moment>,
    /// Whether the reader may say that it is.
    pub(crate) can_settle: bool,
}

/// What was laid before the steering group.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkSubmission")]
pub(crate) struct Submission {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// Where it stands.
    pub(crate) state: SubmissionState,
    /// When it was sent.
    pub(crate) submitted_at: Moment,
    /// By whom.
    pub(crate) submitted_by: Option<String>,
    /// How many approvals count.
    pub(crate) approvals: i32,
    /// How many there must be.
    pub(crate) approvals_needed: i32,
    /// What each of the steering group says.
    pub(crate) verdicts: Vec<Verdict>,
}

/// Where a submission stands.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubmissionState {
    /// It waits.
    Pending,
    /// It was sent back.
    Returned,
    /// It became an edition.
    Approved,
    /// It was taken back.
    Withdrawn,
}

/// What one of the steering group says.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkVerdict")]
pub(crate) struct Verdict {
    /// Who.
    pub(crate) person: String,
    /// Whether they approve.
    pub(crate) approves: bool,
    /// A word with it.
    pub(crate) note: Option<String>,
}
