//! Every address of the app, in one place. Paths are Danish; `<m>` is the municipality's slug. The catalogue is
//! rendered by the server and is linked to as an outside page.

/// Where one chooses a municipality.
pub(crate) const CHOOSE: &str = "/";

/// The accessibility statement, without a municipality.
pub(crate) const STATEMENT: &str = "/tilgaengelighed";

/// Where one signs in.
pub(crate) const SIGN_IN: &str = "/log-ind";

/// Where one asks for a new password.
pub(crate) const FORGOTTEN: &str = "/glemt-adgangskode";

/// One's own account.
pub(crate) const ACCOUNT: &str = "/konto";

/// The mails of a demo.
pub(crate) const OUTBOX: &str = "/mails";

/// First parts of paths that are no municipality's.
const OF_NO_MUNICIPALITY: [&str; 8] =
    ["tilgaengelighed", "log-ind", "glemt-adgangskode", "adgang", "konto", "mails", "tjek", "kommuner"];

/// Where one signs in, to go on to `path` afterwards.
pub(crate) fn sign_in_then(path: &str) -> String {
    let mut encoded = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{SIGN_IN}?til={encoded}")
}

/// A municipality's people.
pub(crate) fn people(municipality: &str) -> String {
    format!("/{municipality}/personer")
}

/// A municipality's settings.
pub(crate) fn settings(municipality: &str) -> String {
    format!("/{municipality}/indstillinger")
}

/// A municipality's audit log.
pub(crate) fn audit(municipality: &str) -> String {
    format!("/{municipality}/log")
}

/// The audit log for a spreadsheet, from the server.
pub(crate) fn audit_file(municipality: &str) -> String {
    format!("/{municipality}/log.csv")
}

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

/// A contact's form.
pub(crate) fn edit_contact(municipality: &str, id: &str) -> String {
    format!("/{municipality}/kontakter/{id}/ret")
}

/// An organisation's form.
pub(crate) fn edit_organisation(municipality: &str, organisation: &str) -> String {
    format!("/{municipality}/organisationer/{organisation}/ret")
}

/// A service's form.
pub(crate) fn edit_service(municipality: &str, service: &str) -> String {
    format!("/{municipality}/tilbud/{service}/ret")
}

/// The form of a new contact.
pub(crate) fn new_contact(municipality: &str) -> String {
    format!("/{municipality}/kontakter/ny")
}

/// The form of a new organisation.
pub(crate) fn new_organisation(municipality: &str) -> String {
    format!("/{municipality}/organisationer/ny")
}

/// The form of a new service; `query` is `""` or `?…`.
pub(crate) fn new_service(municipality: &str, query: &str) -> String {
    format!("/{municipality}/tilbud/nyt{query}")
}

/// The value of an address that names an entry.
pub(crate) const SUBJECT: &str = "emne";

/// What was changed.
pub(crate) fn history(municipality: &str) -> String {
    format!("/{municipality}/historik")
}

/// What was changed of one entry.
pub(crate) fn history_of(municipality: &str, id: &str) -> String {
    format!("/{municipality}/historik?{SUBJECT}={id}")
}

/// What is proposed.
pub(crate) fn proposals(municipality: &str) -> String {
    format!("/{municipality}/forslag")
}

/// What is due to be checked.
pub(crate) fn overdue(municipality: &str) -> String {
    format!("/{municipality}/tjek")
}

/// The themes, to look after.
pub(crate) fn themes(municipality: &str) -> String {
    format!("/{municipality}/temaer")
}

/// The target groups, to look after.
pub(crate) fn target_groups(municipality: &str) -> String {
    format!("/{municipality}/maalgrupper")
}

/// The municipality's own words, to look after.
pub(crate) fn thesaurus(municipality: &str) -> String {
    format!("/{municipality}/ordbog")
}

/// Where an organisation becomes one with another.
pub(crate) fn merge_organisation(municipality: &str, organisation: &str) -> String {
    format!("/{municipality}/organisationer/{organisation}/saml")
}

/// Where a contact becomes one with another.
pub(crate) fn merge_contact(municipality: &str, id: &str) -> String {
    format!("/{municipality}/kontakter/{id}/saml")
}

/// Where an organisation is taken out.
pub(crate) fn delete_organisation(municipality: &str, organisation: &str) -> String {
    format!("/{municipality}/organisationer/{organisation}/slet")
}

/// Where a contact is taken out.
pub(crate) fn delete_contact(municipality: &str, id: &str) -> String {
    format!("/{municipality}/kontakter/{id}/slet")
}

/// Where a service is closed.
pub(crate) fn close_service(municipality: &str, service: &str) -> String {
    format!("/{municipality}/tilbud/{service}/luk")
}

/// Files in and out.
pub(crate) fn exchange(municipality: &str) -> String {
    format!("/{municipality}/ind-og-ud")
}

/// The services as a spreadsheet, from the server.
pub(crate) fn export_csv(municipality: &str) -> String {
    format!("/{municipality}/export.csv")
}

/// The whole directory as a file, from the server.
pub(crate) fn export_json(municipality: &str) -> String {
    format!("/{municipality}/export.json")
}

/// Where the server takes files in.
pub(crate) fn import_file(municipality: &str) -> String {
    format!("/{municipality}/import")
}

