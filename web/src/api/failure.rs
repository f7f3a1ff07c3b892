//! What can go wrong between the app and the server, told apart by what the reader can do about it. The words for
//! it are in `locales/*/errors.json`, shown by `ui::failure_notice`.

/// Why an answer did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Nothing came back: no network, or the server is away. Trying again may help.
    Unreachable,
    /// The server answered that it can't; with its request id.
    Unavailable {
        /// The HTTP status.
        status: u16,
        /// What to quote when reporting it.
        request: Option<String>,
    },
    /// The server refused the question; a fault of ours.
    Refused {
        /// The server's own words.
        message: String,
        /// What to quote when reporting it.
        request: Option<String>,
    },
    /// The answer could not be read: the app is older or newer than the server. Reloading helps.
    Unreadable {
        /// What to quote when reporting it.
        request: Option<String>,
    },
}

impl Failure {
    /// What to quote when reporting it.
    pub(crate) fn request(&self) -> Option<&str> {
        match self {
            Self::Unreachable => None,
            Self::Unavailable { request, .. }
            | Self::Refused { request, .. }
            | Self::Unreadable { request } => request.as_deref(),
        }
    }
}
