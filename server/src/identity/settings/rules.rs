//! What must hold of a municipality and its settings.

use url::Url;

use crate::error::{Refusal, RefusalCode};

/// Longest name.
const NAME: usize = 200;
/// Longest web address.
const WEBSITE: usize = 250;
/// Days after which an entry is to be checked again: from a week to three years.
const CHECK_INTERVAL: std::ops::RangeInclusive<i32> = 7..=1096;
/// Words that paths begin with already.
const TAKEN: [&str; 16] = [
    "adgang",
    "assets",
    "glemt-adgangskode",
    "graphiql",
    "graphql",
    "healthz",
    "kommuner",
    "konto",
    "log-ind",
    "mails",
    "print",
    "readyz",
    "static",
    "tilgaengelighed",
    "tjek",
    "www",
];

/// The name without spaces around it.
///
/// # Errors
/// Why it can't be used.
pub fn name(typed: &str) -> Result<String, Refusal> {
    let refused = |code, message: &str| Err(Refusal::new(code, "name", message));
    let name = typed.trim();
    match name.chars().count() {
        0 => refused(RefusalCode::Required, "Write the name."),
        length if length > NAME => refused(RefusalCode::TooLong, "A name has at most 200 characters."),
        _ if name.chars().any(char::is_control) => {
            refused(RefusalCode::Invalid, "A name stands in one line.")
        }
        _ => Ok(name.to_owned()),
    }
}

/// The web address; none where nothing was typed.
///
/// # Errors
/// Why it can't be used.
pub fn website(typed: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else { return Ok(None) };
    if typed.len() > WEBSITE {
        let message = "A web address has at most 250 characters.";
        return Err(Refusal::new(RefusalCode::TooLong, "website", message));
    }
    let is_address = |url: &Url| {
        matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| host.contains('.'))
    };
    match Url::parse(typed) {
        Ok(url) if is_address(&url) && url.username().is_empty() && url.password().is_none() => {
            Ok(Some(typed.to_owned()))
        }
        _ => {
            let message = "Write a whole web address, for example https://www.example.org.";
            Err(Refusal::new(RefusalCode::Invalid, "website", message))
        }
    }
}

/// The days after which an entry is to be checked again.
///
/// # Errors
/// Out of bounds.
pub fn check_interval(days: i32) -> Result<i32, Refusal> {
    if CHECK_INTERVAL.contains(&days) {
        return Ok(days);
    }
    let message = "Choose from 7 to 1096 days.";
    Err(Refusal::new(RefusalCode::Invalid, "checkIntervalDays", message))
}

/// The first part of a municipality's paths.
///
/// # Errors
/// Why it can't be used.
pub fn slug(typed: &str) -> Result<String, Refusal> {
    let slug = typed.trim();
    let fits = (2..=40).contains(&slug.len())
        && slug.starts_with(|first: char| first.is_ascii_lowercase())
        && !slug.ends_with('-')
        && slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !fits {
        let message = "Use 2 to 40 letters a to z, digits and hyphens, beginning with a letter.";
        return Err(Refusal::new(RefusalCode::Invalid, "slug", message));
    }
    if TAKEN.contains(&slug) {
        return Err(Refusal::new(RefusalCode::Taken, "slug", "This word leads somewhere else already."));
    }
    Ok(slug.to_owned())
}

/// The municipality code of the CPR register: three digits.
///
/// # Errors
/// Where it is not that.
pub fn code(typed: &str) -> Result<String, Refusal> {
    let code = typed.trim();
    if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(code.to_owned());
    }
    Err(Refusal::new(RefusalCode::Invalid, "code", "A municipality code has three digits, for example 561."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_website_is_a_whole_address_on_the_web_or_nothing() {
        assert_eq!(website(Some(" https://www.esbjerg.dk ")), Ok(Some("https://www.esbjerg.dk".into())));
        assert_eq!((website(None), website(Some("  "))), (Ok(None), Ok(None)));
        for wrong in
            ["esbjerg.dk", "javascript:alert(1)", "https://", "https://a:b@example.org", "ftp://example.org"]
        {
            assert!(website(Some(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_slug_is_a_plain_word_that_leads_nowhere_else() {
        assert_eq!(slug("syddjurs"), Ok("syddjurs".into()));
        for wrong in ["", "a", "Æbelø", "Esbjerg", "1st", "a/b", "a-", "graphql", "log-ind"] {
            assert!(slug(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_code_has_three_digits_and_an_interval_lies_between_a_week_and_three_years() {
        assert!(code("561").is_ok() && code("5611").is_err() && code("56a").is_err());
        assert!(check_interval(7).is_ok() && check_interval(1096).is_ok());
        assert!(check_interval(6).is_err() && check_interval(1097).is_err());
    }
}
