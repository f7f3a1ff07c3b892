//! What somebody typed and has not saved, kept on their own device as they type: a lost connection, a reload or an
//! ended session takes nothing away. One per person and entry.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ui::storage;

/// What was typed, and on what it was typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// The revision that was opened.
    pub(crate) revision: i32,
    /// The tree that was opened.
    pub(crate) base: Value,
    /// The tree as typed.
    pub(crate) mine: Value,
    /// The word on why.
    pub(crate) note: String,
}

/// Where a person's draft of an entry is kept.
pub(crate) fn name(person: &str, entry: &str) -> String {
    format!("tovholder.draft.{person}.{entry}")
}

/// The draft that was kept, if it can still be read.
pub(crate) fn recall(name: &str) -> Option<Draft> {
    serde_json::from_str(&storage::recall(name)?).ok()
}

/// Keeps the draft.
pub(crate) fn keep(name: &str, draft: &Draft) {
    if let Ok(text) = serde_json::to_string(draft) {
        storage::remember(name, &text);
    }
}

/// Drops the draft: it was saved, or is no longer wanted.
pub(crate) fn drop(name: &str) {
    storage::forget(name);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_person_and_entry_has_its_own() {
        assert_ne!(name("person:1", "contact:1"), name("person:2", "contact:1"));
        assert_ne!(name("person:1", "contact:1"), name("person:1", "contact:2"));
    }

    #[test]
    fn a_draft_is_read_as_it_was_kept() {
        let draft =
            Draft { revision: 3, base: json!({ "a": "1" }), mine: json!({ "a": "2" }), note: "x".into() };
        let text = serde_json::to_string(&draft).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), draft);
    }
}
