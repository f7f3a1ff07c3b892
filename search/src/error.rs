//! What can go wrong: only a thesaurus that can't be read.

/// What a function of the search returns.
pub type Result<T> = std::result::Result<T, Error>;

/// A file of the thesaurus that can't be read; a test reads them all, so a release never meets it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {message}")]
pub struct Error {
    /// Which file.
    pub file: String,
    /// What is wrong in it.
    pub message: String,
}
