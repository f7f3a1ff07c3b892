//! What is different between two states of an entry, field by field, in words that a person can compare.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::directory::Directory;
use crate::ids::NodeId;

/// A field that says something else than before.
#[derive(Clone, Debug, PartialEq, Eq, async_graphql::SimpleObject)]
pub struct ChangedField {
    /// Name of the field in the form, for example `applicationProcess`.
    pub field: String,
    /// What it said; null where it was empty. Lists have a line for each item, references the name of what they
    /// refer to, and closed lists their words as in the API.
    pub before: Option<String>,
    /// What it says; null where it is empty.
    pub after: Option<String>,
}

/// The fields in which two states differ. A state that is not there has only empty fields.
pub(crate) fn between(
    directory: &Directory,
    before: Option<&Value>,
    after: Option<&Value>,
) -> Vec<ChangedField> {
    let empty = Map::new();
    let fields = |state: Option<&'_ Value>| state.and_then(Value::as_object).cloned();
    let (before, after) = (fields(before), fields(after));
    let (before, after) = (before.as_ref().unwrap_or(&empty), after.as_ref().unwrap_or(&empty));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = |name: &&String| {
        let [old, new] =
            [before, after].map(|state| state.get(*name).and_then(|value| say(directory, value)));
        (old != new).then(|| ChangedField { field: (*name).clone(), before: old, after: new })
    };
    names.iter().filter_map(changed).collect()
}

/// A value in words; none where it is empty.
fn say(directory: &Directory, value: &Value) -> Option<String> {
    let said = match value {
        Value::Null => return None,
        Value::Bool(_) | Value::Number(_) => value.to_string().trim_end_matches(".0").to_owned(),
        Value::String(text) => name_of(directory, text).unwrap_or(text).to_owned(),
        Value::Array(items) => {
            let parts: Vec<String> = items.iter().filter_map(|item| say(directory, item)).collect();
            let separator = if items.iter().any(Value::is_object) { "\n" } else { ", " };
            parts.join(separator)
        }
        Value::Object(fields) => {
            // What has its own name beside the key of an organisation is told by name.
            let is_told = |name: &str| name != "organisationId" || !fields.contains_key("name");
            let told = fields.iter().filter(|(name, _)| is_told(name));
            told.filter_map(|(_, field)| say(directory, field)).collect::<Vec<_>>().join(" · ")
        }
    };
    Some(said).filter(|said| !said.is_empty())
}

/// What is called by this key now.
fn name_of<'d>(directory: &'d Directory, text: &str) -> Option<&'d str> {
    Some(match NodeId::parse(text)? {
        NodeId::Organisation(id) => &directory.organisations[directory.organisation(id)?].row.name,
        NodeId::Contact(id) => &directory.contacts[directory.contact(id)?].row.name,
        NodeId::Service(id) => &directory.services[directory.service(id)?].row.name,
        NodeId::Theme(id) => &directory.themes[directory.theme(id)?].row.name,
        NodeId::TargetGroup(id) => &directory.target_groups[directory.target_group(id)?].row.name,
        NodeId::Concept(id) => &directory.concepts[directory.concept(id)?].label,
        NodeId::Municipality(_) => return None,
    })
}
