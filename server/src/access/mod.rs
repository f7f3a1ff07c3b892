//! Who may do what: [`policy`] holds all of it. Services ask through `ctx.authorize`, lists through `ctx.may`.

pub mod policy;

use entity::directory::values::Visibility;
use entity::ids::{MunicipalityId, OrganisationId, PersonId};

use crate::error::{Error, Result};

/// Declares the actions, with a list of them all in the order of the matrix.
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// Something that can be done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$doc])* $name,)+ }

        impl Action {
            /// Every action, in the order of the matrix.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];
        }
    };
}

actions! {
    /// See which municipalities there are.
    MunicipalityRead,
    /// Look up organisations, services, themes and the catalogue.
    DirectoryRead,
    /// See a contact and its numbers.
    ContactRead,
    /// Say that an entry is wrong.
    ErrorReport,
    /// Sign in and out, or ask for a new password.
    SignIn,

    /// See and change one's own account, sessions and second factor.
    AccountManage,
    /// See what has changed in a directory, and an entry's history.
    HistoryRead,
    /// See what waits for oneself in a municipality.
    DeskRead,
    /// Propose a change of an entry.
    ProposalMake,
    /// See a proposal.
    ProposalRead,
    /// Confirm that a service's entry is right.
    ServiceConfirm,

    /// Change entries: organisations, contacts, services, themes, target groups, the municipality's own words.
    DirectoryWrite,
    /// Accept, adjust or decline a proposal.
    ProposalDecide,
    /// See which entries are overdue for a check.
    OverdueRead,
    /// Take a whole directory out, contacts that are not public included.
    DirectoryExport,
    /// Take a file into a directory.
    DirectoryImport,
    /// Fix an edition of the catalogue.
    CatalogueFix,

    /// Read the framework while it is written, and what was laid before the steering group.
    FrameworkRead,
    /// Change the framework: its questions, registers and settings; lay it before the steering group.
    FrameworkWrite,
    /// Answer the questions of a section and keep its registers.
    SectionWrite,
    /// Remark on a section of what lies before the steering group.
    FrameworkRemark,
    /// Approve the framework or send it back.
    FrameworkDecide,
    /// Read an approved edition.
    EditionRead,
    /// Say that one has read an edition.
    ReceiptConfirm,
    /// See who has read an edition.
    ReceiptsRead,
    /// Read a plan.
    PlanRead,
    /// Change a plan, its goals and activities.
    PlanWrite,
    /// Tell where an activity stands.
    ActivityReport,

    /// See a municipality's people, their roles and sessions.
    PeopleRead,
    /// Invite people, give and take roles, end sessions.
    PeopleManage,
    /// Change a municipality's settings.
    SettingsChange,
    /// Read the audit log.
    AuditRead,

    /// Make a municipality.
    MunicipalityCreate,
    /// Read the mails that have been sent.
    OutboxRead,
    /// Load a sample municipality.
    SampleLoad,
}

/// What it is done to, as far as the policy needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'s> {
    /// The installation as a whole.
    Installation,
    /// What is there for everybody.
    Published,
    /// What is for those who have a role in the municipality.
    Internal(MunicipalityId),
    /// A municipality with its people and settings.
    Municipality(MunicipalityId),
    /// An entry of a directory.
    Entry(Entry<'s>),
    /// A proposal to change one, and who made it.
    Proposal(MunicipalityId, Option<PersonId>),
    /// Somebody's own account.
    Account(PersonId),
    /// Something of a municipality that has been given to somebody to do.
    Task(MunicipalityId, Option<PersonId>),
}

/// An entry of a directory, as far as the policy needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'s> {
    /// Whose directory.
    pub municipality: MunicipalityId,
    /// The organisation it belongs to and those above it.
    pub within: &'s [OrganisationId],
    /// Whose duty it is to keep it right.
    pub owner: Option<PersonId>,
}

impl Subject<'_> {
    /// A contact that is for these eyes.
    pub fn contact(municipality: MunicipalityId, visibility: Visibility) -> Self {
        match visibility {
            Visibility::Public => Self::Published,
            Visibility::SignedIn => Self::Internal(municipality),
        }
    }

    /// What a municipality shows to everybody, or to those with a role in it.
    pub fn shown(municipality: MunicipalityId, visibility: Visibility) -> Self {
        Self::contact(municipality, visibility)
    }

    /// The municipality it belongs to.
    pub fn municipality(self) -> Option<MunicipalityId> {
        match self {
            Self::Installation | Self::Published | Self::Account(_) => None,
            Self::Internal(municipality) | Self::Municipality(municipality) => Some(municipality),
            Self::Proposal(municipality, _) | Self::Task(municipality, _) => Some(municipality),
            Self::Entry(entry) => Some(entry.municipality),
        }
    }
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
