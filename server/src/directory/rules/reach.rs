//! Phone numbers, e-mail and web addresses: what is written is read leniently and stored in one form.

use std::str::FromStr;

use phonenumber::Mode;
use phonenumber::country::Id::DK;
use url::Url;

/// Reads a phone number as Danes write it (or with a country code) and returns it in E.164,
/// for example `27 24 53 17` → `+4527245317`. `None` where no such number can exist.
pub fn phone(written: &str) -> Option<String> {
    let number = phonenumber::parse(Some(DK), written).ok()?;
    number.is_valid().then(|| number.format().mode(Mode::E164).to_string())
}

/// Whether the text is an e-mail address (RFC 5321).
pub fn is_email(written: &str) -> bool {
    email_address::EmailAddress::from_str(written).is_ok()
}

/// Whether the text is an absolute web address that a browser may open from a page: http or https with a host.
pub fn is_web_address(written: &str) -> bool {
    Url::parse(written).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// Whether the text can be a Danish postal code: four digits, 0800 (Høje Taastrup) to 9999.
pub fn is_postal_code(written: &str) -> bool {
    let digits = written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
    digits && written >= "0800"
}

/// Whether the text can stand in a path: lower-case letters a–z and digits, in words joined by hyphens.
pub fn is_slug(written: &str) -> bool {
    let word =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    written.len() <= 120 && written.split('-').all(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_danish_number_is_read_however_it_is_spaced() {
        for written in ["27 24 53 17", "27245317", "+45 27 24 53 17", "0045 27245317", "27-24-53-17"] {
            assert_eq!(phone(written).as_deref(), Some("+4527245317"), "{written}");
        }
        for wrong in ["", "12", "27 24 53 1", "ring til os"] {
            assert_eq!(phone(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn addresses_that_could_run_a_script_are_no_web_addresses() {
        assert!(is_web_address("https://aabenraa.dk/borger"));
        for wrong in
            ["javascript:alert(1)", "data:text/html,x", "//aabenraa.dk", "aabenraa.dk", "http://", ""]
        {
            assert!(!is_web_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn postal_codes_have_four_digits() {
        assert!(is_postal_code("6700") && is_postal_code("0800") && is_postal_code("9999"));
        for wrong in ["0799", "670", "67000", "67a0", "", "DK-6700"] {
            assert!(!is_postal_code(wrong), "{wrong}");
        }
    }

    #[test]
    fn mail_addresses_and_slugs() {
        assert!(is_email("hco@esbjergkommune.dk") && !is_email("hco(at)esbjergkommune.dk") && !is_email(""));
        assert!(
            is_slug("center-for-misbrug") && !is_slug("Center") && !is_slug("-a") && !is_slug("værested")
        );
    }
}
