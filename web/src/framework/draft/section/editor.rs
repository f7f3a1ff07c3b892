//! The field that an answer is written in, with its buttons, how it will look, and where its saving stands. Who may not
//! write reads it.

use leptos::html;
use leptos::prelude::*;

use super::answer::{Answer, drop_left_over, left_over};
use super::both::Both;
use super::place::{element, use_place};
use super::saved_state::SavedState;
use super::toolbar::Toolbar;
use super::writing::{Standing, Writing};
use crate::format::words::and_list;
use crate::framework::draft::queries::section::Question;
use crate::language::{danish, td_string, text_by};
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::live_region::LiveRegion;
use crate::ui::markdown::Markdown;
use crate::ui::shown::changing;

/// The answer to a question, to write or to read.
#[component]
pub(super) fn AnswerPart(question: Memo<Option<Question>>) -> impl IntoView {
    let can_write = use_place().can_write();
    changing(Box::new(move || {
        let Some(first) = question.get_untracked() else { return ().into_any() };
        if can_write.get() {
            view! { <Editor first=first question=question/> }.into_any()
        } else {
            view! { <Reading question=question/> }.into_any()
        }
    }))
}

/// The answer, to read; with what was typed here and never saved.
#[component]
fn Reading(question: Memo<Option<Question>>) -> impl IntoView {
    let answer = Memo::new(move |_| question.with(|one| one.as_ref().map(|one| one.answer.clone())));
    let left = RwSignal::new(question.with_untracked(|one| one.as_ref().and_then(left_over)));
    let lang = danish();
    let drop_it = move |_| {
        if let Some(question) = question.get_untracked() {
            drop_left_over(&question.id);
        }
        left.set(None);
    };
    let notice = move || {
        left.get().map(|words| {
            view! {
                <Alert gravity=Gravity::Warning heading=text!(draft.left_over)>
                    <p class="alert-text">{text!(draft.left_over_do)}</p>
                    <p class="version" lang=lang>{words}</p>
                    <button type="button" class="button button-secondary" on:click=drop_it>
                        {text!(draft.left_over_drop)}
                    </button>
                </Alert>
            }
        })
    };
    let shown = move || match answer.get().filter(|answer| !answer.trim().is_empty()) {
        Some(answer) => view! { <Markdown text=answer level=3/> }.into_any(),
        None => view! { <p class="is-empty">{text!(draft.no_answer)}</p> }.into_any(),
    };
    view! {
        {notice}
        {shown}
    }
}

/// The answer, to write.
#[component]
fn Editor(first: Question, question: Memo<Option<Question>>) -> impl IntoView {
    let answer = Answer::begin(use_place(), &first, question);
    let id = element("svar", first.id.inner());
    let is_preview = RwSignal::new(false);
    let is_choosing = Memo::new(move |_| answer.writing.with(|one| one.standing() == Standing::Conflict));
    let others = text_by(move |locale| {
        let names = answer.others.get();
        match names.len() {
            0 => String::new(),
            1 => td_string!(locale, draft.writes_one, name = names[0].clone()),
            _ => td_string!(locale, draft.writes_many, names = and_list(locale, &names)),
        }
    });
    view! {
        <div class="answer">
            <p class="answer-others" hidden=move || others.get().is_empty()>{others}</p>
            <LiveRegion text=others/>
            {changing(Box::new(move || {
                if is_choosing.get() {
                    view! { <Both answer=answer field=format!("{id}-begge")/> }.into_any()
                } else {
                    view! { <Field answer=answer id=id.clone() is_preview=is_preview/> }.into_any()
                }
            }))}
            <SavedState answer=answer question=question/>
        </div>
    }
}

/// The field itself, with its buttons.
#[component]
fn Field(answer: Answer, id: String, is_preview: RwSignal<bool>) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let lang = danish();
    let mut save_later = answer.saver();
    let on_input = move |event| {
        answer.typed(event_target_value(&event));
        save_later(());
    };
    let typed = move || answer.writing.with(|writing: &Writing| writing.typed.clone());
    let preview = move || {
        is_preview.get().then(|| {
            let text = untrack(typed);
            view! {
                <div class="answer-preview">
                    {if text.trim().is_empty() {
                        view! { <p class="is-empty">{text!(draft.no_answer)}</p> }.into_any()
                    } else {
                        view! { <Markdown text=text level=3/> }.into_any()
                    }}
                </div>
            }
        })
    };
    view! {
        <label class="form-label" for=id.clone()>{text!(draft.your_answer)}</label>
        <Toolbar answer=answer field=field is_preview=is_preview about=id.clone()/>
        <textarea
            class="form-input answer-field"
            id=id
            rows="5"
            lang=lang
            hidden=move || is_preview.get()
            node_ref=field
            prop:value=typed
            on:input=on_input
            on:blur=move |_| answer.left()
        ></textarea>
        {preview}
    }
}
