//! Something typed that the server can't use. The words for it are chosen by its code, in the reader's language.

use super::schema;

/// What is wrong, and where.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub(crate) struct UserError {
    /// What is wrong.
    pub(crate) code: UserErrorCode,
    /// The field's path in the input, for example `phones.1.number`; none where it is no field in particular.
    pub(crate) field: Option<String>,
}

/// What can be wrong with something typed.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UserErrorCode {
    /// Something has to stand there.
    Required,
    /// More than fits.
    TooLong,
    /// Less than is needed.
    TooShort,
    /// Not of the right form.
    Invalid,
    /// There is no such thing.
    NotFound,
    /// Another has it already.
    Taken,
    /// Somebody else has changed it meanwhile.
    Stale,
    /// Not while something else is as it is.
    InUse,
    /// Not what was set.
    Wrong,
    /// It was right once and is no longer.
    Expired,
    /// Too many tries.
    Throttled,
    /// Newer than this app.
    #[cynic(fallback)]
    Other,
}
