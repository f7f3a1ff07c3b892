//! Who is signed in, and what they may do in a municipality.

use cynic::{Operation, QueryBuilder};

use super::enums::{Role, SecondFactorState};
use crate::api::schema;

/// Asks who is signed in.
pub(crate) fn who() -> Operation<Who, ()> {
    Who::build(())
}

/// Asks what they may do in a municipality.
pub(crate) fn may(municipality: String) -> Operation<May, MayVariables> {
    May::build(MayVariables { municipality })
}

/// Who is signed in; none for a visitor.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query")]
pub(crate) struct Who {
    /// The person.
    pub(crate) viewer: Option<Me>,
}

/// What the shell needs to know of somebody who is signed in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Viewer")]
pub(crate) struct Me {
    /// The person.
    pub(crate) person: Person,
    /// What they are, and where.
    pub(crate) roles: Vec<RoleGrant>,
    /// Whether the code from the phone is set up.
    pub(crate) second_factor: SecondFactorState,
}

impl Me {
    /// The municipality to begin in: that of the first role that has one.
    pub(crate) fn municipality(&self) -> Option<&str> {
        self.roles.iter().find_map(|grant| Some(grant.municipality.as_ref()?.slug.as_str()))
    }
}

/// A person.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Person {
    /// The key.
    pub(crate) id: cynic::Id,
    /// The name.
    pub(crate) name: String,
    /// The mail address.
    pub(crate) email: String,
    /// The language of mails to them.
    pub(crate) language: String,
    /// Whether they are kept out.
    pub(crate) is_blocked: bool,
    /// Whether they have chosen a password.
    pub(crate) has_password: bool,
    /// Whether they have set up a second factor.
    pub(crate) has_second_factor: bool,
}

/// What somebody is, and where.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct RoleGrant {
    /// The key.
    pub(crate) id: cynic::Id,
    /// What they are.
    pub(crate) role: Role,
    /// In which municipality.
    pub(crate) municipality: Option<RoleMunicipality>,
    /// For which organisation.
    pub(crate) organisation: Option<RoleOrganisation>,
}

/// The municipality of a role.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct RoleMunicipality {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
}

/// The organisation of a role.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct RoleOrganisation {
    /// Its name.
    pub(crate) name: String,
}

/// Which municipality.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct MayVariables {
    municipality: String,
}

/// What the person may do.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "MayVariables")]
pub(crate) struct May {
    /// The person.
    pub(crate) viewer: Option<MayOfViewer>,
}

/// What the person may do.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Viewer", variables = "MayVariables")]
pub(crate) struct MayOfViewer {
    /// In the municipality asked about.
    #[arguments(municipality: $municipality)]
    pub(crate) may_manage: Permissions,
}

/// What somebody may do in a municipality; nothing unless the server says so.
#[derive(cynic::QueryFragment, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Permissions {
    /// Change entries.
    pub(crate) edit_directory: bool,
    /// Accept and decline proposals.
    pub(crate) decide_proposals: bool,
    /// Propose changes of an organisation's own entries.
    pub(crate) propose: bool,
    /// Invite people, give and take roles.
    pub(crate) manage_people: bool,
    /// Change the municipality's settings.
    pub(crate) change_settings: bool,
    /// Read the audit log.
    pub(crate) read_audit: bool,
    /// See what has changed.
    pub(crate) see_history: bool,
}
