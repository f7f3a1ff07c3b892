//! Signing in and out, and the links that work once.

use cynic::{MutationBuilder, Operation, QueryBuilder};

use super::enums::{LinkPurpose, Role};
use super::viewer::Me;
use crate::api::{UserError, schema};
use crate::mutation;

/// Mail address, password, and the code from the phone where it is asked for.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct SessionBeginInput {
    /// The mail address.
    pub(crate) email: String,
    /// The password.
    pub(crate) password: String,
    /// The code.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<String>,
}

/// Who has forgotten the password.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PasswordResetRequestInput {
    /// The mail address.
    pub(crate) email: String,
}

/// A password chosen by a link.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PasswordSetInput {
    /// The link's token.
    pub(crate) token: String,
    /// The password.
    pub(crate) password: String,
    /// The name, where the person mends it.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
}

/// Who has signed in, or what is lacking.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct SessionBeginPayload {
    /// Who has signed in.
    pub(crate) viewer: Option<Me>,
    /// The password was right, and now the code is needed.
    pub(crate) needs_code: bool,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

/// Who has signed in, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct PasswordSetPayload {
    /// Who has signed in.
    pub(crate) viewer: Option<Me>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Signs in.
    session_begin(SessionBeginInput) -> SessionBeginPayload
}

mutation! {
    /// Asks for a link to choose a new password.
    password_reset_request(PasswordResetRequestInput) -> "PasswordResetRequestPayload"
}

mutation! {
    /// Chooses a password by a link, and signs in.
    password_set(PasswordSetInput) -> PasswordSetPayload
}

/// Signs out of this browser.
pub(crate) fn sign_out() -> Operation<SignOut, ()> {
    SignOut::build(())
}

/// Signed out.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Mutation")]
pub(crate) struct SignOut {
    /// What came of it.
    pub(crate) session_end: SessionEndPayload,
}

/// Signed out.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct SessionEndPayload {
    /// Always.
    pub(crate) done: bool,
}

/// Asks for the accounts to try the demo with.
pub(crate) fn demo_accounts() -> Operation<DemoAccounts, ()> {
    DemoAccounts::build(())
}

/// The accounts of a demo; none elsewhere.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query")]
pub(crate) struct DemoAccounts {
    /// One per role.
    pub(crate) demo_accounts: Vec<DemoAccount>,
}

/// An account to try the demo with.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct DemoAccount {
    /// The name.
    pub(crate) name: String,
    /// The mail address.
    pub(crate) email: String,
    /// The password.
    pub(crate) password: String,
    /// What it is.
    pub(crate) role: Role,
    /// In which municipality.
    pub(crate) municipality: Option<String>,
    /// For which organisation.
    pub(crate) organisation: Option<String>,
}

/// Asks what a link is for.
pub(crate) fn link(token: String) -> Operation<Link, LinkVariables> {
    Link::build(LinkVariables { token })
}

/// Which link.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct LinkVariables {
    token: String,
}

/// What a link is for.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "LinkVariables")]
pub(crate) struct Link {
    /// None where it is unknown, used or too old.
    #[arguments(token: $token)]
    pub(crate) one_time_link: Option<OneTimeLink>,
}

/// A link that works once.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OneTimeLink {
    /// What it is for.
    pub(crate) purpose: LinkPurpose,
    /// Whom it was sent to.
    pub(crate) person: LinkPerson,
}

/// Whom a link was sent to.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct LinkPerson {
    /// The name.
    pub(crate) name: String,
    /// The mail address.
    pub(crate) email: String,
}
