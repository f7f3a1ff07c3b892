//! Fields that are chosen rather than typed: one of a few words, another entry, any of several.

use leptos::prelude::*;
use serde_json::Value;

use super::form::{Form, id_of};
use super::view::{Hint, Label, Wrong, described};
use super::{Field, Source, Words};
use crate::language::{Text, plain_text};
use crate::text;

/// One of some words: radio buttons where they are few.
#[component]
pub(super) fn OneOf(
    form: Form,
    field: &'static Field,
    path: String,
    words: &'static [(&'static str, Words)],
) -> impl IntoView {
    let choices = words.iter().map(|(value, words)| ((*value).to_owned(), plain_text(*words))).collect();
    view! { <Select form=form field=field path=path choices=choices none=None/> }
}

/// Another entry, or none.
#[component]
pub(super) fn Pick(form: Form, field: &'static Field, path: String, source: Source) -> impl IntoView {
    let now = form.now(&path).as_str().unwrap_or_default().to_owned();
    let mut choices: Vec<(String, Text)> = form.choices.with_value(|all| {
        all.of(source).iter().map(|(id, name)| (id.clone(), Signal::stored(name.clone()))).collect()
    });
    if !now.is_empty() && !choices.iter().any(|(id, _)| *id == now) {
        // What stands there is kept, whether or not its name may be known.
        choices.push((now, text!(editing.chosen_already)));
    }
    let none = if field.is_required { text!(editing.choose) } else { text!(editing.choose_none) };
    view! { <Select form=form field=field path=path choices=choices none=Some(none)/> }
}

#[component]
fn Select(
    form: Form,
    field: &'static Field,
    path: String,
    choices: Vec<(String, Text)>,
    none: Option<Text>,
) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    let described = described(field, flaw, &path);
    let now = form.now(&path).as_str().unwrap_or_default().to_owned();
    let options = choices.into_iter().map(|(value, name)| {
        let is_chosen = value == now;
        view! { <option value=value selected=is_chosen>{name}</option> }
    });
    let options = options.collect_view();
    let at = path.clone();
    let chosen = move |event| form.put(&at, Value::String(event_target_value(&event)));
    view! {
        <div class="form-group" class:form-error=move || flaw.get().is_some()>
            <Label field=field path=path.clone()/>
            <Wrong field=field flaw=flaw path=path.clone()/>
            <select
                class="form-select"
                id=id_of(&path)
                name=path
                aria-describedby=described
                aria-invalid=move || flaw.get().map(|_| "true")
                on:change=chosen
            >
                {none.map(|none| view! { <option value="">{none}</option> })}
                {options}
            </select>
        </div>
    }
}

/// Any of several: boxes to tick. What is ticked first stands first.
#[component]
pub(super) fn AnyOf(
    form: Form,
    field: &'static Field,
    path: String,
    choices: Vec<(String, Text)>,
) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    let described = described(field, flaw, &path);
    let now = form.now(&path);
    let boxes = choices.into_iter().enumerate().map(|(at, (value, name))| {
        let id = format!("{}-{at}", id_of(&path));
        let is_ticked = now.as_array().is_some_and(|all| all.iter().any(|one| one.as_str() == Some(&value)));
        let path = path.clone();
        let tick = move |event| {
            let mut all = form.now(&path).as_array().cloned().unwrap_or_default();
            all.retain(|one| one.as_str() != Some(&value));
            if event_target_checked(&event) {
                all.push(Value::String(value.clone()));
            }
            form.put(&path, Value::Array(all));
        };
        view! {
            <div class="form-group-checkbox">
                <input class="form-checkbox" type="checkbox" id=id.clone() prop:checked=is_ticked on:change=tick/>
                <label class="form-label" for=id>{name}</label>
            </div>
        }
    });
    let boxes = boxes.collect_view();
    let id = id_of(&path);
    view! {
        <div class="form-group" class:form-error=move || flaw.get().is_some()>
            <fieldset id=id tabindex="-1" aria-describedby=described>
                <legend class="form-label">
                    {plain_text(field.label)}
                    {(!field.is_required)
                        .then(|| view! { " " <span class="weight-normal">{text!(editing.optional)}</span> })}
                </legend>
                <Hint hint=field.hint path=path.clone()/>
                <Wrong field=field flaw=flaw path=path/>
                <div class="form-choices">{boxes}</div>
            </fieldset>
        </div>
    }
}
