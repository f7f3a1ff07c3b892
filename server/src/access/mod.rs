//! Who may do what: [`policy`] holds all of it. Services ask through `ctx.authorize`, lists through `ctx.may`.

pub mod policy;

use entity::directory::values::Visibility;

use crate::error::{Error, Result};

/// Something that can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// See which municipalities there are.
    MunicipalityRead,
    /// Look up organisations, services, themes and the catalogue.
    DirectoryRead,
    /// See a contact and its numbers.
    ContactRead,
    /// Load a sample municipality.
    SampleLoad,
}

impl Action {
    /// Every action, in the order of the matrix.
    pub const ALL: [Self; 4] =
        [Self::MunicipalityRead, Self::DirectoryRead, Self::ContactRead, Self::SampleLoad];
}

/// What it is done to, as far as the policy needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The installation as a whole.
    Installation,
    /// What a municipality has published.
    Published,
    /// A contact with this visibility.
    Contact(Visibility),
}

/// What the policy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Go on.
    Allowed,
    /// Refuse, openly.
    Forbidden,
    /// Refuse as if the subject were not there.
    Hidden,
}

impl Decision {
    pub(crate) fn into_result(self) -> Result<()> {
        match self {
            Self::Allowed => Ok(()),
            Self::Forbidden => Err(Error::Forbidden),
            Self::Hidden => Err(Error::NotFound),
        }
    }
}
