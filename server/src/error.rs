//! The one error type. Expected errors carry what a person needs; the rest are bugs or broken machines,
//! logged once with their causes while the client sees a request id only.

use std::error::Error as _;

/// What a function of the service returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something typed can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong with it.
    pub code: RefusalCode,
    /// Path of the field in the input, for example `phones.1.number`.
    pub field: String,
    /// What is wrong and what would be right, in English; the app says it in the user's language by the code.
    pub message: String,
}

/// What can be wrong with something typed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, async_graphql::Enum, serde::Serialize, serde::Deserialize,
)]
#[graphql(name = "UserErrorCode")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RefusalCode {
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
    /// Not what was set: the password, code or link.
    Wrong,
    /// It was right once and is no longer.
    Expired,
    /// Too many tries; wait.
    Throttled,
}

impl Refusal {
    /// One refusal.
    pub fn new(code: RefusalCode, field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, field: field.into(), message: message.into() }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }
}

/// Everything that can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the actor may not know of it.
    #[error("not found")]
    NotFound,
    /// The actor may know of it but not do this.
    #[error("not allowed")]
    Forbidden,
    /// An argument that can't be used; the message is for the person who sent it.
    #[error("{field}: {message}")]
    Invalid {
        /// The argument or field, as the API names it.
        field: &'static str,
        /// What is wrong and what would be right.
        message: String,
    },
    /// Several things that were typed can't be used; each with the field it stands in.
    #[error("{} fields can't be used", .0.len())]
    Refused(Vec<Refusal>),
    /// Somebody else has changed it since it was read; nothing was written.
    #[error("changed by somebody else meanwhile")]
    Stale,
    /// Too many tries; the number of seconds to wait.
    #[error("too many tries")]
    Throttled(u64),
    /// A command that can't go on; the message says what to do.
    #[error("{0}")]
    Command(String),
    /// A file shipped with the product, or given to a command, that can't be read.
    #[error("{file}: {message}")]
    Data {
        /// Which file.
        file: String,
        /// What is wrong in it.
        message: String,
    },
    /// The database failed.
    #[error("database")]
    Database(#[from] sea_orm::DbErr),
    /// Work on another thread failed.
    #[error("work on another thread")]
    Thread(#[from] tokio::task::JoinError),
}

impl From<search::Error> for Error {
    fn from(error: search::Error) -> Self {
        Self::Data { file: error.file, message: error.message }
    }
}

impl Error {
    /// An argument that can't be used.
    pub fn invalid(field: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid { field, message: message.into() }
    }

    /// A stable word for programs, shown in `extensions.code`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "NOT_FOUND",
            Self::Forbidden => "FORBIDDEN",
            Self::Invalid { .. } | Self::Refused(_) => "INVALID",
            Self::Stale => "STALE",
            Self::Throttled(_) => "THROTTLED",
            _ => "INTERNAL",
        }
    }

    /// Whether the client may see the message.
    pub fn is_expected(&self) -> bool {
        self.code() != "INTERNAL"
    }

    /// The error and its causes, in one line.
    pub fn chain(&self) -> String {
        let mut line = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            line.push_str(": ");
            line.push_str(&error.to_string());
            cause = error.source();
        }
        line
    }
}
