//! Every address of the app, in one place. Paths are Danish; `<m>` is the municipality's slug. The catalogue is
//! rendered by the server and is linked to as an outside page.

/// Where one chooses a municipality.
pub(crate) const CHOOSE: &str = "/";

/// The accessibility statement, without a municipality.
pub(crate) const STATEMENT: &str = "/tilgaengelighed";

/// A municipality's start page.
pub(crate) fn start(municipality: &str) -> String {
    format!("/{municipality}")
}

/// The list of services; `query` is `""` or `?…`.
pub(crate) fn services(municipality: &str, query: &str) -> String {
    format!("/{municipality}/tilbud{query}")
}

/// A service's page.
pub(crate) fn service(municipality: &str, service: &str) -> String {
    format!("/{municipality}/tilbud/{service}")
}

/// The tree of organisations.
pub(crate) fn organisations(municipality: &str) -> String {
    format!("/{municipality}/organisationer")
}

/// An organisation's page.
pub(crate) fn organisation(municipality: &str, organisation: &str) -> String {
    format!("/{municipality}/organisationer/{organisation}")
}

/// The contact look-up.
pub(crate) fn contacts(municipality: &str) -> String {
    format!("/{municipality}/kontakter")
}

/// The printable catalogue, rendered by the server.
pub(crate) fn catalogue(municipality: &str) -> String {
    format!("/{municipality}/katalog")
}

/// The accessibility statement, within a municipality.
pub(crate) fn statement(municipality: &str) -> String {
    format!("/{municipality}/tilgaengelighed")
}

/// The municipality's slug that a path begins with.
pub(crate) fn municipality_in(path: &str) -> Option<String> {
    let slug = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    (!slug.is_empty() && format!("/{slug}") != STATEMENT).then(|| slug.to_owned())
}

#[cfg(test)]
mod tests {
    use super::municipality_in;

    #[test]
    fn the_first_segment_is_the_municipality() {
        assert_eq!(municipality_in("/esbjerg/tilbud/x").as_deref(), Some("esbjerg"));
        assert_eq!(municipality_in("/esbjerg").as_deref(), Some("esbjerg"));
        assert_eq!(municipality_in("/"), None);
        assert_eq!(municipality_in("/tilgaengelighed"), None);
    }
}
