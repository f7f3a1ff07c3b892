//! One field as a box with its label, its help and what is wrong with it, in the design system's markup.

use leptos::prelude::*;
use serde_json::Value;

use super::choice::{AnyOf, Choice, OneOf, Pick};
use super::form::{Form, id_of};
use super::party::{Known, Parties, Party};
use super::rows::Rows;
use super::tree::Flaw;
use super::{Field, Kind, Line, Words};
use crate::api::UserErrorCode;
use crate::language::{Locale, Text, plain_text, td_string, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};

/// A field at its path; `prefix` is empty or ends with a dot.
pub(crate) fn field(form: Form, field: &'static Field, prefix: &str) -> AnyView {
    let path = format!("{prefix}{}", field.name);
    match field.kind {
        Kind::Line(_) | Kind::Prose | Kind::Whole | Kind::Decimal | Kind::Lines => {
            view! { <TextBox form=form field=field path=path/> }.into_any()
        }
        Kind::OneOf(words) => view! { <OneOf form=form field=field path=path words=words/> }.into_any(),
        Kind::AnyOf(words) => {
            view! { <AnyOf form=form field=field path=path choices=Choice::of_words(words)/> }.into_any()
        }
        Kind::Pick(source) => view! { <Pick form=form field=field path=path source=source/> }.into_any(),
        Kind::PickAny(source) => {
            let choices = Choice::of_source(form, source);
            view! { <AnyOf form=form field=field path=path choices=choices/> }.into_any()
        }
        Kind::Flag => view! { <Flag form=form field=field path=path/> }.into_any(),
        Kind::Rows(fields, words) => {
            view! { <Rows form=form field=field path=path fields=fields words=words/> }.into_any()
        }
        Kind::Group(fields) => {
            view! { <Group form=form label=field.label path=path fields=fields/> }.into_any()
        }
        Kind::Party => view! { <Party form=form field=field path=path/> }.into_any(),
        Kind::Parties(words) => view! { <Parties form=form field=field path=path words=words/> }.into_any(),
        Kind::Key => ().into_any(),
        Kind::Own(own) => (own.view)(form, field, path),
    }
}

/// The fields of the whole form under their headings.
#[component]
pub(crate) fn Sections(form: Form) -> impl IntoView {
    let sections = form.sections.iter().enumerate().map(|(at, section)| {
        let heading = format!("section-{at}");
        let id = heading.clone();
        let fields = section.fields.iter().map(|one| field(form, one, ""));
        view! {
            <section class="form-section" aria-labelledby=heading>
                <h2 id=id class="h3">{plain_text(section.heading)}</h2>
                {fields.collect_view()}
            </section>
        }
    });
    let sections = sections.collect_view();
    view! {
        <Known form=form/>
        {sections}
    }
}

/// A label with a mark where nothing need stand there.
#[component]
pub(super) fn Label(field: &'static Field, path: String) -> impl IntoView {
    view! {
        <label class="form-label" for=id_of(&path)>
            {plain_text(field.label)}
            {(!field.is_required).then(|| view! { " " <span class="weight-normal">{text!(editing.optional)}</span> })}
        </label>
        <Hint hint=field.hint path=path/>
    }
}

/// The help below a label.
#[component]
pub(crate) fn Hint(hint: Option<Words>, path: String) -> impl IntoView {
    let id = format!("{}-hint", id_of(&path));
    hint.map(|words| view! { <span class="form-hint" id=id>{plain_text(words)}</span> })
}

/// What is wrong, beside the field.
#[component]
pub(crate) fn Wrong(field: &'static Field, flaw: Memo<Option<Flaw>>, path: String) -> impl IntoView {
    let id = format!("{}-error", id_of(&path));
    let words = text_by(move |locale| {
        flaw.get().map(|flaw| flaw_words(locale, flaw.code, Some(field))).unwrap_or_default()
    });
    move || {
        flaw.get().map(|_| {
            view! {
                <span class="form-error-message" id=id.clone()>
                    {icon(Icon::Warning)} <span class="sr-only">{text!(editing.error)} ": "</span> {words}
                </span>
            }
        })
    }
}

