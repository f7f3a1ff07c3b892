//! The closed lists of the published framework.

use crate::api::schema;

/// Whence a question is answered, where not in words alone.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawn {
    /// From the directory.
    Directory,
    /// From when the framework was approved and is due.
    Cycle,
}

/// What a difference is of.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DifferenceKind {
    /// Of an answer.
    Answer,
    /// Of a row of a register.
    Row,
    /// Of a service.
    Service,
}

/// How it stands with a submission.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubmissionState {
    /// It waits for the steering group.
    Pending,
    /// It was sent back.
    Returned,
    /// It became an edition.
    Approved,
    /// It was taken back.
    Withdrawn,
}
