//! Why a hit was found: *«hash» → stoffer*. Said only when the name itself does not show it.

use leptos::prelude::*;

use crate::directory::queries::enums::{MatchField, MatchVia};
use crate::directory::queries::hits::SearchMatch;
use crate::language::{Locale, danish, td_string, text_by};

/// The reasons, if they need saying.
#[component]
pub(crate) fn MatchNote(matches: Vec<SearchMatch>) -> impl IntoView {
    let lang = danish();
    let mut worth_saying: Vec<SearchMatch> = Vec::new();
    for reason in matches.into_iter().filter(needs_saying) {
        let is_new = |known: &SearchMatch| known.typed != reason.typed || known.matched != reason.matched;
        if worth_saying.len() < 3 && worth_saying.iter().all(is_new) {
            worth_saying.push(reason);
        }
    }
    (!worth_saying.is_empty()).then(|| {
        let notes = worth_saying.into_iter().map(|reason| {
            let matched = reason.matched.clone();
            view! {
                <span class="match">
                    "«" {reason.typed} "» → " <span lang=lang>{matched}</span>
                    {text_by(move |locale| field(locale, reason.field))}
                </span>
            }
        });
        view! { <p class="matches">{notes.collect_view()}</p> }
    })
}

/// Whether the reader would wonder.
fn needs_saying(reason: &SearchMatch) -> bool {
    let is_same_word = reason.typed.to_lowercase() == reason.matched.to_lowercase();
    let is_seen = matches!(reason.field, MatchField::Name | MatchField::Description);
    let is_plain = matches!(reason.via, MatchVia::Exact | MatchVia::Start | MatchVia::Inflection);
    !(is_seen && (is_plain || is_same_word))
}

/// Where it was found, when that is somewhere the card does not show.
fn field(locale: Locale, field: MatchField) -> String {
    match field {
        MatchField::Name | MatchField::Description => "",
        MatchField::AlternateName => td_string!(locale, list.in_alternate_name),
        MatchField::Theme => td_string!(locale, list.in_theme),
        MatchField::TargetGroup => td_string!(locale, list.in_target_group),
        MatchField::Organisation => td_string!(locale, list.in_organisation),
        MatchField::Contact => td_string!(locale, list.in_contact),
        MatchField::Phone => td_string!(locale, list.in_phone),
        MatchField::Address => td_string!(locale, list.in_address),
        MatchField::LegalBasis => td_string!(locale, list.in_legal_basis),
        MatchField::Subservice => td_string!(locale, list.in_subservice),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(typed: &str, matched: &str, via: MatchVia, field: MatchField) -> SearchMatch {
        SearchMatch { typed: typed.into(), matched: matched.into(), via, field }
    }

    #[test]
    fn only_what_the_name_does_not_show_is_said() {
        assert!(!needs_saying(&reason("tand", "tandpleje", MatchVia::Start, MatchField::Name)));
        assert!(needs_saying(&reason("hash", "stoffer", MatchVia::Synonym, MatchField::Description)));
        assert!(needs_saying(&reason("Torben", "Torben", MatchVia::Exact, MatchField::Contact)));
    }
}
