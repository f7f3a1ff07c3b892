//! Somebody named: an organisation of the directory, chosen from what is offered as one types, or somebody else by name
//! alone. Which of the two it is, is said below the box.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::form::{Form, focus, id_of};
use super::tree::Flaw;
use super::view::{Hint, Label, Wrong};
use super::{Field, Kind, Own, RowWords, Source};
use crate::editing::queries::choices::Choices;
use crate::language::{Text, plain_text, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::shown::changing;

/// The id of what is offered to all boxes of a form.
const OFFERED: &str = "field-organisations";

/// What is offered to the boxes of a form; nothing where it has none.
#[component]
pub(super) fn Known(form: Form) -> impl IntoView {
    names_somebody(form.fields()).then(|| {
        let names = form.choices.with_value(|all| {
            let mut names: Vec<String> =
                all.of(Source::Organisations).iter().map(|(_, name)| name.clone()).collect();
            names.sort();
            names.dedup();
            names
        });
        let options = names.into_iter().map(|name| view! { <option value=name></option> });
        view! { <datalist id=OFFERED>{options.collect_view()}</datalist> }
    })
}

fn names_somebody(mut fields: impl Iterator<Item = &'static Field>) -> bool {
    fields.any(|field| match field.kind {
        Kind::Party | Kind::Parties(_) => true,
        Kind::Rows(fields, _) | Kind::Group(fields) | Kind::Own(&Own { fields, .. }) => {
            names_somebody(fields.iter())
        }
        _ => false,
    })
}

/// One.
#[component]
pub(super) fn Party(form: Form, field: &'static Field, path: String) -> impl IntoView {
    let flaw = flaw_of(form, path.clone());
    view! {
        <div class="form-group" class:form-error=move || flaw.get().is_some()>
            <Label field=field path=path.clone()/>
            <Wrong field=field flaw=flaw path=path.clone()/>
            <Name form=form path=path flaw=flaw has_hint=field.hint.is_some()/>
        </div>
    }
}

/// What is wrong with one: with its name, with the organisation, or with both.
fn flaw_of(form: Form, path: String) -> Memo<Option<Flaw>> {
    let (name, id) = (format!("{path}.name"), format!("{path}.organisationId"));
    Memo::new(move |_| {
        let is_here = |flaw: &&Flaw| flaw.path == path || flaw.path == name || flaw.path == id;
        form.flaws.with(|flaws| flaws.iter().find(is_here).cloned())
    })
}

/// The box, and below it whether the directory knows them.
#[component]
fn Name(form: Form, path: String, flaw: Memo<Option<Flaw>>, has_hint: bool) -> impl IntoView {
    let now = form.now(&path);
    let known = RwSignal::new(standing(&now));
    let id = id_of(&path);
    let described = {
        let id = id.clone();
        move || {
            let hint = has_hint.then(|| format!("{id}-hint"));
            let error = flaw.get().map(|_| format!("{id}-error"));
            [hint, error, Some(format!("{id}-known"))].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    };
    let at = path.clone();
    let typed = move |event| {
        let name = event_target_value(&event);
        let before = form.now(&at);
        let id = form.choices.with_value(|all| chosen(all, &name, before["organisationId"].as_str()));
        let now = json!({ "organisationId": id.unwrap_or_default(), "name": name });
        known.set(standing(&now));
        form.put(&at, now);
    };
    view! {
        <input
            class="form-input input-width-l"
            id=id.clone()
            name=path
            type="text"
            list=OFFERED
            autocomplete="off"
            aria-describedby=described
            aria-invalid=move || flaw.get().map(|_| "true")
            prop:value=now["name"].as_str().unwrap_or_default().to_owned()
            on:input=typed
        />
        <span class="party-known small-text" id=format!("{id}-known")>
            {move || match known.get() {
                None => ().into_any(),
                Some(true) => view! { {icon(Icon::Check)} <span>{text!(register.party_known)}</span> }.into_any(),
                Some(false) => view! { <span>{text!(register.party_name_only)}</span> }.into_any(),
            }}
        </span>
    }
}

/// Whether the directory knows them; none while nothing is written.
fn standing(value: &Value) -> Option<bool> {
    let has = |name: &str| value[name].as_str().is_some_and(|text| !text.trim().is_empty());
    has("name").then(|| has("organisationId"))
}

/// The organisation of a name. Where two have it, the one that was chosen stays.
fn chosen(choices: &Choices, name: &str, before: Option<&str>) -> Option<String> {
    let wanted = name.trim().to_lowercase();
    let all = choices.of(Source::Organisations);
    let mut same = all.iter().filter(|(_, name)| name.to_lowercase() == wanted).map(|(id, _)| id);
    let kept = same.clone().find(|id| Some(id.as_str()) == before);
    kept.or_else(|| same.next()).cloned()
}

/// Several, each in a row that can be moved or taken away.
#[component]
pub(super) fn Parties(form: Form, field: &'static Field, path: String, words: RowWords) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    let shape = RwSignal::new(0_u32);
    let at = path.clone();
    let change = Callback::new(move |(act, focused): (Act, String)| {
        let mut all = form.now(&at).as_array().cloned().unwrap_or_default();
        act.on(&mut all, || super::tree::party(&Value::Null));
        form.put(&at, Value::Array(all));
        form.flaws.update(|flaws| flaws.retain(|flaw| !flaw.path.starts_with(&format!("{at}."))));
        shape.update(|shape| *shape += 1);
        focus(&focused);
    });
    let at = path.clone();
    let rows = changing(Box::new(move || {
        shape.track();
        let count = form.now(&at).as_array().map_or(0, Vec::len);
        let rows = (0..count).map(|index| {
            let path = format!("{at}.{index}");
            let flaw = flaw_of(form, path.clone());
            let title = text_by(move |locale| format!("{} {}", (words.one)(locale), index + 1));
            view! {
                <li class="form-group party-row" class:form-error=move || flaw.get().is_some()>
                    <label class="sr-only" for=id_of(&path)>{title}</label>
                    <Wrong field=field flaw=flaw path=path.clone()/>
                    <Name form=form path=path.clone() flaw=flaw has_hint=false/>
                    <RowButtons list=at.clone() index=index count=count title=title change=change/>
                </li>
            }
        });
        view! { <ul class="nobullet-list">{rows.collect_view()}</ul> }.into_any()
    }));
    let at = path.clone();
    let add = move |_| {
        let new = form.now(&at).as_array().map_or(0, Vec::len);
        change.run((Act::Add, format!("{at}.{new}")));
    };
    view! {
        <fieldset class="form-rows" id=id_of(&path) tabindex="-1">
            <legend class="form-label">{plain_text(field.label)}</legend>
            <Hint hint=field.hint path=path.clone()/>
            <Wrong field=field flaw=flaw path=path.clone()/>
            {rows}
            <button type="button" class="button button-secondary button-add" id=id_of(&format!("{path}.add")) on:click=add>
                {icon(Icon::Plus)}
                <span>{plain_text(words.add)}</span>
            </button>
        </fieldset>
    }
}

/// What is done with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Another at the end.
    Add,
    /// One place up.
    Up(usize),
    /// One place down.
    Down(usize),
    /// Away with it.
    Take(usize),
}

impl Act {
    /// Does it; `new` makes what is added.
    pub(crate) fn on(self, all: &mut Vec<Value>, new: impl FnOnce() -> Value) {
        match self {
            Self::Add => all.push(new()),
            Self::Up(at) if at > 0 && at < all.len() => all.swap(at, at - 1),
            Self::Down(at) if at + 1 < all.len() => all.swap(at, at + 1),
            Self::Take(at) if at < all.len() => drop(all.remove(at)),
            Self::Up(_) | Self::Down(_) | Self::Take(_) => {}
        }
    }
}

/// The buttons of a row: up, down, away. `change` gets what to do, and the path whose box then has the focus.
#[component]
pub(crate) fn RowButtons(
    list: String,
    index: usize,
    count: usize,
    /// What the row is called.
    title: Text,
    change: Callback<(Act, String)>,
) -> impl IntoView {
    let spoken = move || view! { <span class="sr-only">" " {title}</span> };
    let to = {
        let list = list.clone();
        move |index: usize| format!("{list}.{index}")
    };
    let (above, below) = (to(index.saturating_sub(1)), to(index + 1));
    let up = (index > 0).then(|| {
        view! {
            <button type="button" class="function-link" on:click=move |_| change.run((Act::Up(index), above.clone()))>
                {icon(Icon::ChevronDown)}
                <span>{text!(register.move_up)} {spoken()}</span>
            </button>
        }
    });
    let down = (index + 1 < count).then(|| {
        view! {
            <button type="button" class="function-link" on:click=move |_| change.run((Act::Down(index), below.clone()))>
                {icon(Icon::ChevronDown)}
                <span>{text!(register.move_down)} {spoken()}</span>
            </button>
        }
    });
    view! {
        <span class="row-buttons">
            <span class="points-up">{up}</span>
            {down}
            <button
                type="button"
                class="function-link"
                on:click=move |_| change.run((Act::Take(index), format!("{list}.add")))
            >
                {icon(Icon::Close)}
                <span>{text!(register.take_away)} {spoken()}</span>
            </button>
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_moved_and_taken_from() {
        let mut all = vec![json!("a"), json!("b"), json!("c")];
        Act::Up(2).on(&mut all, || json!("x"));
        assert_eq!(all, [json!("a"), json!("c"), json!("b")]);
        Act::Down(2).on(&mut all, || json!("x"));
        Act::Up(0).on(&mut all, || json!("x"));
        assert_eq!(all, [json!("a"), json!("c"), json!("b")]);
        Act::Take(1).on(&mut all, || json!("x"));
        Act::Add.on(&mut all, || json!("x"));
        assert_eq!(all, [json!("a"), json!("b"), json!("x")]);
    }

    #[test]
    fn somebody_is_known_or_named() {
        assert_eq!(standing(&json!({ "organisationId": "", "name": " " })), None);
        assert_eq!(standing(&json!({ "organisationId": "", "name": "Politiet" })), Some(false));
        assert_eq!(standing(&json!({ "organisationId": "organisation:1", "name": "Jobcenter" })), Some(true));
    }
}
