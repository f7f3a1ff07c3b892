//! What a change or a proposal does, field by field: what stood there, and what stands there after.

use leptos::prelude::*;

use super::fields::find;
use super::fields::shown::changed;
use super::queries::history::{ChangedField, EntryKind};
use super::specs;
use crate::language::{danish, td_string, text_by};
use crate::text;

/// A table of the fields that differ; on narrow screens a card for each.
#[component]
pub(crate) fn Differences(kind: EntryKind, fields: Vec<ChangedField>) -> impl IntoView {
    if fields.is_empty() {
        return ().into_any();
    }
    let rows = fields.into_iter().map(|one| view! { <Row kind=kind one=one/> }).collect_view();
    view! {
        <table class="table table--responsive-headers differences">
            <thead>
                <tr>
                    <th scope="col">{text!(editing.field)}</th>
                    <th scope="col">{text!(editing.before)}</th>
                    <th scope="col">{text!(editing.after)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Row(kind: EntryKind, one: ChangedField) -> impl IntoView {
    let lang = danish();
    let field = find(specs::of_kind(kind), &one.field);
    let name = one.field.clone();
    let label = text_by(move |locale| match field {
        Some(field) => (field.label)(locale).to_owned(),
        // Said when a service closes, and in no form.
        None if name == "successorId" => td_string!(locale, editing.close_instead).to_owned(),
        None => name.clone(),
    });
    let told =
        move |text: Option<String>| text_by(move |locale| changed(locale, field, text.as_deref()).join("\n"));
    view! {
        <tr>
            <th scope="row" data-title=text!(editing.field)>{label}</th>
            <td class="version" data-title=text!(editing.before) lang=lang>{told(one.before)}</td>
            <td class="version" data-title=text!(editing.after) lang=lang>{told(one.after)}</td>
        </tr>
    }
}
