//! Beginning a framework, sending it to the steering group, taking it back, seeing to a remark.

use crate::api::schema;
use crate::mutation;

/// Where to begin, and with what.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkBeginInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// Whose framework is copied.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) copy_from: Option<String>,
}

mutation! {
    /// Begins a framework.
    framework_begin(FrameworkBeginInput) -> "FrameworkBeginPayload"
}

/// What to send.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkSubmitInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The version that was read.
    pub(crate) version: String,
    /// A word to the steering group.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

mutation! {
    /// Lays the framework before the steering group.
    framework_submit(FrameworkSubmitInput) -> "FrameworkSubmissionPayload"
}

/// What to take back.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkWithdrawInput {
    /// The submission.
    pub(crate) id: cynic::Id,
}

mutation! {
    /// Takes the framework back from the steering group.
    framework_withdraw(FrameworkWithdrawInput) -> "FrameworkSubmissionPayload"
}

/// Which remark.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkRemarkSettleInput {
    /// The remark.
    pub(crate) id: cynic::Id,
    /// Whether it is seen to.
    pub(crate) is_settled: bool,
}

mutation! {
    /// Says that a remark is seen to, or that it isn't after all.
    framework_remark_settle(FrameworkRemarkSettleInput) -> "FrameworkSubmissionPayload"
}
