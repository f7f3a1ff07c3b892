//! What the fields of rows and services are called where they differ, and the words of their closed lists.

use crate::directory::queries::enums::{Access, Sector};
use crate::directory::signs::words;
use crate::format::date::Date;
use crate::format::words::day;
use crate::language::{Locale, td_string};

/// What a field is called; one newer than this app keeps the API's name.
pub(crate) fn label(locale: Locale, field: &str) -> String {
    // Of what a field holds inside, the field itself says enough.
    let field = field.split('.').next().unwrap_or(field);
    let known = match field {
        "access" => td_string!(locale, framework.field_access),
        "actor" | "responsible" => td_string!(locale, framework.field_responsible),
        "addresses" => td_string!(locale, framework.field_addresses),
        "anchoring" => td_string!(locale, framework.field_anchoring),
        "asOf" => td_string!(locale, framework.field_as_of),
        "audience" => td_string!(locale, framework.field_audience),
        "between" => td_string!(locale, framework.field_between),
        "branch" => td_string!(locale, framework.field_branch),
        "chair" => td_string!(locale, framework.field_chair),
        "channel" => td_string!(locale, framework.field_channel),
        "citizenInvolved" => td_string!(locale, framework.field_citizen_involved),
        "contacts" => td_string!(locale, framework.field_contacts),
        "coordinated" => td_string!(locale, framework.field_coordinated),
        "description" => td_string!(locale, framework.field_description),
        "document" => td_string!(locale, framework.field_document),
        "eligibility" => td_string!(locale, framework.field_eligibility),
        "evaluateBy" => td_string!(locale, framework.field_evaluate_by),
        "function" => td_string!(locale, framework.field_function),
        "group" => td_string!(locale, framework.field_group),
        "holder" => td_string!(locale, framework.field_holder),
        "keptAt" => td_string!(locale, framework.field_kept_at),
        "kind" => td_string!(locale, framework.field_kind),
        "level" => td_string!(locale, framework.field_level),
        "link" => td_string!(locale, framework.field_link),
        "meetings" => td_string!(locale, framework.field_meetings),
        "meetingsPerYear" => td_string!(locale, framework.field_meetings_per_year),
        "members" => td_string!(locale, framework.field_members),
        "name" => td_string!(locale, framework.field_name),
        "notes" => td_string!(locale, framework.field_notes),
        "number" => td_string!(locale, framework.field_number),
        "numberTo" => td_string!(locale, framework.field_number_to),
        "organisation" | "party" => td_string!(locale, framework.field_organisation),
        "paragraph" => td_string!(locale, framework.field_paragraph),
        "parties" => td_string!(locale, framework.field_parties),
        "period" => td_string!(locale, framework.field_period),
        "purpose" => td_string!(locale, framework.field_purpose),
        "rhythm" => td_string!(locale, framework.field_rhythm),
        "role" => td_string!(locale, framework.field_role),
        "sector" => td_string!(locale, framework.field_sector),
        "serviceType" => td_string!(locale, framework.field_service_type),
        "signedOn" => td_string!(locale, framework.field_signed_on),
        "source" => td_string!(locale, framework.field_source),
        "status" => td_string!(locale, framework.field_status),
        "steps" => td_string!(locale, framework.field_steps),
        "subject" => td_string!(locale, framework.field_subject),
        "unit" => td_string!(locale, framework.field_unit),
        "users" => td_string!(locale, framework.field_users),
        "year" => td_string!(locale, framework.field_year),
        other => return other.to_owned(),
    };
    known.to_owned()
}

/// What stands in a field: days and closed lists in words, all else as it is.
pub(crate) fn value(locale: Locale, field: &str, text: &str) -> String {
    let key = text.to_ascii_uppercase();
    let known = match (field, key.as_str()) {
        ("level", "MUNICIPAL") => td_string!(locale, register.level_municipal),
        ("level", "MIXED") => td_string!(locale, register.level_mixed),
        ("level", "VOLUNTARY") => td_string!(locale, register.level_voluntary),
        ("level", "CITIZEN") => td_string!(locale, register.level_citizen),
        ("status", "PLANNED") => td_string!(locale, register.status_planned),
        ("status", "IN_FORCE") => td_string!(locale, register.status_in_force),
        ("status", "ENDED") => td_string!(locale, register.status_ended),
        ("sector", _) => return sector(&key).map_or(text.to_owned(), |sector| words::sector(locale, sector)),
        ("access", _) => return access(&key).map_or(text.to_owned(), |access| words::access(locale, access)),
        _ => return days_in_words(locale, text),
    };
    known.to_owned()
}

/// Days in words, also where they stand in a list: a line for each of its items, the parts of an item parted by a dot.
pub(crate) fn days_in_words(locale: Locale, text: &str) -> String {
    let part = |part: &str| Date::parse(part).map_or_else(|| part.to_owned(), |date| day(locale, date));
    let line = |line: &str| line.split(" · ").map(part).collect::<Vec<_>>().join(" · ");
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn sector(key: &str) -> Option<Sector> {
    Some(match key {
        "MUNICIPAL" => Sector::Municipal,
        "REGIONAL" => Sector::Regional,
        "STATE" => Sector::State,
        "PRIVATE" => Sector::Private,
        "VOLUNTARY" => Sector::Voluntary,
        _ => return None,
    })
}

fn access(key: &str) -> Option<Access> {
    Some(match key {
        "OPEN" => Access::Open,
        "REFERRAL" => Access::Referral,
        "SELF_REFERRAL" => Access::SelfReferral,
        "LEGAL_DUTY" => Access::LegalDuty,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_closed_lists_are_words() {
        assert_eq!(value(Locale::da, "signedOn", "2014-03-01"), "1. marts 2014");
        assert_eq!(
            value(Locale::da, "meetings", "2014-03-01 · på rådhuset\n2014-05-02"),
            "1. marts 2014 · på rådhuset\n2. maj 2014"
        );
        assert_eq!(value(Locale::da, "access", "OPEN"), "Åben for alle");
        assert_eq!(value(Locale::da, "access", "Sagsbehandleren"), "Sagsbehandleren");
        assert_eq!(value(Locale::da, "rhythm", "8 gange om året"), "8 gange om året");
    }

    #[test]
    fn a_field_within_a_field_is_called_as_the_outer() {
        assert_eq!(label(Locale::da, "party.name"), label(Locale::da, "party"));
        assert_eq!(label(Locale::da, "unheardOf"), "unheardOf");
    }
}
