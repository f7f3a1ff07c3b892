//! Somebody else saved the entry meanwhile: for each field that differs both versions are shown, and one is chosen.
//! Nothing is written over, and nothing that was typed is dropped.

use leptos::prelude::*;
use serde_json::Value;

use super::fields::form::Form;
use super::fields::shown::lines;
use super::fields::{Field, find};
use super::merge::{Difference, Side, merged};
use crate::language::{Text, plain_text, text_by};
use crate::text;
use crate::ui::alert::{Alert, Gravity};

/// What the other saved, and how it differs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stale {
    /// Their version, as a tree.
    pub(crate) theirs: Value,
    /// Its revision.
    pub(crate) revision: i32,
    /// Who it was, if it may be known.
    pub(crate) by: Option<String>,
    /// What differs.
    pub(crate) differences: Vec<Difference>,
}

/// The choice, field by field; `chosen` gets the version put together.
#[component]
pub(crate) fn StaleChoice(form: Form, stale: Stale, chosen: Callback<Value>) -> impl IntoView {
    let by = stale.by.clone();
    let heading: Text = match by.clone() {
        Some(name) => text!(editing.stale_by, name = name.clone()),
        None => text!(editing.stale_by_somebody),
    };
    let theirs_label: Text = match by {
        Some(name) => text!(editing.stale_theirs_by, name = name.clone()),
        None => text!(editing.stale_theirs),
    };
    let theirs = stale.theirs;
    let differences = RwSignal::new(stale.differences);
    let items = differences.get_untracked().into_iter().enumerate().map(|(at, one)| {
        let field = find(form.sections, &one.field);
        field.map(|field| {
            view! { <One form=form at=at field=field one=one differences=differences theirs_label=theirs_label/> }
        })
    });
    let is_complete = Memo::new(move |_| differences.with(|all| all.iter().all(|one| one.side.is_some())));
    let is_asked = RwSignal::new(false);
    let go_on = move |_| {
        is_asked.set(true);
        if let Some(value) = differences.with_untracked(|all| merged(&theirs, all)) {
            chosen.run(value);
        }
    };
    view! {
        <Alert gravity=Gravity::Warning heading=heading is_news=true>
            <p class="alert-text">{text!(editing.stale_do)}</p>
        </Alert>
        {items.collect_view()}
        <Show when=move || is_asked.get() && !is_complete.get()>
            <p class="form-error-message" role="alert">{text!(editing.stale_choose_all)}</p>
        </Show>
        <p class="form-actions">
            <button type="button" class="button button-primary" on:click=go_on>
                {text!(editing.stale_save)}
            </button>
        </p>
    }
}

#[component]
fn One(
    form: Form,
    at: usize,
    field: &'static Field,
    one: Difference,
    differences: RwSignal<Vec<Difference>>,
    theirs_label: Text,
) -> impl IntoView {
    let choose = move |side: Side| {
        differences.update(|all| {
            if let Some(one) = all.get_mut(at) {
                one.side = Some(side);
            }
        });
    };
    let is_now = move |side: Side| differences.with(|all| all.get(at).and_then(|one| one.side) == Some(side));
    let version = move |side: Side, label: Text, value: Value| {
        let id = format!("stale-{at}-{}", if side == Side::Mine { "mine" } else { "theirs" });
        view! {
            <div class="form-group-radio">
                <input
                    class="form-radio"
                    type="radio"
                    id=id.clone()
                    name=format!("stale-{at}")
                    prop:checked=move || is_now(side)
                    on:change=move |_| choose(side)
                />
                <label class="form-label" for=id>
                    <span class="weight-semibold">{label}</span>
                    " "
                    <Shown form=form field=field value=value/>
                </label>
            </div>
        }
    };
    view! {
        <fieldset class="form-row-group">
            <legend class="form-label">{plain_text(field.label)}</legend>
            {version(Side::Mine, text!(editing.stale_mine), one.mine)}
            {version(Side::Theirs, theirs_label, one.theirs)}
        </fieldset>
    }
}

/// What stands in a field, to read.
#[component]
fn Shown(form: Form, field: &'static Field, value: Value) -> impl IntoView {
    let words = text_by(move |locale| {
        form.choices.with_value(|choices| lines(locale, field, &value, choices)).join("\n")
    });
    move || {
        let words = words.get();
        if words.is_empty() {
            view! { <span class="version">{text!(editing.nothing)}</span> }.into_any()
        } else {
            view! { <span class="version">{words}</span> }.into_any()
        }
    }
}
