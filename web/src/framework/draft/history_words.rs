//! What the fields of the framework's parts are called in its history, and what stands in them, in words.

use super::queries::history::{FrameworkChange, FrameworkPart};
use crate::framework::published::field_words;
use crate::framework::sections::Section;
use crate::language::{Locale, td_string};
use crate::plan::history_words as of_plan;

/// What a field of a part is called.
pub(super) fn label(locale: Locale, part: FrameworkPart, field: &str) -> String {
    if field != "position" && part.is_of_plan() {
        return of_plan::label(locale, field);
    }
    let known = match field {
        "answer" => td_string!(locale, draft.field_answer),
        "title" => td_string!(locale, draft.field_title),
        "guidance" => td_string!(locale, draft.field_guidance),
        "isHidden" => td_string!(locale, draft.field_hidden),
        "position" => td_string!(locale, draft.field_position),
        "section" => td_string!(locale, draft.field_section),
        "assigneeId" => td_string!(locale, draft.field_assignee),
        "dueOn" => td_string!(locale, draft.field_due),
        "isDone" => td_string!(locale, draft.field_done),
        "approvalsNeeded" => td_string!(locale, draft.approvals_needed),
        "intervalMonths" => td_string!(locale, draft.interval),
        "visibility" => td_string!(locale, draft.visibility),
        "nextUpdateBy" => td_string!(locale, draft.next_update_by),
        other => return field_words::label(locale, other),
    };
    known.to_owned()
}

/// What stands in a field of a part.
pub(super) fn value(locale: Locale, part: FrameworkPart, field: &str, text: &str) -> String {
    if field != "position" && part.is_of_plan() {
        return of_plan::value(locale, field, text);
    }
    let known = match (field, text) {
        ("isHidden" | "isDone", "true") => td_string!(locale, draft.yes),
        ("isHidden" | "isDone", "false") => td_string!(locale, draft.no),
        ("visibility", "PUBLIC") => td_string!(locale, draft.visibility_public),
        ("visibility", "SIGNED_IN") => td_string!(locale, draft.visibility_signed_in),
        ("section", name) => return section(name).map_or(name, |section| section.name(locale)).to_owned(),
        ("position", place) => {
            return place.parse::<i32>().map_or(place.to_owned(), |place| (place + 1).to_string());
        }
        ("answer" | "title" | "guidance", text) => return text.to_owned(),
        (other, text) => return field_words::value(locale, other, text),
    };
    known.to_owned()
}

/// Whether a field says something to a reader.
pub(super) fn is_told(field: &str) -> bool {
    field != "key"
}

/// What a part is called: a section and the framework by the names they have, all else by its own.
pub(super) fn name(locale: Locale, change: &FrameworkChange) -> String {
    match change.part {
        FrameworkPart::Framework => td_string!(locale, draft.settings).to_owned(),
        FrameworkPart::Section => section(&change.subject_name)
            .map_or(change.subject_name.as_str(), |one| one.name(locale))
            .to_owned(),
        _ => change.subject_name.clone(),
    }
}

/// The section that the API calls so, or that has this name in Danish: the history keeps what it was called.
fn section(name: &str) -> Option<Section> {
    let key = |section: Section| match section {
        Section::TargetGroup => "TARGET_GROUP",
        Section::Organisation => "ORGANISATION",
        Section::Communication => "COMMUNICATION",
        Section::Plans => "PLANS",
        Section::Directory => "DIRECTORY",
        Section::Dissemination => "DISSEMINATION",
    };
    let is_it = |one: &Section| name.eq_ignore_ascii_case(key(*one)) || name == one.name(Locale::da);
    Section::ALL.into_iter().find(is_it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_lists_are_words() {
        let value = |locale, field, text| value(locale, FrameworkPart::Section, field, text);
        assert_eq!(value(Locale::da, "isDone", "true"), "ja");
        assert_eq!(value(Locale::da, "position", "0"), "1");
        assert_eq!(value(Locale::da, "section", "PLANS"), Section::Plans.name(Locale::da));
        assert_eq!(value(Locale::en, "section", "Kommunikation"), Section::Communication.name(Locale::en));
        assert_eq!(value(Locale::da, "answer", "true"), "true");
    }

    #[test]
    fn what_stands_in_a_plan_has_its_own_words() {
        assert_eq!(value(Locale::da, FrameworkPart::Activity, "status", "PLANNED"), "Ikke begyndt");
        assert_eq!(value(Locale::da, FrameworkPart::RegisterRow, "status", "PLANNED"), "På vej");
        assert_eq!(
            label(Locale::da, FrameworkPart::Activity, "position"),
            label(Locale::da, FrameworkPart::Question, "position")
        );
    }
}