/// What is wrong, in words.
pub(crate) fn flaw_words(locale: Locale, code: UserErrorCode, field: Option<&'static Field>) -> String {
    let general = match code {
        UserErrorCode::Required => td_string!(locale, editing.wrong_required),
        UserErrorCode::TooLong => td_string!(locale, editing.wrong_too_long),
        UserErrorCode::TooShort => td_string!(locale, editing.wrong_too_short),
        UserErrorCode::NotFound => td_string!(locale, editing.wrong_not_found),
        UserErrorCode::Taken => td_string!(locale, editing.wrong_taken),
        UserErrorCode::InUse => td_string!(locale, editing.wrong_in_use),
        UserErrorCode::Stale => td_string!(locale, editing.wrong_stale),
        UserErrorCode::Throttled => td_string!(locale, editing.wrong_throttled),
        _ => field
            .and_then(|field| field.mend)
            .map_or_else(|| td_string!(locale, editing.wrong_invalid), |words| words(locale)),
    };
    general.to_owned()
}

/// The ids that describe a box to those who don't see it.
pub(super) fn described(
    field: &'static Field,
    flaw: Memo<Option<Flaw>>,
    path: &str,
) -> Signal<Option<String>> {
    let id = id_of(path);
    Signal::derive(move || {
        let hint = field.hint.map(|_| format!("{id}-hint"));
        let error = flaw.get().map(|_| format!("{id}-error"));
        let ids: Vec<String> = [hint, error].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    })
}

/// A box to type in.
#[component]
fn TextBox(form: Form, field: &'static Field, path: String) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    let described = described(field, flaw, &path);
    let value = form.now(&path).as_str().unwrap_or_default().to_owned();
    let at = path.clone();
    let typed = move |event| form.put(&at, Value::String(event_target_value(&event)));
    let invalid = move || flaw.get().map(|_| "true");
    let (id, name) = (id_of(&path), path.clone());
    let input = match field.kind {
        Kind::Prose | Kind::Lines => {
            let rows = value.lines().map(|line| 1 + line.len() / 80).sum::<usize>().clamp(3, 16);
            view! {
                <textarea
                    class="form-input"
                    id=id
                    name=name
                    rows=rows
                    aria-describedby=described
                    aria-invalid=invalid
                    prop:value=value
                    on:input=typed
                ></textarea>
            }
            .into_any()
        }
        kind => {
            let (of_type, width, keys) = line(kind);
            view! {
                <input
                    class=format!("form-input {width}")
                    id=id
                    name=name
                    type=of_type
                    inputmode=keys
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=invalid
                    prop:value=value
                    on:input=typed
                />
            }
            .into_any()
        }
    };
    view! {
        <div class="form-group" class:form-error=move || flaw.get().is_some()>
            <Label field=field path=path.clone()/>
            <Wrong field=field flaw=flaw path=path/>
            {input}
        </div>
    }
}

/// The kind of box, its width, and the keys a phone shows.
fn line(kind: Kind) -> (&'static str, &'static str, Option<&'static str>) {
    match kind {
        Kind::Line(Line::Phone) => ("tel", "input-width-s", None),
        // Not `email` and `url`: the browser would tell of errors in its own way and language.
        Kind::Line(Line::Email) => ("text", "input-width-l", Some("email")),
        Kind::Line(Line::Address) => ("text", "input-width-l", Some("url")),
        Kind::Line(Line::Digits) => ("text", "input-width-xs", Some("numeric")),
        Kind::Line(Line::Day) => ("date", "input-width-s", None),
        Kind::Line(Line::Clock) => ("time", "input-width-xs", None),
        Kind::Whole => ("text", "input-width-xs", Some("numeric")),
        Kind::Decimal => ("text", "input-width-xs", Some("decimal")),
        _ => ("text", "", None),
    }
}

/// A box to tick.
#[component]
fn Flag(form: Form, field: &'static Field, path: String) -> impl IntoView {
    let at = path.clone();
    let ticked = move |event| form.put(&at, Value::Bool(event_target_checked(&event)));
    view! {
        <div class="form-group-checkbox">
            <input
                class="form-checkbox"
                type="checkbox"
                id=id_of(&path)
                prop:checked=form.now(&path).as_bool().unwrap_or_default()
                on:change=ticked
            />
            <label class="form-label" for=id_of(&path)>{plain_text(field.label)}</label>
        </div>
    }
}

/// Fields that belong together.
#[component]
fn Group(form: Form, label: Words, path: String, fields: &'static [Field]) -> impl IntoView {
    let prefix = format!("{path}.");
    let inner = fields.iter().map(|one| field(form, one, &prefix));
    let legend: Text = plain_text(label);
    view! {
        <fieldset class="form-row-group" id=id_of(&path) tabindex="-1">
            <legend class="form-label">{legend}</legend>
            {inner.collect_view()}
        </fieldset>
    }
}
