//! The API's enums about people, as the app knows them.

use crate::api::schema;

/// What somebody is to a municipality.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Looks after the installation.
    Administrator,
    /// Answers for a municipality's directory and people.
    ProjectLeader,
    /// Sits in the steering group.
    SteeringMember,
    /// Works with citizens, and may be tovholder.
    Professional,
    /// Belongs to an organisation that takes part.
    Partner,
}

impl Role {
    /// Whether the role is for one organisation.
    pub(crate) fn is_for_an_organisation(self) -> bool {
        matches!(self, Self::Professional | Self::Partner)
    }

    /// The roles a project leader gives.
    pub(crate) const GIVEN: [Self; 4] =
        [Self::Partner, Self::Professional, Self::SteeringMember, Self::ProjectLeader];

    /// The value of a choice in a form.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::ProjectLeader => "project-leader",
            Self::SteeringMember => "steering-member",
            Self::Professional => "professional",
            Self::Partner => "partner",
        }
    }

    /// The role that a form's value means.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::GIVEN.into_iter().find(|role| role.key() == key)
    }
}

/// Where somebody is with the code from their phone.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SecondFactorState {
    /// Not set up, and no role asks for it.
    None,
    /// Not set up, though a role asks for it.
    Required,
    /// Set up.
    SetUp,
}

/// What a link that works once is for.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkPurpose {
    /// To begin.
    Invitation,
    /// To choose a new password.
    PasswordReset,
    /// To confirm that a service's entry is right.
    ServiceCheck,
}
