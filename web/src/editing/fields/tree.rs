//! What is typed into a form, as a tree of JSON: texts and numbers are strings, as they stand in the boxes. Pure. It is
//! made from what the API gives ([`opened`]) and turned back into what the API takes ([`sent`]).

use serde_json::{Map, Value, json};

use super::{Field, Kind, Line, Own, Section};
use crate::api::{UserError, UserErrorCode};
use crate::format::phone;

/// Something typed that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    /// Where, such as `phones.1.number`; empty where it is nowhere in particular.
    pub(crate) path: String,
    /// What is wrong.
    pub(crate) code: UserErrorCode,
}

impl From<UserError> for Flaw {
    fn from(error: UserError) -> Self {
        // The form stands in a field of the input.
        let path = error.field.unwrap_or_default();
        let path = path.strip_prefix("form.").unwrap_or(&path).to_owned();
        Self { path, code: error.code }
    }
}

/// The fields of all sections.
pub(crate) fn fields(sections: &'static [Section]) -> impl Iterator<Item = &'static Field> {
    sections.iter().flat_map(|section| section.fields)
}

/// What stands at a path.
pub(crate) fn at<'t>(tree: &'t Value, path: &str) -> &'t Value {
    tree.pointer(&pointer(path)).unwrap_or(&Value::Null)
}

/// Puts something at a path that exists.
pub(crate) fn put(tree: &mut Value, path: &str, value: Value) {
    if let Some(place) = tree.pointer_mut(&pointer(path)) {
        *place = value;
    }
}

fn pointer(path: &str) -> String {
    format!("/{}", path.replace('.', "/"))
}

/// The tree of what the API gave.
pub(crate) fn opened(fields: impl Iterator<Item = &'static Field>, form: &Value) -> Value {
    Value::Object(fields.map(|field| (field.name.to_owned(), open(field.kind, &form[field.name]))).collect())
}

fn open(kind: Kind, value: &Value) -> Value {
    match kind {
        Kind::Lines => Value::String(texts(value).join("\n")),
        Kind::AnyOf(_) | Kind::PickAny(_) => {
            value.as_array().map_or(Value::Array(Vec::new()), |_| value.clone())
        }
        Kind::Flag => Value::Bool(value.as_bool().unwrap_or_default()),
        Kind::Rows(fields, _) | Kind::Own(&Own { fields, .. }) => {
            let rows = value.as_array().into_iter().flatten();
            Value::Array(rows.map(|row| opened(fields.iter(), row)).collect())
        }
        Kind::Group(fields) => opened(fields.iter(), value),
        Kind::Party => party(value),
        Kind::Parties(_) => Value::Array(value.as_array().into_iter().flatten().map(party).collect()),
        Kind::OneOf(words) => match value.as_str() {
            Some(word) => Value::String(word.to_owned()),
            None => Value::String(words.first().map(|(word, _)| (*word).to_owned()).unwrap_or_default()),
        },
        Kind::Line(Line::Phone) => Value::String(phone::shown(value.as_str().unwrap_or_default())),
        Kind::Line(_) | Kind::Prose | Kind::Whole | Kind::Decimal | Kind::Pick(_) | Kind::Key => {
            match value {
                Value::String(text) => Value::String(text.clone()),
                // A Danish reader writes a comma.
                Value::Number(number) => {
                    Value::String(number.to_string().trim_end_matches(".0").replace('.', ","))
                }
                _ => Value::String(String::new()),
            }
        }
    }
}

/// Somebody named: which organisation, if it is one of the directory's, and the name.
pub(crate) fn party(value: &Value) -> Value {
    let text = |name: &str| value[name].as_str().unwrap_or_default().trim();
    json!({ "organisationId": text("organisationId"), "name": text("name") })
}

/// A row with nothing in it.
pub(crate) fn blank(fields: &'static [Field]) -> Value {
    opened(fields.iter(), &Value::Null)
}

