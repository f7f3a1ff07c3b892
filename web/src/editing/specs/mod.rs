//! What the form of each kind of entry holds, as data. The names of the fields are the API's.

pub(crate) mod contact;
pub(crate) mod organisation;
pub(crate) mod service;
pub(crate) mod taxonomy;

mod reach;

use crate::editing::fields::Section;
use crate::editing::queries::history::EntryKind;

/// The form of a kind of entry.
pub(crate) fn of_kind(kind: EntryKind) -> &'static [Section] {
    match kind {
        EntryKind::Organisation => organisation::ORGANISATION,
        EntryKind::Contact => contact::CONTACT,
        EntryKind::Service => service::SERVICE,
        EntryKind::Theme => taxonomy::THEME,
        EntryKind::TargetGroup => taxonomy::TARGET_GROUP,
        EntryKind::Concept => taxonomy::CONCEPT,
    }
}
