//! The closed lists of people and sign-in as the API shows them.

use async_graphql::Enum;
use entity::identity::values as stored;

/// What somebody is to a municipality or to the installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "stored::Role")]
pub enum Role {
    /// Looks after the installation: municipalities, first people. Sees no citizen data.
    Administrator,
    /// Owns a municipality's framework, directory and people.
    ProjectLeader,
    /// Approves the framework.
    SteeringMember,
    /// A professional of any organisation, who may be tovholder.
    Professional,
    /// Somebody at a partner organisation.
    Partner,
}

/// What a link from a mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "stored::LinkPurpose")]
pub enum LinkPurpose {
    /// Setting a first password.
    Invitation,
    /// Setting a new password.
    PasswordReset,
    /// Confirming that a service's entry is right.
    ServiceCheck,
}

/// How it stands with somebody's second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum SecondFactorState {
    /// Not set up, and no role asks for it.
    None,
    /// Not set up, and a role does not count before it is.
    Required,
    /// Set up: signing in takes a code of the authenticator app.
    SetUp,
}
