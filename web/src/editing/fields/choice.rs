//! Fields that are chosen rather than typed: one of a few words, another entry, any of several.

use leptos::prelude::*;
use serde_json::Value;

use super::form::{Form, id_of};
use super::view::{Hint, Label, Wrong, described};
use super::{Field, Source, Words};
use crate::language::{Lang, Text, danish, plain_text};
use crate::text;

/// What can be chosen.
pub(super) struct Choice {
    value: String,
    name: Text,
    lang: Lang,
}

impl Choice {
    /// What the app has words for.
    pub(super) fn of_words(words: &[(&str, Words)]) -> Vec<Self> {
        let choice = |(value, words): &(&str, Words)| Self::of_text((*value).to_owned(), plain_text(*words));
        words.iter().map(choice).collect()
    }

    /// The entries of a source, under the names that a municipality gave them.
    pub(super) fn of_source(form: Form, source: Source) -> Vec<Self> {
        let lang = danish();
        let choice = |(id, name): &(String, String)| Self {
            value: id.clone(),
            name: Signal::stored(name.clone()),
            lang,
        };
        form.choices.with_value(|all| all.of(source).iter().map(choice).collect())
    }

    fn of_text(value: String, name: Text) -> Self {
        Self { value, name, lang: Signal::stored(None) }
    }
}

/// One of some words: radio buttons where they are few.
#[component]
pub(super) fn OneOf(
    form: Form,
    field: &'static Field,
    path: String,
    words: &'static [(&'static str, Words)],
) -> impl IntoView {
    view! { <Select form=form field=field path=path choices=Choice::of_words(words) none=None/> }
}

/// Another entry, or none.
#[component]
pub(super) fn Pick(form: Form, field: &'static Field, path: String, source: Source) -> impl IntoView {
    let now = form.now(&path).as_str().unwrap_or_default().to_owned();
    let mut choices = Choice::of_source(form, source);
    if !now.is_empty() && !choices.iter().any(|choice| choice.value == now) {
        // What stands there is kept, whether or not its name may be known.
        choices.push(Choice::of_text(now, text!(editing.chosen_already)));
    }
    let none = if field.is_required { text!(editing.choose) } else { text!(editing.choose_none) };
    view! { <Select form=form field=field path=path choices=choices none=Some(none)/> }
}

#[component]
fn Select(
    form: Form,
    field: &'static Field,
    path: String,
    choices: Vec<Choice>,
    none: Option<Text>,
) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    let described = described(field, flaw, &path);
    let now = form.now(&path).as_str().unwrap_or_default().to_owned();
    let options = choices.into_iter().map(|Choice { value, name, lang }| {
        let is_chosen = value == now;
        view! { <option value=value selected=is_chosen lang=lang>{name}</option> }
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
pub(super) fn AnyOf(form: Form, field: &'static Field, path: String, choices: Vec<Choice>) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    let described = described(field, flaw, &path);
    let now = form.now(&path);
    let boxes = choices.into_iter().enumerate().map(|(at, Choice { value, name, lang })| {
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
                <label class="form-label" for=id lang=lang>{name}</label>
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
