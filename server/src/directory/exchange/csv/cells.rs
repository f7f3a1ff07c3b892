//! What stands in a cell of the spreadsheet: how it is written, and how it is read again.

use crate::directory::Directory;
use crate::ids::NodeId;

/// Between the parts of a cell.
pub(super) const BETWEEN: &str = " | ";

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
pub(super) fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) { format!("'{cell}") } else { cell }
}

/// The cell before it was made harmless.
pub(super) fn unharmed(cell: &str) -> &str {
    cell.strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']))
        .unwrap_or(cell)
}

/// The path of what is referred to; empty where it is gone.
pub(super) fn slug(directory: &Directory, id: &str) -> String {
    let slug = NodeId::parse(id).and_then(|id| match id {
        NodeId::Organisation(id) => {
            directory.organisation(id).map(|at| &directory.organisations[at].row.slug)
        }
        NodeId::Service(id) => directory.service(id).map(|at| &directory.services[at].row.slug),
        NodeId::Theme(id) => directory.theme(id).map(|at| &directory.themes[at].row.slug),
        NodeId::TargetGroup(id) => directory.target_group(id).map(|at| &directory.target_groups[at].row.slug),
        _ => None,
    });
    slug.cloned().unwrap_or_default()
}

/// The paths of what is referred to.
pub(super) fn slugs(directory: &Directory, ids: &[async_graphql::ID]) -> String {
    list(ids.iter().map(|id| slug(directory, id)))
}

/// The parts in one cell.
pub(super) fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(BETWEEN)
}

/// The parts of a cell.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|part| !part.is_empty())
}

/// A text that may be missing.
pub(super) fn said(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

/// A number that may be missing.
pub(super) fn number(number: Option<i32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// A Danish number without its country.
pub(super) fn national(number: &str) -> String {
    number.strip_prefix("+45").unwrap_or(number).to_owned()
}

/// The word for a value.
pub(super) fn word<T: PartialEq>(words: &[(&str, T)], value: T) -> String {
    words.iter().find(|(_, one)| *one == value).map(|(word, _)| (*word).to_owned()).unwrap_or_default()
}

/// The value that a word stands for.
pub(super) fn meant<T: Copy>(words: &[(&str, T)], cell: &str) -> Option<T> {
    let cell = cell.to_lowercase();
    words.iter().find(|(word, _)| *word == cell).map(|(_, value)| *value)
}

/// Reads a text.
pub(super) fn text(field: &mut String, cell: &str) -> Result<(), &'static str> {
    cell.clone_into(field);
    Ok(())
}

/// Reads a text that may be missing.
pub(super) fn perhaps(field: &mut Option<String>, cell: &str) -> Result<(), &'static str> {
    *field = Some(cell.to_owned()).filter(|cell| !cell.is_empty());
    Ok(())
}

/// Reads a whole number that may be missing.
pub(super) fn whole(field: &mut Option<i32>, cell: &str) -> Result<(), &'static str> {
    *field = match cell {
        "" => None,
        cell => Some(cell.parse().map_err(|_| "Write a whole number.")?),
    };
    Ok(())
}

/// Reads a day, as the API or as Danes write it.
pub(super) fn day(cell: &str) -> Option<chrono::NaiveDate> {
    let formats = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"];
    formats.iter().find_map(|format| chrono::NaiveDate::parse_from_str(cell, format).ok())
}
