//! What the one who leads can do with a question: hide it; its words, its place and its end, where it is one's own.

use leptos::prelude::*;

use super::place::{element, use_place, wrong};
use super::question_form::{QuestionForm, Typed};
use crate::api::{UserErrorCode, use_api};
use crate::framework::draft::queries::questions::{
    FrameworkQuestionDeleteInput, FrameworkQuestionMoveInput, FrameworkQuestionUpdateInput,
    framework_question_delete, framework_question_move, framework_question_update,
};
use crate::framework::draft::queries::section::Question;
use crate::language::Text;
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::sure_button::SureButton;

/// The buttons, and the form where one's own is changed.
#[component]
pub(super) fn ChangeQuestion(question: Memo<Option<Question>>) -> impl IntoView {
    let attempt = Attempt::new(wrong);
    let is_open = RwSignal::new(false);
    let is_own = Memo::new(move |_| question.with(|one| one.as_ref().is_some_and(|one| one.is_own)));
    view! {
        {move || (!is_open.get()).then(|| view! { <AttemptErrors attempt=attempt fields=&[]/> })}
        <div class="question-tools">
            <Hide question=question attempt=attempt/>
            {move || is_own.get().then(|| view! { <OfOwn question=question attempt=attempt is_open=is_open/> })}
        </div>
        {move || is_open.get().then(|| view! { <Words question=question attempt=attempt is_open=is_open/> })}
    }
}

/// Hides a question, or shows one that was hidden.
#[component]
pub(super) fn Hide(question: Memo<Option<Question>>, attempt: Attempt) -> impl IntoView {
    let api = use_api();
    let place = use_place();
    let is_hidden = Memo::new(move |_| question.with(|one| one.as_ref().is_some_and(|one| one.is_hidden)));
    let press = move |_| {
        let Some(one) = question.get_untracked() else { return };
        let input = FrameworkQuestionUpdateInput {
            id: one.id,
            revision: one.revision,
            title: one.is_own.then_some(one.title_da),
            guidance: one.guidance_da.filter(|_| one.is_own),
            is_hidden: !one.is_hidden,
        };
        let work = async move {
            Ok(api.send(framework_question_update::ask(input)).await?.framework_question_update.user_errors)
        };
        place.act(attempt, work, || {});
    };
    let words = move || if is_hidden.get() { text!(draft.question_show) } else { text!(draft.question_hide) };
    let (about, _) = super::question::asked(question);
    view! {
        <button type="button" class="function-link" on:click=press>
            {move || words().get()}
            <span class="sr-only">": " {about}</span>
        </button>
    }
}

/// What can be done with one's own besides.
#[component]
fn OfOwn(question: Memo<Option<Question>>, attempt: Attempt, is_open: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let place = use_place();
    let others = place.of(|section| {
        let shown = section.questions.iter().filter(|one| !one.is_hidden);
        shown.map(|one| (one.id.inner().to_owned(), one.position)).collect::<Vec<_>>()
    });
    // The places of the one before and the one after.
    let beside = Memo::new(move |_| {
        let id = question.with(|one| one.as_ref().map(|one| one.id.inner().to_owned()))?;
        others.with(|others| {
            let others = others.as_ref()?;
            let at = others.iter().position(|(other, _)| *other == id)?;
            let place = |at: usize| others.get(at).map(|(_, position)| *position);
            Some((at.checked_sub(1).and_then(place), place(at + 1)))
        })
    });
    let move_to = move |position: i32| {
        let Some(one) = question.get_untracked() else { return };
        let input = FrameworkQuestionMoveInput { id: one.id, revision: one.revision, position };
        let work = async move {
            Ok(api.send(framework_question_move::ask(input)).await?.framework_question_move.user_errors)
        };
        place.act(attempt, work, || {});
    };
    let delete = Callback::new(move |()| {
        let Some(one) = question.get_untracked() else { return };
        let input = FrameworkQuestionDeleteInput { id: one.id, revision: one.revision };
        let work = async move {
            Ok(api.send(framework_question_delete::ask(input)).await?.framework_question_delete.user_errors)
        };
        place.act(attempt, work, || {});
    });
    let step = move |to: Option<i32>, label: Text| {
        to.map(|to| {
            view! { <button type="button" class="function-link" on:click=move |_| move_to(to)>{label}</button> }
        })
    };
    let about =
        question.with_untracked(|one| one.as_ref().map(|one| one.title_da.clone()).unwrap_or_default());
    view! {
        <button type="button" class="function-link" on:click=move |_| is_open.set(true)>
            {text!(draft.question_edit)}
        </button>
        {move || beside.get().and_then(|(before, _)| step(before, text!(draft.move_up)))}
        {move || beside.get().and_then(|(_, after)| step(after, text!(draft.move_down)))}
        <SureButton label=text!(draft.delete) sure=text!(draft.delete_sure) about=about act=delete/>
    }
}

/// The words of one's own, to change.
#[component]
fn Words(question: Memo<Option<Question>>, attempt: Attempt, is_open: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let place = use_place();
    let Some(first) = question.get_untracked() else { return ().into_any() };
    let typed = Typed::of(&first.title_da, first.guidance_da.as_deref().unwrap_or_default());
    let send = move |()| {
        let Some(one) = question.get_untracked() else { return };
        let (title, guidance) = typed.read();
        if title.is_empty() {
            return attempt.refuse(UserErrorCode::Required, "title");
        }
        let input = FrameworkQuestionUpdateInput {
            id: one.id,
            revision: one.revision,
            title: Some(title),
            guidance,
            is_hidden: one.is_hidden,
        };
        let work = async move {
            Ok(api.send(framework_question_update::ask(input)).await?.framework_question_update.user_errors)
        };
        place.act(attempt, work, move || {
            let _ = is_open.try_set(false);
        });
    };
    let id = element("ret", first.id.inner());
    view! {
        <QuestionForm
            id=id
            typed=typed
            attempt=attempt
            save=text!(draft.save)
            send=send
            close=move |()| is_open.set(false)
        />
    }
    .into_any()
}