/// The tree without blanks around texts and without rows that nobody filled in.
pub(crate) fn tidied(fields: impl Iterator<Item = &'static Field>, tree: &Value) -> Value {
    Value::Object(fields.map(|field| (field.name.to_owned(), tidy(field.kind, &tree[field.name]))).collect())
}

fn tidy(kind: Kind, value: &Value) -> Value {
    match (kind, value) {
        (Kind::Rows(fields, _), Value::Array(rows)) => {
            let blank = blank(fields);
            let rows = rows.iter().map(|row| tidied(fields.iter(), row)).filter(|row| *row != blank);
            Value::Array(rows.collect())
        }
        (Kind::Own(&Own { fields, mend, .. }), Value::Array(rows)) => {
            let blank = blank(fields);
            let rows = rows.iter().map(|row| tidied(fields.iter(), row));
            let mut rows = rows.filter(|row| without_keys(fields, row) != blank).collect();
            mend(&mut rows);
            Value::Array(rows)
        }
        (Kind::Group(fields), value) => tidied(fields.iter(), value),
        (Kind::Party, value) => party(value),
        (Kind::Parties(_), Value::Array(all)) => {
            Value::Array(all.iter().map(party).filter(|party| party["name"] != "").collect())
        }
        (Kind::Lines, Value::String(text)) => {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            Value::String(lines.collect::<Vec<_>>().join("\n"))
        }
        (_, Value::String(text)) => Value::String(text.trim().replace("\r\n", "\n")),
        (_, value) => value.clone(),
    }
}

/// A row without what nobody typed.
fn without_keys(fields: &'static [Field], row: &Value) -> Value {
    let mut row = row.clone();
    for field in fields.iter().filter(|field| matches!(field.kind, Kind::Key)) {
        row[field.name] = Value::String(String::new());
    }
    row
}

/// What the API takes, of a tidied tree; or what can't even be sent.
pub(crate) fn sent(fields: impl Iterator<Item = &'static Field>, tree: &Value) -> Result<Value, Vec<Flaw>> {
    let mut flaws = Vec::new();
    let form = send_all(fields, tree, "", &mut flaws);
    if flaws.is_empty() { Ok(form) } else { Err(flaws) }
}

fn send_all(
    fields: impl Iterator<Item = &'static Field>,
    tree: &Value,
    prefix: &str,
    flaws: &mut Vec<Flaw>,
) -> Value {
    let mut form = Map::new();
    for field in fields {
        let path = format!("{prefix}{}", field.name);
        form.insert(field.name.to_owned(), send(field, &tree[field.name], &path, flaws));
    }
    Value::Object(form)
}

fn send(field: &'static Field, value: &Value, path: &str, flaws: &mut Vec<Flaw>) -> Value {
    let text = value.as_str().unwrap_or_default();
    let mut flaw = |code| {
        flaws.push(Flaw { path: path.to_owned(), code });
        Value::Null
    };
    match field.kind {
        Kind::Whole | Kind::Decimal if text.is_empty() && field.is_required => flaw(UserErrorCode::Required),
        // The API has types for these: it would refuse the whole question, not the field.
        Kind::Line(Line::Day) if text.is_empty() && field.is_required => flaw(UserErrorCode::Required),
        Kind::Pick(_) if text.is_empty() && field.is_required => flaw(UserErrorCode::Required),
        Kind::Whole | Kind::Decimal | Kind::Pick(_) if text.is_empty() => Value::Null,
        Kind::Whole => text
            .replace(['.', ' '], "")
            .parse::<i32>()
            .map_or_else(|_| flaw(UserErrorCode::Invalid), Value::from),
        Kind::Decimal => {
            let number = text.replace(['.', ' '], "").replace(',', ".").parse::<f64>();
            number
                .ok()
                .filter(|number| number.is_finite())
                .map_or_else(|| flaw(UserErrorCode::Invalid), Value::from)
        }
        Kind::Lines => Value::Array(text.lines().map(|line| Value::String(line.to_owned())).collect()),
        Kind::Party if value["name"] == "" && field.is_required => flaw(UserErrorCode::Required),
        Kind::Party if value["name"] == "" => Value::Null,
        Kind::Party => named(value),
        Kind::Parties(_) => Value::Array(value.as_array().into_iter().flatten().map(named).collect()),
        Kind::Rows(fields, _) | Kind::Own(&Own { fields, .. }) => {
            let rows = value.as_array().into_iter().flatten().enumerate();
            Value::Array(
                rows.map(|(at, row)| send_all(fields.iter(), row, &format!("{path}.{at}."), flaws)).collect(),
            )
        }
        Kind::Group(fields) if *value == blank(fields) => Value::Null,
        Kind::Group(fields) => send_all(fields.iter(), value, &format!("{path}."), flaws),
        Kind::Line(_) | Kind::Prose if text.is_empty() && !field.is_required => Value::Null,
        Kind::Line(_) | Kind::Prose | Kind::Pick(_) | Kind::OneOf(_) | Kind::Key => {
            Value::String(text.to_owned())
        }
        Kind::AnyOf(_) | Kind::PickAny(_) | Kind::Flag => value.clone(),
    }
}

