//! What the fields of plans, goals and activities are called in a plan's history, and what stands in them, in words.

use crate::framework::published::field_words::days_in_words;
use crate::language::{Locale, td_string};

/// What a field is called; one newer than this app keeps the API's name.
pub(crate) fn label(locale: Locale, field: &str) -> String {
    let known = match field {
        "title" => td_string!(locale, plan.title),
        "beginsOn" => td_string!(locale, plan.begins_on),
        "endsOn" => td_string!(locale, plan.ends_on),
        "mission" => td_string!(locale, plan.mission),
        "values" => td_string!(locale, plan.values),
        "vision" => td_string!(locale, plan.vision),
        "visibility" => td_string!(locale, plan.visibility),
        "why" => td_string!(locale, plan.why),
        "aim" => td_string!(locale, plan.aim),
        "voices" => td_string!(locale, plan.voices),
        "goals" => td_string!(locale, plan.goals),
        "activities" => td_string!(locale, plan.activities),
        "subGoal" => td_string!(locale, plan.sub_goal),
        "responsible" => td_string!(locale, plan.responsible),
        "responsiblePersonId" => td_string!(locale, plan.responsible_person),
        "responsibleOrganisationId" => td_string!(locale, plan.responsible_organisation),
        "others" => td_string!(locale, plan.others),
        "startsOn" => td_string!(locale, plan.starts_on),
        "dueOn" => td_string!(locale, plan.due_on),
        "status" => td_string!(locale, plan.status),
        "doneOn" => td_string!(locale, plan.done_on),
        "followUpOn" => td_string!(locale, plan.follow_up_on),
        "result" => td_string!(locale, plan.result),
        "notes" => td_string!(locale, plan.notes),
        other => return other.to_owned(),
    };
    known.to_owned()
}

/// What stands in a field: days and closed lists in words, also where a line tells of a whole activity; all else as it is.
pub(crate) fn value(locale: Locale, field: &str, text: &str) -> String {
    match field {
        "status" | "result" | "visibility" => closed(locale, text).unwrap_or(text).to_owned(),
        "goals" | "activities" => {
            let part =
                |part: &str| closed(locale, part).map_or_else(|| days_in_words(locale, part), str::to_owned);
            let line = |line: &str| line.split(" · ").map(part).collect::<Vec<_>>().join(" · ");
            text.split('\n').map(line).collect::<Vec<_>>().join("\n")
        }
        _ => days_in_words(locale, text),
    }
}

fn closed(locale: Locale, word: &str) -> Option<&'static str> {
    Some(match word {
        "PLANNED" => td_string!(locale, plan.status_planned),
        "UNDERWAY" => td_string!(locale, plan.status_underway),
        "DONE" => td_string!(locale, plan.status_done),
        "DROPPED" => td_string!(locale, plan.status_dropped),
        "CONTINUES" => td_string!(locale, plan.result_continues),
        "ENDS" => td_string!(locale, plan.result_ends),
        "NEW" => td_string!(locale, plan.result_new),
        "PUBLIC" => td_string!(locale, plan.visible_public),
        "SIGNED_IN" => td_string!(locale, plan.visible_signed_in),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_lists_and_days_are_words() {
        assert_eq!(value(Locale::da, "status", "UNDERWAY"), "I gang");
        assert_eq!(value(Locale::da, "dueOn", "2026-03-01"), "1. marts 2026");
        assert_eq!(value(Locale::da, "title", "NEW"), "NEW");
        assert_eq!(
            value(Locale::da, "activities", "2026-03-01 · PLANNED · Ring rundt"),
            "1. marts 2026 · Ikke begyndt · Ring rundt"
        );
    }
}
