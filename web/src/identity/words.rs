//! Roles in words.

use super::queries::enums::Role;
use super::queries::viewer::RoleGrant;
use crate::language::{Locale, td_string};

/// What a role is called.
pub(crate) fn role(locale: Locale, role: Role) -> &'static str {
    match role {
        Role::Administrator => td_string!(locale, identity.role_administrator),
        Role::ProjectLeader => td_string!(locale, identity.role_project_leader),
        Role::SteeringMember => td_string!(locale, identity.role_steering_member),
        Role::Professional => td_string!(locale, identity.role_professional),
        Role::Partner => td_string!(locale, identity.role_partner),
    }
}

/// `Samarbejdspartner · Prøveforeningen · Esbjerg Kommune`.
pub(crate) fn grant(locale: Locale, grant: &RoleGrant) -> String {
    let organisation = grant.organisation.as_ref().map(|organisation| organisation.name.as_str());
    let municipality = grant.municipality.as_ref().map(|municipality| municipality.name.as_str());
    let parts = [Some(role(locale, grant.role)), organisation, municipality];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
