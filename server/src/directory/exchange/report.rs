//! What the check of a file found, as it is kept until somebody says that it is to be applied.

use entity::directory::values::EntryKind;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::directory::Directory;
use crate::directory::forms::Form;
use crate::directory::forms::difference::{self, ChangedField};
use crate::error::{Refusal, RefusalCode};

/// Most things that are wrong, and most changes, that a report tells of; it counts them all.
const TOLD: usize = 10_000;
/// Most characters of what stands in the file that are repeated beside what is wrong with it.
const SHOWN: usize = 100;

/// What a file says, in numbers and line by line.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// How many entries are new.
    pub created: usize,
    /// How many would change.
    pub updated: usize,
    /// How many are as they are.
    pub unchanged: usize,
    /// How many things are wrong.
    pub wrong: usize,
    /// The first of them.
    pub errors: Vec<LineError>,
    /// The first changes.
    pub changes: Vec<LineChange>,
}

/// Something wrong in a line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LineError {
    /// Which line; 0 for the file as a whole.
    pub line: usize,
    /// Kind of entry; none for the file as a whole.
    pub kind: Option<EntryKind>,
    /// What the entry is called in the file.
    pub name: Option<String>,
    /// In which field.
    pub field: Option<String>,
    /// What is wrong.
    pub code: RefusalCode,
    /// What stands there.
    pub value: Option<String>,
    /// What is wrong and what would be right, in English.
    pub message: String,
}

/// What a line would change.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LineChange {
    /// Which line.
    pub line: usize,
    /// Kind of entry.
    pub kind: EntryKind,
    /// What it is called.
    pub name: String,
    /// Whether it is new.
    pub is_new: bool,
    /// The fields that would change: name, before, after.
    pub fields: Vec<(String, Option<String>, Option<String>)>,
}

/// Something that is wrong, and what stands there.
#[derive(Clone, Debug)]
pub(super) struct Flaw {
    /// What is wrong.
    pub refusal: Refusal,
    /// What stands in the file.
    pub value: Option<String>,
}

impl From<Refusal> for Flaw {
    fn from(refusal: Refusal) -> Self {
        Self { refusal, value: None }
    }
}

impl Flaw {
    /// Something wrong, with what stands there.
    pub(super) fn with(refusal: Refusal, value: &str) -> Self {
        let value = value.trim();
        let is_long = value.chars().nth(SHOWN).is_some();
        let mut shown: String = value.chars().take(SHOWN).collect();
        if is_long {
            shown.push('…');
        }
        Self { refusal, value: Some(shown).filter(|shown| !shown.is_empty()) }
    }

    /// Something wrong in a form, with what stands in its field.
    pub(super) fn of_form(refusal: Refusal, form: &Value) -> Self {
        let pointer = format!("/{}", refusal.field.replace('.', "/"));
        match form.pointer(&pointer) {
            Some(Value::String(text)) => Self::with(refusal, &text.clone()),
            Some(Value::Number(number)) => Self::with(refusal, &number.to_string()),
            _ => refusal.into(),
        }
    }
}

impl Report {
    /// The report on a file that could not be read at all.
    pub(super) fn of_unreadable(flaws: Vec<Flaw>) -> Self {
        let mut report = Self::default();
        for flaw in flaws {
            report.tell(0, None, None, flaw);
        }
        report
    }

    /// Tells what is wrong with a line.
    pub(super) fn refuse(&mut self, line: usize, kind: EntryKind, name: &str, flaws: Vec<Flaw>) {
        for flaw in flaws {
            self.tell(line, Some(kind), Some(name), flaw);
        }
    }

    fn tell(&mut self, line: usize, kind: Option<EntryKind>, name: Option<&str>, flaw: Flaw) {
        self.wrong += 1;
        if self.errors.len() >= TOLD {
            return;
        }
        let Flaw { refusal: Refusal { code, field, message }, value } = flaw;
        let name = name.filter(|name| !name.is_empty()).map(|name| name.chars().take(SHOWN).collect());
        let field = Some(field).filter(|field| !field.is_empty());
        self.errors.push(LineError { line, kind, name, field, code, value, message });
    }

    /// Tells what a line would change.
    pub(super) fn change(&mut self, directory: &Directory, line: usize, form: &Form, held: Option<&Form>) {
        if self.changes.len() >= TOLD {
            return;
        }
        let fields = match held {
            None => Vec::new(),
            Some(held) => difference::between(directory, Some(&held.to_json()), Some(&form.to_json())),
        };
        let field = |one: ChangedField| (one.field, one.before, one.after);
        self.changes.push(LineChange {
            line,
            kind: form.kind(),
            name: form.name().to_owned(),
            is_new: held.is_none(),
            fields: fields.into_iter().map(field).collect(),
        });
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_stands_there_is_repeated_but_never_at_length() {
        let refusal = |field: &str| Refusal::new(RefusalCode::Invalid, field, "");
        let form = json!({ "name": "x".repeat(200), "phones": [{ "number": "12" }], "minimumAge": 7 });
        let value = |field: &str| Flaw::of_form(refusal(field), &form).value;
        assert_eq!(value("phones.0.number").as_deref(), Some("12"));
        assert_eq!(value("minimumAge").as_deref(), Some("7"));
        assert_eq!(value("name").map(|shown| shown.chars().count()), Some(SHOWN + 1));
        assert_eq!(value("nothing"), None);
    }

    #[test]
    fn all_is_counted_though_not_all_is_told() {
        let mut report = Report::default();
        let flaw = || Flaw::from(Refusal::new(RefusalCode::Required, "name", "."));
        for line in 0..TOLD + 5 {
            report.refuse(line, EntryKind::Service, "", vec![flaw()]);
        }
        assert_eq!((report.wrong, report.errors.len()), (TOLD + 5, TOLD));
    }
}
