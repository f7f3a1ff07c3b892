//! A municipality's people, their roles and sessions.

use cynic::{Operation, QueryBuilder};

use super::enums::Role;
use super::viewer::{Person, RoleGrant};
use crate::api::schema;
use crate::directory::queries::hits::PageInfo;
use crate::format::moment::Moment;
use crate::mutation;

/// Asks for a page of a municipality's people.
pub(crate) fn page(slug: String, after: Option<String>) -> Operation<People, PeopleVariables> {
    People::build(PeopleVariables { slug, after })
}

/// Which page.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct PeopleVariables {
    slug: String,
    after: Option<String>,
}

/// A page of people.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "PeopleVariables")]
pub(crate) struct People {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<PeopleMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "PeopleVariables")]
pub(crate) struct PeopleMunicipality {
    /// The people.
    #[arguments(first: 50, after: $after)]
    pub(crate) people: PersonRoleConnection,
}

/// The people, and whether there are more.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct PersonRoleConnection {
    /// The people.
    pub(crate) nodes: Vec<PersonInMunicipality>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
}

/// A person with a role in the municipality.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct PersonInMunicipality {
    /// The person.
    pub(crate) person: Person,
    /// The roles here.
    pub(crate) roles: Vec<RoleGrant>,
    /// The browsers signed in with.
    pub(crate) sessions: Vec<PersonSession>,
    /// When they were here last.
    pub(crate) last_seen_at: Option<Moment>,
    /// Whether an invitation is still unused.
    pub(crate) invitation_pending: bool,
}

/// A browser of somebody else's; only counted.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Session")]
pub(crate) struct PersonSession {
    /// The key.
    pub(crate) id: cynic::Id,
}

/// Whom to invite, and to what.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PersonInviteInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The mail address.
    pub(crate) email: String,
    /// The name.
    pub(crate) name: String,
    /// What they are to be.
    pub(crate) role: Role,
    /// The organisation's slug, where the role is for one.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub(crate) organisation: Option<String>,
}

/// Which role to take.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct RoleRevokeInput {
    /// Its key.
    pub(crate) id: cynic::Id,
}

/// Whose sessions to end.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PersonSessionsRevokeInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The person.
    pub(crate) person: cynic::Id,
}

/// Whose second factor to take away.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PersonSecondFactorResetInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The person.
    pub(crate) person: cynic::Id,
}

/// Whom to keep out or let in.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct PersonBlockInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The person.
    pub(crate) person: cynic::Id,
    /// Whether to keep them out.
    pub(crate) blocked: bool,
}

mutation! {
    /// Invites somebody, or gives somebody who is here another role.
    person_invite(PersonInviteInput) -> "PersonInvitePayload"
}

mutation! {
    /// Takes a role.
    role_revoke(RoleRevokeInput) -> "RoleRevokePayload"
}

mutation! {
    /// Ends somebody's sessions.
    person_sessions_revoke(PersonSessionsRevokeInput) -> "PersonSessionsRevokePayload"
}

mutation! {
    /// Takes somebody's second factor away, so that they can set it up on another phone.
    person_second_factor_reset(PersonSecondFactorResetInput) -> "PersonSecondFactorResetPayload"
}

mutation! {
    /// Keeps somebody out, or lets them in again.
    person_block(PersonBlockInput) -> "PersonBlockPayload"
}
