//! One's own account: name, password, second factor, browsers.

use cynic::{MutationBuilder, Operation, QueryBuilder};

use super::enums::SecondFactorState;
use super::viewer::{Person, RoleGrant};
use crate::api::{UserError, schema};
use crate::format::moment::Moment;
use crate::mutation;

/// Asks for one's own account.
pub(crate) fn mine() -> Operation<Mine, ()> {
    Mine::build(())
}

/// One's own account; none for a visitor.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Mine {
    /// The account.
    pub(crate) viewer: Option<Account>,
}

/// All that the account page shows.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Account {
    /// The person.
    pub(crate) person: Person,
    /// The browsers signed in with, the newest first.
    pub(crate) sessions: Vec<Session>,
    /// What they are, and where.
    pub(crate) roles: Vec<RoleGrant>,
    /// What they will be once the second factor is set up.
    pub(crate) withheld_roles: Vec<RoleGrant>,
    /// Whether it is.
    pub(crate) second_factor: SecondFactorState,
}

/// A browser somebody has signed in with.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Session {
    /// The key.
    pub(crate) id: cynic::Id,
    /// Since when.
    pub(crate) created_at: Moment,
    /// When it was used last.
    pub(crate) last_seen_at: Moment,
    /// From which network address it began.
    pub(crate) address: Option<String>,
    /// What the browser calls itself.
    pub(crate) user_agent: Option<String>,
    /// Whether it is the one that asks.
    pub(crate) is_this_one: bool,
}

/// Which session to end.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct SessionRevokeInput {
    /// Its key.
    pub(crate) id: cynic::Id,
}

/// The password as it is and as it is to be.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PasswordChangeInput {
    /// As it is.
    pub(crate) current: String,
    /// As it is to be.
    pub(crate) new: String,
}

/// A code from the phone.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct SecondFactorConfirmInput {
    /// Six digits.
    pub(crate) code: String,
}

/// The password, so that nobody else takes it away.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct SecondFactorRemoveInput {
    /// The password.
    pub(crate) password: String,
}

/// Name and language of one's own.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PersonUpdateInput {
    /// The name.
    pub(crate) name: Option<String>,
    /// The language of mails.
    pub(crate) language: Option<String>,
}

mutation! {
    /// Ends one of my sessions.
    session_revoke(SessionRevokeInput) -> "SessionRevokePayload"
}

mutation! {
    /// Changes my password.
    password_change(PasswordChangeInput) -> "PasswordChangePayload"
}

mutation! {
    /// Takes my second factor into use.
    second_factor_confirm(SecondFactorConfirmInput) -> "SecondFactorConfirmPayload"
}

mutation! {
    /// Takes my second factor away.
    second_factor_remove(SecondFactorRemoveInput) -> "SecondFactorRemovePayload"
}

mutation! {
    /// Changes my name and language.
    person_update(PersonUpdateInput) -> "PersonUpdatePayload"
}

/// Ends all my sessions, this one too.
pub(crate) fn revoke_all() -> Operation<RevokeAll, ()> {
    RevokeAll::build(())
}

/// All sessions ended.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Mutation")]
pub(crate) struct RevokeAll {
    /// What came of it.
    pub(crate) session_revoke_all: SessionRevokeAllPayload,
}

/// All sessions ended.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct SessionRevokeAllPayload {
    /// Why not.
    pub(crate) user_errors: Vec<UserError>,
}

/// Begins to set up a second factor.
pub(crate) fn second_factor_begin() -> Operation<SecondFactorBegin, ()> {
    SecondFactorBegin::build(())
}

/// A second factor to be.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Mutation")]
pub(crate) struct SecondFactorBegin {
    /// What to put into the phone.
    pub(crate) second_factor_begin: SecondFactorBeginPayload,
}

/// What to put into the phone.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct SecondFactorBeginPayload {
    /// The secret, in letters.
    pub(crate) secret: Option<String>,
    /// The same as an address that opens the app on a phone.
    pub(crate) uri: Option<String>,
    /// The same as a picture.
    pub(crate) qr_svg: Option<String>,
    /// Why not.
    pub(crate) user_errors: Vec<UserError>,
}