/// The value of an address that names an edition to compare.
pub(crate) const COMPARED: &str = "sammenlign";

/// The editions of the catalogue.
pub(crate) fn editions(municipality: &str) -> String {
    format!("/{municipality}/udgaver")
}

/// An edition held against today.
pub(crate) fn compare_edition(municipality: &str, number: i32) -> String {
    format!("/{municipality}/udgaver?{COMPARED}={number}")
}

/// The form of a new municipality.
pub(crate) const NEW_MUNICIPALITY: &str = "/kommuner/ny";

/// The printable catalogue, rendered by the server.
pub(crate) fn catalogue(municipality: &str) -> String {
    format!("/{municipality}/katalog")
}

/// The framework as it is in force.
pub(crate) fn framework(municipality: &str) -> String {
    format!("/{municipality}/ramme")
}

/// The editions of the framework.
pub(crate) fn framework_editions(municipality: &str) -> String {
    format!("/{municipality}/ramme/udgaver")
}

/// An edition of the framework.
pub(crate) fn framework_edition(municipality: &str, number: i32) -> String {
    format!("/{municipality}/ramme/udgave/{number}")
}

/// An edition of the framework to print, rendered by the server.
pub(crate) fn framework_print(municipality: &str, number: i32) -> String {
    format!("/{municipality}/ramme/{number}/print")
}

/// Where editions of the framework are held against each other.
pub(crate) fn framework_comparison_page(municipality: &str) -> String {
    format!("/{municipality}/ramme/sammenlign")
}

/// Two editions of the framework held against each other.
pub(crate) fn framework_comparison(municipality: &str, from: i32, to: i32) -> String {
    format!("/{municipality}/ramme/sammenlign?fra={from}&til={to}")
}

/// An edition of the framework held against what is being written.
pub(crate) fn framework_difference(municipality: &str, from: i32) -> String {
    format!("/{municipality}/ramme/sammenlign?fra={from}")
}

/// The framework that is being written.
pub(crate) fn framework_draft(municipality: &str) -> String {
    format!("/{municipality}/ramme/udkast")
}

/// A section that is being written; `section` as in addresses.
pub(crate) fn framework_section(municipality: &str, section: &str) -> String {
    format!("/{municipality}/ramme/udkast/{section}")
}

/// A new row of a register, both as in addresses.
pub(crate) fn new_register_row(municipality: &str, section: &str, register: &str) -> String {
    format!("/{municipality}/ramme/udkast/{section}/ny/{register}")
}

/// A row of a register, to change.
pub(crate) fn edit_register_row(municipality: &str, section: &str, id: &str) -> String {
    format!("/{municipality}/ramme/udkast/{section}/ret/{id}")
}

/// What lies before the steering group.
pub(crate) fn framework_decision(municipality: &str) -> String {
    format!("/{municipality}/ramme/godkend")
}

/// What was changed in the framework.
pub(crate) fn framework_history(municipality: &str) -> String {
    format!("/{municipality}/ramme/historik")
}

/// What was changed in one part of it.
pub(crate) fn framework_history_of(municipality: &str, id: &str) -> String {
    format!("/{municipality}/ramme/historik?{SUBJECT}={id}")
}

/// How the framework is approved and updated.
pub(crate) fn framework_settings(municipality: &str) -> String {
    format!("/{municipality}/ramme/indstillinger")
}

/// The plans.
pub(crate) fn plans(municipality: &str) -> String {
    format!("/{municipality}/planer")
}

/// The form of a new plan.
pub(crate) fn new_plan(municipality: &str) -> String {
    format!("/{municipality}/planer/ny")
}

/// A plan.
pub(crate) fn plan(municipality: &str, id: &str) -> String {
    format!("/{municipality}/planer/{id}")
}

/// A plan's form.
pub(crate) fn edit_plan(municipality: &str, id: &str) -> String {
    format!("/{municipality}/planer/{id}/ret")
}

/// What was changed in a plan.
pub(crate) fn plan_history(municipality: &str, id: &str) -> String {
    format!("/{municipality}/planer/{id}/historik")
}

/// The accessibility statement, within a municipality.
pub(crate) fn statement(municipality: &str) -> String {
    format!("/{municipality}/tilgaengelighed")
}

/// The municipality's slug that a path begins with.
pub(crate) fn municipality_in(path: &str) -> Option<String> {
    let slug = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    (!slug.is_empty() && !OF_NO_MUNICIPALITY.contains(&slug)).then(|| slug.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{OF_NO_MUNICIPALITY, municipality_in, sign_in_then};

    #[test]
    fn the_first_segment_is_the_municipality() {
        assert_eq!(municipality_in("/esbjerg/tilbud/x").as_deref(), Some("esbjerg"));
        assert_eq!(municipality_in("/esbjerg").as_deref(), Some("esbjerg"));
        assert_eq!(municipality_in("/"), None);
        for first in OF_NO_MUNICIPALITY {
            assert_eq!(municipality_in(&format!("/{first}/x")), None);
        }
    }

    #[test]
    fn where_one_was_stands_in_the_address_as_one_value() {
        assert_eq!(
            sign_in_then("/esbjerg/tilbud?q=å&tema=bolig"),
            "/log-ind?til=/esbjerg/tilbud%3Fq%3D%C3%A5%26tema%3Dbolig"
        );
    }
}
