//! What must hold of an invitation, beside what holds of every mail address and name (`identity::rules`).

use entity::identity::values::Role;

use crate::error::{Refusal, RefusalCode};

/// Whether the role is one of an organisation.
pub fn is_of_organisation(role: Role) -> bool {
    matches!(role, Role::Professional | Role::Partner)
}

/// Whether the role is one of a municipality.
pub fn is_of_municipality(role: Role) -> bool {
    role != Role::Administrator
}

/// Holds the role against the organisation that was named with it.
///
/// # Errors
/// Where one is missing, or named with a role that is of none.
pub fn organisation_fits(role: Role, organisation: Option<&str>) -> Result<(), Refusal> {
    match organisation {
        None if is_of_organisation(role) => {
            Err(Refusal::new(RefusalCode::Required, "organisation", "Say which organisation they belong to."))
        }
        Some(_) if !is_of_organisation(role) => Err(Refusal::new(
            RefusalCode::Invalid,
            "organisation",
            "This role is for the whole municipality; leave the organisation out.",
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_and_professionals_are_of_an_organisation_and_nobody_else_is() {
        for role in [Role::Partner, Role::Professional] {
            assert!(organisation_fits(role, None).is_err() && organisation_fits(role, Some("x")).is_ok());
        }
        for role in [Role::Administrator, Role::ProjectLeader, Role::SteeringMember] {
            assert!(organisation_fits(role, None).is_ok() && organisation_fits(role, Some("x")).is_err());
        }
    }
}
