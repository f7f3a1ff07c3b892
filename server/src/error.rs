//! The one error type. Expected errors carry what a person needs; the rest are bugs or broken machines,
//! logged once with their causes while the client sees a request id only.

use std::error::Error as _;

/// What a function of the service returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

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
    /// The search index failed.
    #[error("search index")]
    Search(#[from] tantivy::TantivyError),
    /// The search index refused a query.
    #[error("search index on another thread")]
    Thread(#[from] tokio::task::JoinError),
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
            Self::Invalid { .. } => "INVALID",
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
