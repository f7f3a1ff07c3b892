//! Where to go after signing in: back to where one was, but only within this site. An address that leads elsewhere in
//! disguise would let a stranger send people on from our sign-in page to a copy of it.

use crate::routes;

/// The name of the value in the address.
pub(crate) const NAME: &str = "til";

/// The path, if it is one of ours: one slash, no scheme, no host, nothing that a browser would read as either.
pub(crate) fn local(path: &str) -> Option<&str> {
    let is_local = path.starts_with('/')
        && !path.contains("//")
        && !path.contains('\\')
        && !path.chars().any(|letter| letter.is_control() || letter.is_whitespace())
        // `/./` and `/../` vanish when the address is read, and what is left may begin with two slashes.
        && !path.split(['?', '#']).next().is_some_and(|path| path.split('/').any(is_dots));
    (is_local && !leads_to_sign_in(path)).then_some(path)
}

fn is_dots(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    plain == "." || plain == ".."
}

/// Pages that are of no use to somebody who is signed in.
fn leads_to_sign_in(path: &str) -> bool {
    let first = path.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or_default();
    [routes::SIGN_IN, routes::FORGOTTEN, "/adgang"].iter().any(|page| page.trim_start_matches('/') == first)
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn our_own_paths_are_gone_back_to() {
        for path in
            ["/", "/esbjerg", "/esbjerg/tilbud?q=g%C3%A6ld&tema=bolig", "/konto#browsere", "/tjek/0a1b"]
        {
            assert_eq!(local(path), Some(path));
        }
    }

    #[test]
    fn other_sites_are_not() {
        let elsewhere = [
            "",
            "esbjerg",
            "https://example.org",
            "HTTPS:/example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "///example.org",
            "/\\example.org",
            "\\\\example.org",
            "/esbjerg//example.org",
            "/./",
            "/.//example.org",
            "/esbjerg/..//example.org",
            "/esbjerg/../x",
            "/%2e%2e/x",
            "/\t/example.org",
            "/\n/example.org",
            " /esbjerg",
            "/ /example.org",
            "/\u{0}/example.org",
        ];
        for path in elsewhere {
            assert_eq!(local(path), None, "{path:?}");
        }
    }

    #[test]
    fn pages_for_signing_in_lead_in_a_circle() {
        for path in ["/log-ind", "/log-ind?til=/konto", "/glemt-adgangskode", "/adgang/0a1b"] {
            assert_eq!(local(path), None, "{path}");
        }
    }
}
