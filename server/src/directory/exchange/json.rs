//! The whole directory as JSON: every entry as its form, with its key. One entry a line, so that two exports can be
//! compared with any tool.

use std::fmt::Write as _;

use entity::directory::values::EntryKind;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::plan::Line;
use super::report::Flaw;
use crate::directory::Directory;
use crate::directory::forms::Form;
use crate::error::{Refusal, RefusalCode};
use crate::ids::NodeId;

/// What the file says it is.
const FORMAT: &str = "tovholder-directory";
/// How it is written; a later one may be written otherwise.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct File {
    format: String,
    version: u32,
    entries: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    id: String,
    kind: EntryKind,
    form: Value,
}

/// Writes the directory, what is not public too.
pub(super) fn write(directory: &Directory) -> String {
    let ids = (directory.themes.iter().map(|entry| NodeId::Theme(entry.row.id)))
        .chain(directory.target_groups.iter().map(|entry| NodeId::TargetGroup(entry.row.id)))
        .chain(directory.organisations.iter().map(|entry| NodeId::Organisation(entry.row.id)))
        .chain(directory.contacts.iter().map(|entry| NodeId::Contact(entry.row.id)))
        .chain(directory.services.iter().map(|entry| NodeId::Service(entry.row.id)))
        .chain(directory.concepts.iter().map(|row| NodeId::Concept(row.id)));
    let entry = |id: NodeId| {
        let (form, _) = Form::of(directory, id)?;
        let entry = Entry { id: id.to_string(), kind: form.kind(), form: form.to_json() };
        serde_json::to_string(&entry).ok()
    };
    let slug = &directory.municipality.slug;
    let head = json!({ "format": FORMAT, "version": VERSION, "municipality": slug }).to_string();
    let mut text = head.trim_end_matches('}').to_owned();
    // Writing to a string can't fail.
    let _ = write!(text, ",\"entries\":[\n{}\n]}}\n", ids.filter_map(entry).collect::<Vec<_>>().join(",\n"));
    text
}

/// Reads the entries; a line is the number of an entry.
///
/// # Errors
/// What is wrong where the file is something else.
pub(super) fn read(content: &str) -> Result<Vec<Line>, Vec<Flaw>> {
    let wrong = |message: String| vec![Refusal::new(RefusalCode::Invalid, "content", message).into()];
    let file: File = serde_json::from_str(content.trim_start_matches('\u{feff}'))
        .map_err(|error| wrong(format!("This is no export of a directory: {error}.")))?;
    if file.format != FORMAT || file.version != VERSION {
        return Err(wrong(format!("Only {FORMAT} of version {VERSION} can be read.")));
    }
    Ok(file.entries.into_iter().enumerate().map(|(at, entry)| line(at + 1, &entry)).collect())
}

fn line(number: usize, entry: &Entry) -> Line {
    let invalid = |field: &str, message: String| Refusal::new(RefusalCode::Invalid, field, message);
    let id = NodeId::parse(&entry.id);
    let name = entry.form.get("name").or_else(|| entry.form.get("label")).and_then(Value::as_str);
    let form = Form::from_json(entry.kind, &entry.form.to_string())
        .map_err(|error| vec![invalid("form", error.to_string()).into()]);
    let form = match id {
        None => {
            let refusal = invalid("id", "This is no key of an entry.".to_owned());
            Err(vec![Flaw::with(refusal, &entry.id)])
        }
        Some(_) => form.map(Form::tidied),
    };
    Line { number, id, kind: entry.kind, name: name.unwrap_or_default().to_owned(), form }
}
