//! Two entries of a kind beside each other, field by field.

use leptos::prelude::*;

use super::fields::shown::lines;
use super::fields::{Field, tree};
use super::queries::choices::Choices;
use super::queries::entry::Entry;
use super::queries::history::EntryKind;
use super::specs;
use crate::language::{danish, plain_text, text_by};
use crate::text;

/// A table with a column for each; on narrow screens a card for each field.
#[component]
pub(super) fn SideBySide(kind: EntryKind, one: Entry, other: Entry, choices: Choices) -> impl IntoView {
    let sections = specs::of_kind(kind);
    let opened = |entry: &Entry| tree::opened(tree::fields(sections), &entry.form);
    let (first, second) = (opened(&one), opened(&other));
    let choices = StoredValue::new(choices);
    let lang = danish();
    let row = |field: &'static Field| {
        let (mine, theirs) = (first[field.name].clone(), second[field.name].clone());
        let told = move |value: serde_json::Value| {
            text_by(move |locale| {
                choices.with_value(|choices| lines(locale, field, &value, choices)).join("\n")
            })
        };
        let (mine, theirs) = (told(mine), told(theirs));
        let is_empty = untrack(|| mine.get().is_empty() && theirs.get().is_empty());
        (!is_empty).then(|| {
            view! {
                <tr>
                    <th scope="row" data-title=text!(editing.field)>{plain_text(field.label)}</th>
                    <td class="version" data-title=one.name.clone() lang=lang>{mine}</td>
                    <td class="version" data-title=other.name.clone() lang=lang>{theirs}</td>
                </tr>
            }
        })
    };
    let rows = tree::fields(sections).filter_map(row).collect_view();
    view! {
        <table class="table table--responsive-headers differences">
            <thead>
                <tr>
                    <th scope="col">{text!(editing.field)}</th>
                    <th scope="col" lang=lang>{one.name.clone()}</th>
                    <th scope="col" lang=lang>{other.name.clone()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