/// Somebody named, as the API takes it.
fn named(value: &Value) -> Value {
    let id = value["organisationId"].as_str().filter(|id| !id.is_empty());
    json!({ "organisationId": id, "name": value["name"] })
}

/// The texts of a list.
pub(crate) fn texts(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::editing::specs::contact::CONTACT;
    use crate::editing::specs::service::SERVICE;

    fn contact() -> Value {
        json!({
            "organisationId": "organisation:1", "kind": "PERSON", "name": "Prøve Person", "title": null,
            "department": null, "visibility": "PUBLIC", "sourceNote": null, "emails": [], "schedules": [],
            "phones": [{ "number": "27 24 53 17", "kind": "VOICE", "description": null }],
        })
    }

    #[test]
    fn what_was_opened_and_not_touched_is_sent_as_it_was() {
        let tree = tidied(fields(CONTACT), &opened(fields(CONTACT), &contact()));
        assert_eq!(sent(fields(CONTACT), &tree), Ok(contact()));
    }

    #[test]
    fn a_row_that_nobody_filled_in_is_not_sent() {
        let mut tree = opened(fields(CONTACT), &contact());
        let Some(Field { kind: Kind::Rows(row, _), .. }) =
            fields(CONTACT).find(|field| field.name == "phones")
        else {
            panic!("phones are rows")
        };
        tree["phones"].as_array_mut().unwrap().push(blank(row));
        let tree = tidied(fields(CONTACT), &tree);
        assert_eq!(sent(fields(CONTACT), &tree), Ok(contact()));
    }

    #[test]
    fn a_number_that_is_none_is_told_beside_its_field() {
        let mut tree = blank_service();
        put(&mut tree, "minimumAge", json!("atten"));
        put(&mut tree, "organisationId", json!("organisation:1"));
        let flaws = sent(fields(SERVICE), &tree).unwrap_err();
        assert_eq!(flaws.len(), 1);
        assert_eq!((flaws[0].path.as_str(), flaws[0].code), ("minimumAge", UserErrorCode::Invalid));
    }

    #[test]
    fn a_comma_is_a_decimal_point() {
        let mut tree = blank_service();
        put(&mut tree, "organisationId", json!("organisation:1"));
        tree["costOptions"] = json!([{ "amount": "1.250,50", "description": "om måneden" }]);
        let form = sent(fields(SERVICE), &tree).unwrap();
        assert_eq!(form["costOptions"][0]["amount"], json!(1250.5));
        assert_eq!(opened(fields(SERVICE), &form)["costOptions"][0]["amount"], json!("1250,5"));
    }

    fn blank_service() -> Value {
        opened(fields(SERVICE), &Value::Null)
    }
}
