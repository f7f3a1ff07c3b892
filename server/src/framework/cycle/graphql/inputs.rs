//! What the cycle's mutations take.

use async_graphql::{ID, InputObject};

use crate::framework::values::Section;

/// A framework to lay before the steering group.
#[derive(InputObject)]
pub struct FrameworkSubmitInput {
    /// The municipality's slug.
    pub(super) municipality: String,
    /// The framework's version that was read.
    pub(super) version: String,
    /// A word to the steering group; at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// A submission to take back.
#[derive(InputObject)]
pub struct FrameworkWithdrawInput {
    /// The submission's key.
    pub(super) id: ID,
}

/// A submission to approve.
#[derive(InputObject)]
pub struct FrameworkApproveInput {
    /// The submission's key.
    pub(super) id: ID,
    /// A word with it; at most 2,000 characters.
    pub(super) note: Option<String>,
}

/// A submission to send back.
#[derive(InputObject)]
pub struct FrameworkReturnInput {
    /// The submission's key.
    pub(super) id: ID,
    /// Why; may be left out where there are remarks. At most 2,000 characters.
    pub(super) note: Option<String>,
}

/// A remark on a section of a submission.
#[derive(InputObject)]
pub struct FrameworkRemarkAddInput {
    /// The submission's key.
    pub(super) id: ID,
    /// The section.
    pub(super) section: Section,
    /// The remark; at most 2,000 characters.
    pub(super) text: String,
}

/// A remark that has been seen to, or not.
#[derive(InputObject)]
pub struct FrameworkRemarkSettleInput {
    /// The remark's key.
    pub(super) id: ID,
    /// Whether it has been.
    pub(super) is_settled: bool,
}

/// An edition that has been read.
#[derive(InputObject)]
pub struct FrameworkReceiptConfirmInput {
    /// The municipality's slug.
    pub(super) municipality: String,
    /// The edition's number.
    pub(super) number: i32,
}
