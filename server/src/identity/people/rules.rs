//! What must hold of an invitation.

use entity::identity::values::Role;

use crate::error::{Refusal, RefusalCode};

/// Longest name of a person.
const NAME: usize = 200;
/// Longest mail address (RFC 5321 § 4.5.3.1.3).
const EMAIL: usize = 254;

/// Whether the role is one of an organisation.
pub fn is_of_organisation(role: Role) -> bool {
    matches!(role, Role::Professional | Role::Partner)
}

/// Whether the role is one of a municipality.
pub fn is_of_municipality(role: Role) -> bool {
    role != Role::Administrator
}

/// A mail address as it is stored: without spaces around it, in lower case.
///
/// # Errors
/// Why it can't be used.
pub fn email(typed: &str) -> Result<String, Refusal> {
    let refused = |code, message: &str| Err(Refusal::new(code, "email", message));
    let address = typed.trim().to_lowercase();
    if address.is_empty() {
        return refused(RefusalCode::Required, "Write the mail address.");
    }
    if address.len() > EMAIL {
        return refused(RefusalCode::TooLong, "A mail address has at most 254 characters.");
    }
    let has_host = address.rsplit('@').next().is_some_and(|host| host.contains('.'));
    let can_be_sent = address.parse::<lettre::Address>().is_ok();
    if !has_host || !can_be_sent || !email_address::EmailAddress::is_valid(&address) {
        return refused(RefusalCode::Invalid, "This is not a mail address, as name@example.org is.");
    }
    Ok(address)
}

/// A person's name without spaces around it.
///
/// # Errors
/// Why it can't be used.
pub fn name(typed: &str) -> Result<String, Refusal> {
    let refused = |code, message: &str| Err(Refusal::new(code, "name", message));
    let name = typed.trim();
    if name.is_empty() {
        return refused(RefusalCode::Required, "Write the name.");
    }
    if name.chars().count() > NAME {
        return refused(RefusalCode::TooLong, "A name has at most 200 characters.");
    }
    if name.chars().any(char::is_control) {
        return refused(RefusalCode::Invalid, "A name stands in one line.");
    }
    Ok(name.to_owned())
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
    fn an_address_is_stored_in_lower_case_and_what_is_none_is_refused() {
        assert_eq!(
            email("  Prøve.Person@Example.ORG ").map_err(|r| r.code),
            Ok("prøve.person@example.org".into())
        );
        let long = format!("{}@example.org", "a".repeat(250));
        for (typed, code) in [
            ("", RefusalCode::Required),
            ("a@b", RefusalCode::Invalid),
            ("a b@example.org", RefusalCode::Invalid),
            ("a@example.org\nBcc: b@example.org", RefusalCode::Invalid),
            ("Prøve <a@example.org>", RefusalCode::Invalid),
            (long.as_str(), RefusalCode::TooLong),
        ] {
            assert_eq!(email(typed).map_err(|refusal| refusal.code), Err(code), "{typed}");
        }
    }

    #[test]
    fn a_name_stands_in_one_line() {
        assert_eq!(name(" Prøve Person "), Ok("Prøve Person".into()));
        assert_eq!(name(" ").map_err(|refusal| refusal.code), Err(RefusalCode::Required));
        assert_eq!(name("a\nb").map_err(|refusal| refusal.code), Err(RefusalCode::Invalid));
        assert_eq!(name(&"a".repeat(201)).map_err(|refusal| refusal.code), Err(RefusalCode::TooLong));
    }

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
