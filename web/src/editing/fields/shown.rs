//! What stands in a field, in words to read: for the choice between two versions, and for the history.

use serde_json::Value;

use super::tree::texts;
use super::{Field, Kind, Line};
use crate::editing::queries::choices::Choices;
use crate::format::date::Date;
use crate::format::phone;
use crate::format::words::{clock_text, day};
use crate::language::{Locale, td_string};

/// What stands in a field, one line for each row; empty where nothing stands there.
pub(crate) fn lines(locale: Locale, field: &'static Field, value: &Value, choices: &Choices) -> Vec<String> {
    match field.kind {
        Kind::Rows(fields, _) => {
            let rows = value.as_array().into_iter().flatten();
            rows.map(|row| together(locale, fields, row, choices)).collect()
        }
        Kind::Own(own) => (own.told)(locale, value),
        Kind::Parties(_) => {
            let names = value.as_array().into_iter().flatten().filter_map(|one| one["name"].as_str());
            names.map(str::to_owned).collect()
        }
        Kind::Prose | Kind::Lines if value.is_string() => {
            value.as_str().unwrap_or_default().lines().map(str::to_owned).collect()
        }
        _ => Some(one(locale, field, value, choices)).filter(|text| !text.is_empty()).into_iter().collect(),
    }
}

/// The fields of a row, parted by dots.
fn together(locale: Locale, fields: &'static [Field], row: &Value, choices: &Choices) -> String {
    let parts = fields.iter().map(|field| one(locale, field, &row[field.name], choices));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn one(locale: Locale, field: &'static Field, value: &Value, choices: &Choices) -> String {
    match (field.kind, value) {
        (Kind::OneOf(words), Value::String(word)) => word_for(locale, words, word),
        (Kind::AnyOf(words), value) => {
            texts(value).into_iter().map(|word| word_for(locale, words, word)).collect::<Vec<_>>().join(", ")
        }
        (Kind::Pick(source), Value::String(id)) => choices.name(source, id).unwrap_or(id).to_owned(),
        (Kind::PickAny(source), value) => {
            let names = texts(value).into_iter().map(|id| choices.name(source, id).unwrap_or(id));
            names.collect::<Vec<_>>().join(", ")
        }
        (Kind::Group(fields), value) => together(locale, fields, value, choices),
        (Kind::Party, value) => value["name"].as_str().unwrap_or_default().to_owned(),
        (Kind::Key, _) => String::new(),
        (Kind::Flag, Value::Bool(true)) => (field.label)(locale).to_owned(),
        (Kind::Line(Line::Phone), Value::String(number)) => phone::shown(number),
        (Kind::Line(Line::Clock), Value::String(time)) if !time.is_empty() => clock_text(locale, time),
        (Kind::Line(Line::Day), Value::String(text)) => {
            Date::parse(text).map_or_else(|| text.clone(), |date| day(locale, date))
        }
        (_, Value::String(text)) => text.clone(),
        (_, Value::Number(number)) => number.to_string(),
        (_, Value::Array(_)) => texts(value).join(", "),
        _ => String::new(),
    }
}

fn word_for(locale: Locale, words: &[(&str, super::Words)], word: &str) -> String {
    words.iter().find(|(known, _)| *known == word).map_or(word, |(_, words)| words(locale)).to_owned()
}

/// A field as the history gives it: a line for each row, parts by dots, closed words as the API has them.
pub(crate) fn changed(locale: Locale, field: Option<&'static Field>, text: Option<&str>) -> Vec<String> {
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return vec![td_string!(locale, editing.nothing).to_owned()];
    };
    let said = |part: &str| match field {
        Some(field) => part.split(", ").map(|word| say(locale, field, word)).collect::<Vec<_>>().join(", "),
        None => part.to_owned(),
    };
    text.lines().map(|line| line.split(" · ").map(said).collect::<Vec<_>>().join(" · ")).collect()
}

/// A word of the API in the reader's language, a number or a day as people write it; anything else as it stands.
fn say(locale: Locale, field: &'static Field, word: &str) -> String {
    if let Some(words) = known(field, word) {
        return words(locale).to_owned();
    }
    match Date::parse(word) {
        Some(date) => day(locale, date),
        None if word.starts_with("+45") => phone::shown(word),
        None => word.to_owned(),
    }
}

/// What the screen calls a word of the API, in a field or the fields of its rows.
fn known(field: &'static Field, word: &str) -> Option<super::Words> {
    match field.kind {
        Kind::OneOf(words) | Kind::AnyOf(words) => {
            words.iter().find(|(known, _)| *known == word).map(|(_, words)| *words)
        }
        Kind::Rows(fields, _) | Kind::Group(fields) => fields.iter().find_map(|field| known(field, word)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::editing::fields::find;
    use crate::editing::specs::contact::CONTACT;

    #[test]
    fn rows_are_told_in_words() {
        let phones = find(CONTACT, "phones").unwrap();
        let value = json!([{ "number": "+4527245317", "kind": "SMS", "description": "aften" }]);
        let shown = lines(Locale::da, phones, &value, &Choices::default());
        assert_eq!(shown.len(), 1);
        assert!(shown[0].starts_with("27 24 53 17 · "), "{shown:?}");
        assert!(shown[0].ends_with(" · aften"), "{shown:?}");
    }

    #[test]
    fn a_path_into_a_row_finds_its_field() {
        assert_eq!(find(CONTACT, "phones.1.number").map(|field| field.name), Some("number"));
        assert_eq!(find(CONTACT, "phones.1").map(|field| field.name), Some("phones"));
        assert_eq!(find(CONTACT, "nothing").map(|field| field.name), None);
    }

    #[test]
    fn the_history_is_told_in_words() {
        let phones = find(CONTACT, "phones");
        let told = changed(Locale::da, phones, Some("+4527245317 · SMS · aften\n+4576164000 · VOICE"));
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with("27 24 53 17 · ") && !told[0].contains("SMS ·"), "{told:?}");
        assert_eq!(changed(Locale::da, find(CONTACT, "title"), None).len(), 1);
        assert_eq!(changed(Locale::da, find(CONTACT, "title"), Some("leder")), ["leder"]);
    }
}
