//! Rules of signing in: whose role sees so much that a password is not enough, and what may be typed where.

use email_address::{EmailAddress, Options};
use entity::identity::values::Role;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Refusal, RefusalCode};

/// Longest mail address (RFC 5321, section 4.5.3.1.3).
const EMAIL: usize = 254;
/// Longest name.
const NAME: usize = 200;
/// Shortest password, in characters. Length is what keeps a password from being guessed (NIST SP 800-63B-4, section
/// 3.1.1.2); nothing is asked of its kinds of characters.
const SHORTEST: usize = 12;
/// Longest password. Somebody may use a sentence, nobody a book.
pub const LONGEST: usize = 200;

/// What stands in the commonest passwords that are long enough, once digits and signs are taken away.
const COMMON: [&str; 24] = [
    "password",
    "passwordpassword",
    "adgangskode",
    "adgangskodeadgangskode",
    "kodeord",
    "kodeordkodeord",
    "hemmelig",
    "tovholder",
    "tovholdertovholder",
    "velkommen",
    "velkommenvelkommen",
    "welcome",
    "danmark",
    "københavn",
    "esbjerg",
    "aabenraa",
    "kommune",
    "sommerferie",
    "administrator",
    "letmein",
    "iloveyou",
    "qwerty",
    "qwertyuiop",
    "qwertyuiopasdfghjkl",
];

/// Whether the role sees so much that it needs a second factor whatever the municipality has chosen: citizen data
/// (professionals, who may be tovholder; project leaders, who see which courses there are), or everything's settings.
pub fn sees_much(role: Role) -> bool {
    match role {
        Role::Administrator | Role::ProjectLeader | Role::Professional => true,
        Role::SteeringMember | Role::Partner => false,
    }
}

/// A mail address as it is kept and compared: without spaces around it, in lower case.
pub fn email_as_kept(typed: &str) -> String {
    typed.trim().to_lowercase()
}

/// Reads a mail address.
///
/// # Errors
/// `Required`, `TooLong` or `Invalid`, on the field `email`.
pub fn email(typed: &str) -> Result<String, Refusal> {
    let refuse = |code, message: &str| Err(Refusal::new(code, "email", message));
    let email = email_as_kept(typed);
    if email.is_empty() {
        return refuse(RefusalCode::Required, "A mail address is needed.");
    }
    if email.len() > EMAIL {
        return refuse(RefusalCode::TooLong, "No mail address is that long.");
    }
    let options = Options::default().with_required_tld().without_display_text().without_domain_literal();
    let is_address = EmailAddress::parse_with_options(&email, options).is_ok();
    // What can't be sent to is no use, however well it is formed.
    let can_be_sent = email.parse::<lettre::Address>().is_ok();
    if !is_address || !can_be_sent || email.contains(['"', ':', '<', '>']) {
        return refuse(RefusalCode::Invalid, "This is not a mail address; it looks like name@example.org.");
    }
    Ok(email)
}

/// Reads a person's name.
///
/// # Errors
/// `Required`, `TooLong` or `Invalid`, on the field `name`.
pub fn name(typed: &str) -> Result<String, Refusal> {
    let refuse = |code, message: &str| Err(Refusal::new(code, "name", message));
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return refuse(RefusalCode::Required, "A name is needed.");
    }
    if name.chars().count() > NAME {
        return refuse(RefusalCode::TooLong, "At most 200 characters.");
    }
    if name.chars().any(char::is_control) {
        return refuse(RefusalCode::Invalid, "A name has no control characters.");
    }
    Ok(name)
}

/// The same letters however a keyboard composes them: `å` is one character or two, and looks alike.
pub fn password_as_kept(typed: &str) -> String {
    typed.nfkc().collect()
}

/// Whether a password may be chosen by whoever has this mail address.
///
/// # Errors
/// `TooShort`, `TooLong` or `Invalid`, on this field.
pub fn password(typed: &str, email: &str, field: &str) -> Result<(), Refusal> {
    let refuse = |code, message: &str| Err(Refusal::new(code, field, message));
    let password = password_as_kept(typed).to_lowercase();
    let length = password.chars().count();
    if length < SHORTEST {
        return refuse(RefusalCode::TooShort, "At least 12 characters; a short sentence is good.");
    }
    if length > LONGEST {
        return refuse(RefusalCode::TooLong, "At most 200 characters.");
    }
    let letters: String = password.chars().filter(|c| c.is_alphabetic()).collect();
    let own: String =
        email.split('@').next().unwrap_or_default().chars().filter(|c| c.is_alphabetic()).collect();
    let is_own = password == email || (!own.is_empty() && letters == own);
    if is_own || letters.is_empty() || COMMON.contains(&letters.as_str()) || has_few_characters(&password) {
        return refuse(RefusalCode::Invalid, "This password is among the first that anybody would guess.");
    }
    Ok(())
}

/// Whether it is made of one, two or three characters over and over.
fn has_few_characters(password: &str) -> bool {
    let mut seen: Vec<char> = password.chars().collect();
    seen.sort_unstable();
    seen.dedup();
    seen.len() < 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_addresses_are_kept_in_lower_case() {
        assert_eq!(email(" Prove@Example.ORG ").unwrap(), "prove@example.org");
        assert_eq!(email("Prøve.Person@example.org").unwrap(), "prøve.person@example.org");
        for wrong in ["", " ", "prove", "prove@", "@example.org", "prove@localhost", "a b@example.org"] {
            assert!(email(wrong).is_err(), "{wrong}");
        }
        for wrong in
            ["Prøve <prove@example.org>", "prove@[127.0.0.1]", "\"a:b\"@example.org", "a@b.dk\nBcc:c@d.dk"]
        {
            assert!(email(wrong).is_err(), "{wrong}");
        }
        assert!(email(&format!("{}@example.org", "a".repeat(250))).is_err());
    }

    #[test]
    fn long_passwords_are_taken_and_guesses_are_not() {
        let check = |text: &str| password(text, "prove.person@example.org", "password").map_err(|no| no.code);
        for good in ["prøv-tovholder-2026", "en lampe i et vindue", "correct horse battery", "æøåæøåxyzxyz"]
        {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        assert_eq!(check("elleve tegn"), Err(RefusalCode::TooShort));
        assert_eq!(check(&"lang ".repeat(41)), Err(RefusalCode::TooLong));
        for guess in [
            "123456789012",
            "Password1234!",
            "adgangskode123",
            "aaaaaaaaaaaa",
            "abababababab",
            "prove.person@example.org",
            "ProvePerson2026",
        ] {
            assert_eq!(check(guess), Err(RefusalCode::Invalid), "{guess}");
        }
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(name("  Prøve \n Person ").unwrap(), "Prøve Person");
        assert!(name(" ").is_err() && name("a\u{7}b").is_err() && name(&"n".repeat(201)).is_err());
    }
}
