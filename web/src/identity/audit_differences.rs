//! What an entry of the log tells was changed: field by field, from what the thing was before and after, as JSON.

use std::collections::BTreeMap;

use serde_json::Value;

/// A field that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Its path, for example `phones.1.number`.
    pub(crate) field: String,
    /// What it was; empty where it was not there.
    pub(crate) before: String,
    /// What it is; empty where it is gone.
    pub(crate) after: String,
}

/// The fields that differ, by the alphabet. What is not JSON stands as it is.
pub(crate) fn between(before: Option<&str>, after: Option<&str>) -> Vec<Difference> {
    let (before, after) = (flat(before), flat(after));
    let mut fields: Vec<&String> = before.keys().chain(after.keys()).collect();
    fields.sort();
    fields.dedup();
    let difference = |field: &String| {
        let read = |values: &BTreeMap<String, String>| values.get(field).cloned().unwrap_or_default();
        Difference { field: field.clone(), before: read(&before), after: read(&after) }
    };
    fields.into_iter().map(difference).filter(|one| one.before != one.after).collect()
}

/// Every leaf with its path.
fn flat(json: Option<&str>) -> BTreeMap<String, String> {
    let mut leaves = BTreeMap::new();
    if let Some(json) = json {
        let value = serde_json::from_str(json).unwrap_or_else(|_| Value::String(json.to_owned()));
        gather(&value, String::new(), &mut leaves);
    }
    leaves
}

fn gather(value: &Value, path: String, leaves: &mut BTreeMap<String, String>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Null => {}
        Value::Object(fields) => fields.iter().for_each(|(name, value)| gather(value, below(name), leaves)),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                gather(item, below(&at.to_string()), leaves);
            }
        }
        Value::String(text) => drop(leaves.insert(path, text.clone())),
        Value::Bool(_) | Value::Number(_) => drop(leaves.insert(path, value.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, between};

    fn difference(field: &str, before: &str, after: &str) -> Difference {
        Difference { field: field.into(), before: before.into(), after: after.into() }
    }

    #[test]
    fn only_what_differs_is_told() {
        let before = r#"{"name":"Prøve","phones":[{"number":"+4512345678","description":null}],"open":true}"#;
        let after = r#"{"name":"Prøve","phones":[{"number":"+4587654321"}],"open":false,"days":30}"#;
        assert_eq!(
            between(Some(before), Some(after)),
            [
                difference("days", "", "30"),
                difference("open", "true", "false"),
                difference("phones.0.number", "+4512345678", "+4587654321"),
            ]
        );
    }

    #[test]
    fn something_made_and_something_deleted() {
        assert_eq!(between(None, Some(r#"{"name":"Prøve"}"#)), [difference("name", "", "Prøve")]);
        assert_eq!(between(Some(r#"{"name":"Prøve"}"#), None), [difference("name", "Prøve", "")]);
        assert!(between(None, None).is_empty());
    }

    #[test]
    fn what_is_not_json_stands_as_it_is() {
        assert_eq!(between(None, Some("<b>")), [difference("", "", "<b>")]);
    }
}
