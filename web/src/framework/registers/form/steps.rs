//! The steps of a pathway while they are written: a list that can be added to, moved and taken from, each step with its
//! branches; and beside it the drawing, which follows.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::specs::party;
use super::steps_list::{add, let_go, take};
use crate::editing::fields::form::{Form, focus, id_of};
use crate::editing::fields::party::{Act, RowButtons};
use crate::editing::fields::view::{Hint, Wrong, field as field_view};
use crate::editing::fields::{Field, Kind, Own, RowWords, words};
use crate::framework::registers::flow::view::{Flow, FlowDrawing};
use crate::language::{Locale, Text, plain_text, td_string, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::shown::changing;

/// The steps of a pathway.
pub(super) static STEPS: Own = Own { fields: STEP, view: steps, mend: let_go, told };

/// The fields of a step.
pub(super) const STEP: &[Field] = &[
    Field::new("key", words!(register.f_step_one), Kind::Key),
    Field::prose("text", words!(register.f_step_text)).required(),
    party("actor", words!(register.f_actor)),
    Field::line("channel", words!(register.f_channel_how)).hint(words!(register.f_channel_how_hint)),
    Field::line("within", words!(register.f_within)).hint(words!(register.f_within_hint)),
    Field::new("next", words!(register.f_next), Kind::Rows(BRANCH, BRANCHES))
        .hint(words!(register.f_next_hint)),
];

const BRANCHES: RowWords =
    RowWords { add: words!(register.f_branch_add), one: words!(register.f_branch_one) };
const BRANCH: &[Field] =
    &[Field::line("condition", words!(register.f_condition)).hint(words!(register.f_condition_hint)), TO];
const TO: Field = Field::line("to", words!(register.f_to)).required().mend(words!(register.f_to_mend));

/// A list and what changed it last: counts up when the boxes must be drawn anew.
#[derive(Clone, Copy)]
struct List {
    form: Form,
    shape: RwSignal<u32>,
}

impl List {
    fn now(self, path: &str) -> Vec<Value> {
        self.form.now(path).as_array().cloned().unwrap_or_default()
    }

    /// Puts the list back and moves the focus.
    fn put(self, path: &str, all: Vec<Value>, focused: &str) {
        self.form.put(path, Value::Array(all));
        self.form.flaws.update(|flaws| flaws.retain(|flaw| !flaw.path.starts_with(&format!("{path}."))));
        self.shape.update(|shape| *shape += 1);
        focus(focused);
    }
}

fn steps(form: Form, field: &'static Field, path: String) -> AnyView {
    view! { <Steps form=form field=field path=path/> }.into_any()
}

#[component]
fn Steps(form: Form, field: &'static Field, path: String) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    let list = List { form, shape: RwSignal::new(0) };
    // There is always a first step to write in.
    if list.now(&path).is_empty() {
        let mut first = Vec::new();
        add(&mut first);
        form.put(&path, Value::Array(first));
    }
    let at = path.clone();
    let change = Callback::new(move |(act, focused): (Act, String)| {
        let mut all = list.now(&at);
        match act {
            Act::Add => add(&mut all),
            Act::Take(step) => take(&mut all, step),
            Act::Up(_) | Act::Down(_) => act.on(&mut all, || Value::Null),
        }
        list.put(&at, all, &focused);
    });
    let at = path.clone();
    let rows = changing(Box::new(move || {
        list.shape.track();
        let count = list.now(&at).len();
        let rows = (0..count).map(|index| {
            view! { <Step list=list steps=at.clone() index=index count=count change=change/> }
        });
        rows.collect_view().into_any()
    }));
    let at = path.clone();
    let new = move |_| {
        let index = list.now(&at).len();
        change.run((Act::Add, format!("{at}.{index}.text")));
    };
    view! {
        <div class="steps-editor">
            <fieldset class="form-rows" id=id_of(&path) tabindex="-1">
                <legend class="form-label">{plain_text(field.label)}</legend>
                <Hint hint=field.hint path=path.clone()/>
                <Wrong field=field flaw=flaw path=path.clone()/>
                {rows}
                <button
                    type="button"
                    class="button button-secondary button-add"
                    id=id_of(&format!("{path}.add"))
                    on:click=new
                >
                    {icon(Icon::Plus)}
                    <span>{text!(register.f_step_add)}</span>
                </button>
            </fieldset>
            <Live form=form path=path/>
        </div>
    }
}

/// The drawing of what is written.
#[component]
fn Live(form: Form, path: String) -> impl IntoView {
    let flow = Memo::new(move |_| {
        form.tree.with(|tree| Flow::of_typed(crate::editing::fields::tree::at(tree, &path)))
    });
    let drawing = changing(Box::new(move || {
        let flow = flow.get();
        if flow.steps.iter().all(|step| step.text.is_empty()) {
            return view! { <p>{text!(register.drawing_empty)}</p> }.into_any();
        }
        let name = form.now("name").as_str().unwrap_or_default().to_owned();
        view! { <FlowDrawing name=name flow=flow/> }.into_any()
    }));
    view! {
        <div class="steps-drawing">
            <h3 class="h5">{text!(register.drawing)}</h3>
            {drawing}
        </div>
    }
}

#[component]
fn Step(
    list: List,
    steps: String,
    index: usize,
    count: usize,
    change: Callback<(Act, String)>,
) -> impl IntoView {
    let form = list.form;
    let path = format!("{steps}.{index}");
    let flaw = form.flaw(path.clone());
    let title = text_by(move |locale| format!("{} {}", td_string!(locale, register.f_step_one), index + 1));
    let prefix = format!("{path}.");
    let fields =
        STEP.iter().filter(|field| field.name != "next").map(|field| field_view(form, field, &prefix));
    let fields = fields.collect_view();
    let whole = STEPS_FIELD;
    view! {
        <fieldset class="form-row-group" id=id_of(&path) tabindex="-1">
            <legend class="form-label">{title}</legend>
            <Wrong field=whole flaw=flaw path=path.clone()/>
            {fields}
            <Branches form=form steps=steps.clone() step=index/>
            <RowButtons list=steps index=index count=count title=title change=change/>
        </fieldset>
    }
}

/// The words for a step that nothing leads to.
const STEPS_FIELD: &Field =
    &Field::line("steps", words!(register.f_steps)).mend(words!(register.f_unreached));

/// Where a step leads.
#[component]
fn Branches(form: Form, steps: String, step: usize) -> impl IntoView {
    let path = format!("{steps}.{step}.next");
    let list = List { form, shape: RwSignal::new(0) };
    let at = path.clone();
    let change = Callback::new(move |(act, focused): (Act, String)| {
        let mut all = list.now(&at);
        act.on(&mut all, || json!({ "condition": "", "to": "" }));
        list.put(&at, all, &focused);
    });
    let (at, all_steps) = (path.clone(), steps);
    let rows = changing(Box::new(move || {
        list.shape.track();
        let count = list.now(&at).len();
        let rows = (0..count).map(|index| {
            let one = format!("{at}.{index}");
            let title =
                text_by(move |locale| format!("{} {}", td_string!(locale, register.f_branch_one), index + 1));
            view! {
                <li class="branch-row">
                    {field_view(form, &BRANCH[0], &format!("{one}."))}
                    <Target form=form steps=all_steps.clone() path=format!("{one}.to")/>
                    <RowButtons list=at.clone() index=index count=count title=title change=change/>
                </li>
            }
        });
        view! { <ul class="nobullet-list">{rows.collect_view()}</ul> }.into_any()
    }));
    let at = path.clone();
    let new = move |_| {
        let index = list.now(&at).len();
        change.run((Act::Add, format!("{at}.{index}.condition")));
    };
    view! {
        <fieldset class="form-rows" id=id_of(&path) tabindex="-1">
            <legend class="form-label">{text!(register.f_next)}</legend>
            <span class="form-hint">{text!(register.f_next_hint)}</span>
            {rows}
            <button
                type="button"
                class="button button-secondary button-add"
                id=id_of(&format!("{path}.add"))
                on:click=new
            >
                {icon(Icon::Plus)}
                <span>
                    {text!(register.f_branch_add)}
                    <span class="sr-only">" " {text!(register.f_step_one)} " " {step + 1}</span>
                </span>
            </button>
        </fieldset>
    }
}

/// The step that a branch leads to, chosen from what the steps say.
#[component]
fn Target(form: Form, steps: String, path: String) -> impl IntoView {
    let flaw = form.flaw(path.clone());
    let field: &'static Field = &BRANCH[1];
    let choices = Memo::new(move |_| {
        let all = form.tree.with(|tree| crate::editing::fields::tree::at(tree, &steps).clone());
        let all = all.as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
        all.iter().map(|step| (text(&step["key"]), text(&step["text"]))).collect::<Vec<_>>()
    });
    let at = path.clone();
    let options = move || {
        let now = form.now(&at).as_str().unwrap_or_default().to_owned();
        let options = choices.get().into_iter().enumerate().map(|(step, (key, words))| {
            let is_chosen = key == now;
            view! { <option value=key selected=is_chosen>{option_name(step, words)}</option> }
        });
        options.collect_view()
    };
    let at = path.clone();
    let choose = move |event| form.put(&at, Value::String(event_target_value(&event)));
    let id = id_of(&path);
    let described = {
        let id = id.clone();
        move || flaw.get().map(|_| format!("{id}-error"))
    };
    view! {
        <div class="form-group" class:form-error=move || flaw.get().is_some()>
            <label class="form-label" for=id.clone()>{plain_text(field.label)}</label>
            <Wrong field=field flaw=flaw path=path.clone()/>
            <select
                class="form-select"
                id=id
                name=path
                aria-describedby=described
                aria-invalid=move || flaw.get().map(|_| "true")
                on:change=choose
            >
                <option value="">{text!(editing.choose)}</option>
                {options}
            </select>
        </div>
    }
}

/// `2. Jobcenteret ringer til borgeren`, cut where it is long.
fn option_name(step: usize, words: String) -> Text {
    text_by(move |locale| named(locale, step, &words))
}

fn named(locale: Locale, step: usize, words: &str) -> String {
    if words.is_empty() {
        return td_string!(locale, register.step_untitled, step = step + 1);
    }
    let short: String = words.chars().take(60).collect();
    let dots = if short.len() < words.len() { "…" } else { "" };
    format!("{}. {short}{dots}", step + 1)
}

/// The steps in words, a line each: for the choice between two versions.
fn told(locale: Locale, value: &Value) -> Vec<String> {
    let flow = Flow::of_typed(value);
    let steps = flow.steps.iter().enumerate().map(|(at, step)| {
        let around = [&step.actor, &step.channel, &step.within].into_iter().filter(|part| !part.is_empty());
        let next = step.next.iter().map(|next| {
            if next.condition.is_empty() {
                td_string!(locale, register.flow_then, step = next.to + 1)
            } else {
                td_string!(locale, register.flow_if, condition = next.condition.clone(), step = next.to + 1)
            }
        });
        let parts: Vec<String> =
            std::iter::once(step.text.clone()).chain(around.cloned()).chain(next).collect();
        format!("{}. {}", at + 1, parts.join(" · "))
    });
    steps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_told_in_words() {
        let steps = json!([
            { "key": "a", "text": "Borgeren flytter", "actor": { "name": "Borgerservice" }, "channel": "mail",
              "within": "", "next": [{ "condition": "akut", "to": "b" }] },
            { "key": "b", "text": "Besøg", "actor": { "name": "" }, "channel": "", "within": "", "next": [] },
        ]);
        assert_eq!(
            told(Locale::da, &steps),
            ["1. Borgeren flytter · Borgerservice · mail · Hvis akut → trin 2", "2. Besøg"]
        );
    }

    #[test]
    fn a_long_step_is_cut_in_the_list_to_choose_from() {
        assert_eq!(named(Locale::da, 1, "Kort"), "2. Kort");
        assert!(named(Locale::da, 0, &"æ".repeat(80)).ends_with("æ…"));
        assert!(named(Locale::da, 0, "").contains('1'));
    }
}
