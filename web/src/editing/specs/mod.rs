//! What the form of each kind of entry holds, as data. The names of the fields are the API's.

pub(crate) mod contact;
pub(crate) mod organisation;
pub(crate) mod service;

mod reach;

use crate::editing::fields::Section;
use crate::editing::queries::history::EntryKind;

/// The form of a kind of entry; empty for kinds that have no page to edit them.
pub(crate) fn of_kind(kind: EntryKind) -> &'static [Section] {
    match kind {
        EntryKind::Organisation => organisation::ORGANISATION,
        EntryKind::Contact => contact::CONTACT,
        EntryKind::Service => service::SERVICE,
        EntryKind::Theme | EntryKind::TargetGroup | EntryKind::Concept => &[],
    }
}
