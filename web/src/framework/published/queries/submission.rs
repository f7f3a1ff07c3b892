//! What lies before the steering group, and what its members and the project leader do about it.

use cynic::{Operation, QueryBuilder};

use super::comparison::FrameworkDifference;
use super::edition::{DoneActivity, EditionLink, EditionSection, EditionService};
use super::values::SubmissionState;
use crate::api::{UserError, schema};
use crate::directory::queries::municipality::{Slug, SlugFields};
use crate::format::date::Date;
use crate::format::moment::Moment;
use crate::framework::sections::Section;
use crate::mutation;

/// Asks what lies there.
pub(crate) fn waiting(slug: String) -> Operation<Waiting, Slug> {
    Waiting::build(Slug { slug })
}

/// Asks for all that was laid there.
pub(crate) fn whole(slug: String) -> Operation<Whole, Slug> {
    Whole::build(Slug { slug })
}

/// What lies there.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Waiting {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<WaitingMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct WaitingMunicipality {
    /// The framework; none where nothing has been begun.
    pub(crate) framework: Option<WaitingFramework>,
    /// The newest edition.
    pub(crate) framework_edition: Option<EditionLink>,
}

/// The framework.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Framework")]
pub(crate) struct WaitingFramework {
    /// The submission that waits, or the last one.
    pub(crate) submission: Option<Submission>,
}

/// What was laid before the steering group.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkSubmission")]
pub(crate) struct Submission {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// How it stands.
    pub(crate) state: SubmissionState,
    /// A word to the steering group.
    pub(crate) note: Option<String>,
    /// When it was sent.
    pub(crate) submitted_at: Moment,
    /// By whom.
    pub(crate) submitted_by: Option<String>,
    /// How many must approve.
    pub(crate) approvals_needed: i32,
    /// How many approvals count.
    pub(crate) approvals: i32,
    /// When it was decided.
    pub(crate) decided_at: Option<Moment>,
    /// Whether the reader may approve it or send it back.
    pub(crate) can_decide: bool,
    /// Whether the reader may remark on it.
    pub(crate) can_remark: bool,
    /// Who has decided what.
    pub(crate) verdicts: Vec<Verdict>,
    /// What was remarked on.
    pub(crate) remarks: Vec<Remark>,
    /// What it says otherwise than the newest edition.
    pub(crate) differences: Vec<FrameworkDifference>,
    /// What has been done since the newest edition.
    pub(crate) done: Vec<DoneActivity>,
}

/// What a member decided.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkVerdict")]
pub(crate) struct Verdict {
    /// Who.
    pub(crate) person: String,
    /// Whether they approve.
    pub(crate) approves: bool,
    /// Whether it is an approval that counts.
    pub(crate) counts: bool,
    /// Their word.
    pub(crate) note: Option<String>,
    /// When.
    pub(crate) at: Moment,
}

/// A remark on a section.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkRemark")]
pub(crate) struct Remark {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// On which.
    pub(crate) section: Section,
    /// By whom.
    pub(crate) person: Option<String>,
    /// What it says.
    pub(crate) text: String,
    /// When.
    pub(crate) at: Moment,
    /// When it was followed.
    pub(crate) settled_at: Option<Moment>,
}

/// All that was laid there.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Whole {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<WholeMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct WholeMunicipality {
    /// The framework.
    pub(crate) framework: Option<WholeFramework>,
}

/// The framework.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Framework")]
pub(crate) struct WholeFramework {
    /// The submission that waits.
    pub(crate) submission: Option<WholeSubmission>,
}

/// What was laid before the steering group, as a whole.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkSubmission")]
pub(crate) struct WholeSubmission {
    /// What it says.
    pub(crate) sections: Vec<EditionSection>,
    /// The directory as it was when it was sent.
    pub(crate) services: Vec<EditionService>,
}

/// An approval.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkApproveInput {
    /// Of which submission.
    pub(crate) id: cynic::Id,
    /// A word.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

/// The edition, where it became one, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkApprovePayload {
    /// The edition, where this was the last approval needed.
    pub(crate) edition: Option<NewEdition>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// An edition just approved.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkEdition")]
pub(crate) struct NewEdition {
    /// Its number.
    pub(crate) number: i32,
    /// When the next is due.
    pub(crate) due_on: Date,
}

/// Sending it back.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkReturnInput {
    /// Which submission.
    pub(crate) id: cynic::Id,
    /// A word on why.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

/// Taking it back.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkWithdrawInput {
    /// Which submission.
    pub(crate) id: cynic::Id,
}

/// A remark on a section.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkRemarkAddInput {
    /// Of which submission.
    pub(crate) id: cynic::Id,
    /// On which section.
    pub(crate) section: Section,
    /// What it says.
    pub(crate) text: String,
}

mutation! {
    /// Approves what lies there.
    framework_approve(FrameworkApproveInput) -> FrameworkApprovePayload
}

mutation! {
    /// Sends it back to the project leader.
    framework_return(FrameworkReturnInput) -> "FrameworkSubmissionPayload"
}

mutation! {
    /// Takes it back from the steering group.
    framework_withdraw(FrameworkWithdrawInput) -> "FrameworkSubmissionPayload"
}

/// The remarks there are then, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkSubmissionPayload")]
pub(crate) struct RemarkedPayload {
    /// What was remarked on.
    pub(crate) submission: Option<RemarkedSubmission>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// What was remarked on.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkSubmission")]
pub(crate) struct RemarkedSubmission {
    /// All remarks.
    pub(crate) remarks: Vec<Remark>,
}

mutation! {
    /// Remarks on a section.
    framework_remark_add(FrameworkRemarkAddInput) -> RemarkedPayload
}
