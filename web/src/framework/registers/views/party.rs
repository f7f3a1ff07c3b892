//! Somebody named in a register: a link where they stand in the directory today.

use leptos::prelude::*;

use crate::framework::registers::queries::{Level, PartyForm, Row};
use crate::language::{Locale, danish, td_string};

/// The name, linked where there is a page.
pub(super) fn party(row: &Row, party: &PartyForm) -> AnyView {
    let lang = danish();
    let name = party.name.clone();
    match row.address_of(party) {
        Some(address) => view! { <a href=address lang=lang>{name}</a> }.into_any(),
        None => view! { <span lang=lang>{name}</span> }.into_any(),
    }
}

/// Several, as a list in a line.
pub(super) fn parties(row: &Row, all: &[PartyForm]) -> AnyView {
    let items = all.iter().map(|one| view! { <li>{party(row, one)}</li> });
    view! { <ul class="parties">{items.collect_view()}</ul> }.into_any()
}

/// Between whom.
pub(super) fn level_words(locale: Locale, level: Level) -> &'static str {
    match level {
        Level::Municipal => td_string!(locale, register.level_municipal),
        Level::Mixed => td_string!(locale, register.level_mixed),
        Level::Voluntary => td_string!(locale, register.level_voluntary),
        Level::Citizen => td_string!(locale, register.level_citizen),
    }
}
