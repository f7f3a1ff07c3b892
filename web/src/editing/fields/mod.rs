//! A form as data: which fields an entry has, what they are called and how they are filled in. One renderer serves all
//! kinds of entries, so that a phone number looks and behaves the same wherever it stands. What is right is the
//! server's to say; here stand only the words for it.

pub(crate) mod form;
pub(crate) mod party;
pub(crate) mod rows;
pub(crate) mod shown;
pub(crate) mod summary;
pub(crate) mod tree;
pub(crate) mod view;

mod choice;

use leptos::prelude::AnyView;
use serde_json::Value;

use crate::language::Locale;

/// A text that does not change.
pub(crate) type Words = fn(Locale) -> &'static str;

/// A [`Words`] from `locales/`: `words!(editing.name)`.
macro_rules! words {
    ($($key:ident).+) => {
        |locale| $crate::language::td_string!(locale, $($key).+)
    };
}
pub(crate) use words;

/// A part of a form under a heading.
pub(crate) struct Section {
    /// What it is about.
    pub(crate) heading: Words,
    /// Its fields.
    pub(crate) fields: &'static [Field],
}

/// One thing to fill in.
pub(crate) struct Field {
    /// What the API calls it.
    pub(crate) name: &'static str,
    /// What the screen calls it.
    pub(crate) label: Words,
    /// Help below the label.
    pub(crate) hint: Option<Words>,
    /// What would be right, when the server says that it is not.
    pub(crate) mend: Option<Words>,
    /// How it is filled in.
    pub(crate) kind: Kind,
    /// Whether something must stand there.
    pub(crate) is_required: bool,
}

/// How a field is filled in.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// One line.
    Line(Line),
    /// Several lines.
    Prose,
    /// A whole number.
    Whole,
    /// A number with decimals.
    Decimal,
    /// A list of texts, one on each line.
    Lines,
    /// One of some words that the API knows.
    OneOf(&'static [(&'static str, Words)]),
    /// Any of some words that the API knows.
    AnyOf(&'static [(&'static str, Words)]),
    /// Another entry, or none.
    Pick(Source),
    /// Other entries.
    PickAny(Source),
    /// Yes or no.
    Flag,
    /// Fields that can be filled in several times.
    Rows(&'static [Field], RowWords),
    /// Fields that belong together, or none of them.
    Group(&'static [Field]),
    /// An organisation of the directory, or somebody by name.
    Party,
    /// Several of them, in an order.
    Parties(RowWords),
    /// What rows call each other by; nobody sees it.
    Key,
    /// Rows that are filled in their own way.
    Own(&'static Own),
}

/// Rows that are filled in their own way.
pub(crate) struct Own {
    /// The fields of a row.
    pub(crate) fields: &'static [Field],
    /// Draws them: the form, the field, its path.
    pub(crate) view: fn(form::Form, &'static Field, String) -> AnyView,
    /// Mends what rows say of each other, once those that nobody filled in are gone.
    pub(crate) mend: fn(&mut Vec<Value>),
    /// Tells them in words, a line each.
    pub(crate) told: fn(Locale, &Value) -> Vec<String>,
}

/// What kind of line: the browser helps with each in its own way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// Words.
    Text,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A web address.
    Address,
    /// A few digits.
    Digits,
    /// A day.
    Day,
    /// A time of the day.
    Clock,
}

/// The words around repeated fields.
#[derive(Clone, Copy)]
pub(crate) struct RowWords {
    /// On the button that adds one.
    pub(crate) add: Words,
    /// What one is called, before its number.
    pub(crate) one: Words,
}

/// What other entries to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Organisations.
    Organisations,
    /// Contacts.
    Contacts,
    /// Services.
    Services,
    /// Themes.
    Themes,
    /// Target groups.
    TargetGroups,
    /// People who can have the duty to keep it right.
    People,
}

impl Field {
    /// A field that may be left empty.
    pub(crate) const fn new(name: &'static str, label: Words, kind: Kind) -> Self {
        Self { name, label, hint: None, mend: None, kind, is_required: false }
    }

    /// A line of words.
    pub(crate) const fn line(name: &'static str, label: Words) -> Self {
        Self::new(name, label, Kind::Line(Line::Text))
    }

    /// Several lines.
    pub(crate) const fn prose(name: &'static str, label: Words) -> Self {
        Self::new(name, label, Kind::Prose)
    }

    /// The same field, to be filled in.
    pub(crate) const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// The same field with help.
    pub(crate) const fn hint(mut self, hint: Words) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same field with words for what is not right.
    pub(crate) const fn mend(mut self, mend: Words) -> Self {
        self.mend = Some(mend);
        self
    }
}

/// The field that a path such as `phones.1.number` leads to.
pub(crate) fn find(sections: &[Section], path: &str) -> Option<&'static Field> {
    sections.iter().find_map(|section| find_in(section.fields, path))
}

fn find_in(fields: &'static [Field], path: &str) -> Option<&'static Field> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let field = fields.iter().find(|field| field.name == name)?;
    // The number of a row names no field.
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('.');
    match field.kind {
        Kind::Rows(fields, _) | Kind::Group(fields) | Kind::Own(&Own { fields, .. }) if !rest.is_empty() => {
            find_in(fields, rest).or(Some(field))
        }
        _ => Some(field),
    }
}
