//! The frameworks of the sample municipalities: `server/samples/<slug>/framework.toml`. Fields are those of the
//! registers' forms, in the words of the files: snake case, organisations by slug, lists in the singular.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use entity::framework::values::Register;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as NoSuchWord, StrDeserializer};
use serde_json::{Map, Value as Json};
use toml::value::{Datetime, Table, Value};

use super::read;
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::error::{Error, Result};
use crate::framework::draft::{Approved, Written, load};
use crate::framework::registers::forms::RegisterForm;
use crate::ids::NodeId;

/// What stands in `framework.toml` beside the registers.
#[derive(Deserialize)]
struct Head {
    number: Option<i32>,
    approved_on: Option<Datetime>,
    due_on: Option<Datetime>,
    updated_by: Option<String>,
    next_update_by: Option<String>,
    #[serde(default)]
    answer: BTreeMap<String, String>,
}

/// Its fields.
const HEAD: [&str; 6] = ["number", "approved_on", "due_on", "updated_by", "next_update_by", "answer"];

/// What became of one framework.
pub struct Outcome {
    name: String,
    loaded: bool,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.loaded { "framework loaded" } else { "framework there already" };
        write!(f, "{}: {what}.", self.name)
    }
}

/// Loads the framework of every sample municipality that is there and has none.
///
/// # Errors
/// What the policy says; a file that can't be read; the database's. A framework is loaded whole or not at all.
pub async fn load_all(ctx: &Ctx) -> Result<Vec<Outcome>> {
    ctx.authorize(Action::SampleLoad, Subject::Installation)?;
    ctx.app().directories().refresh(ctx.app().db()).await?;
    let mut outcomes = Vec::new();
    for (slug, text) in read::each("framework.toml") {
        let Some(directory) = ctx.app().directories().by_slug(&slug) else { continue };
        let loaded = load(ctx, &directory, written(&directory, &text)?).await?;
        outcomes.push(Outcome { name: directory.municipality.name.clone(), loaded });
    }
    Ok(outcomes)
}

fn written(directory: &Directory, text: &str) -> Result<Written> {
    let unreadable = |error: toml::de::Error| wrong(directory, error.to_string());
    let mut registers: Table = toml::from_str(text).map_err(unreadable)?;
    let head: Table = HEAD.iter().filter_map(|name| registers.remove_entry(*name)).collect();
    let head: Head = head.try_into().map_err(unreadable)?;
    let day = |written: &Datetime| {
        written.to_string().parse::<NaiveDate>().map_err(|error| wrong(directory, error.to_string()))
    };
    let mut rows = Vec::new();
    for (word, value) in &registers {
        let named: StrDeserializer<'_, NoSuchWord> = word.as_str().into_deserializer();
        let register = Register::deserialize(named)
            .map_err(|_| wrong(directory, format!("there is no register {word}")))?;
        for row in value.as_array().into_iter().flatten() {
            rows.push(form(directory, register, row)?);
        }
    }
    let approved = match (head.number, head.approved_on, head.due_on) {
        (Some(number), Some(approved_on), Some(due_on)) => Some(Approved {
            number,
            approved_on: day(&approved_on)?,
            due_on: day(&due_on)?,
            updated_by: head.updated_by,
            next_update_by: head.next_update_by,
        }),
        (None, None, None) => None,
        _ => return Err(wrong(directory, "an edition has a number and both its days".to_owned())),
    };
    Ok(Written { approved, answers: head.answer, rows })
}

fn form(directory: &Directory, register: Register, row: &Value) -> Result<RegisterForm> {
    let json = json(directory, "", row)?;
    let form = RegisterForm::read(register, &json)
        .map_err(|error| wrong(directory, format!("{error}, in {register:?}: {json}")))?;
    match unknown(&json, &form.to_json()) {
        Some(field) => Err(wrong(directory, format!("{register:?} has no field {field}"))),
        None => Ok(form),
    }
}

/// A value as a form is written in JSON; `name` is that of its field in the file.
fn json(directory: &Directory, name: &str, value: &Value) -> Result<Json> {
    Ok(match value {
        Value::String(word) if matches!(name, "level" | "status") => word.to_uppercase().into(),
        Value::String(text) => text.as_str().into(),
        Value::Integer(number) => (*number).into(),
        Value::Float(number) => (*number).into(),
        Value::Boolean(holds) => (*holds).into(),
        Value::Datetime(day) => day.to_string().into(),
        Value::Array(items) => {
            Json::Array(items.iter().map(|item| json(directory, name, item)).collect::<Result<_>>()?)
        }
        Value::Table(fields) => {
            let mut object = Map::new();
            for (name, value) in fields {
                let (name, value) = match value.as_str().filter(|_| name == "slug") {
                    Some(slug) => ("organisationId".to_owned(), organisation(directory, slug)?),
                    None => (field(name), json(directory, name, value)?),
                };
                object.insert(name, value);
            }
            Json::Object(object)
        }
    })
}

fn organisation(directory: &Directory, slug: &str) -> Result<Json> {
    let at = directory.organisation_by_slug(slug);
    let at = at.ok_or_else(|| wrong(directory, format!("there is no organisation {slug}")))?;
    Ok(NodeId::Organisation(directory.organisations[at].row.id).to_string().into())
}

/// Name of a field in a form, by that in a file.
fn field(written: &str) -> String {
    match written {
        "step" => return "steps".to_owned(),
        "meeting" => return "meetings".to_owned(),
        _ => {}
    }
    let mut words = written.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// A field that is written and that the form has not: a slip.
fn unknown(written: &Json, read: &Json) -> Option<String> {
    match (written, read) {
        (Json::Object(written), Json::Object(read)) => written.iter().find_map(|(name, value)| {
            let Some(read) = read.get(name) else { return Some(name.clone()) };
            unknown(value, read)
        }),
        (Json::Array(written), Json::Array(read)) => {
            written.iter().zip(read).find_map(|(written, read)| unknown(written, read))
        }
        _ => None,
    }
}

fn wrong(directory: &Directory, message: String) -> Error {
    Error::Data { file: format!("samples/{}/framework.toml", directory.municipality.slug), message }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_of_fields_are_those_of_the_forms() {
        let names = ["name", "number_to", "meetings_per_year", "step"].map(field);
        assert_eq!(names, ["name", "numberTo", "meetingsPerYear", "steps"]);
    }

    #[test]
    fn a_slip_in_a_name_is_seen_however_deep_it_stands() {
        let read = json!({ "name": "A", "steps": [{ "key": "a", "next": [] }], "note": null });
        assert_eq!(unknown(&json!({ "name": "A", "steps": [{ "key": "a" }] }), &read), None);
        assert_eq!(unknown(&json!({ "steps": [{ "kye": "a" }] }), &read).as_deref(), Some("kye"));
    }
}
