//! The fields of a question of one's own.

use leptos::prelude::*;

use crate::language::Text;
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};

/// What is typed.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    /// The question.
    pub(super) title: RwSignal<String>,
    /// Help with it.
    pub(super) guidance: RwSignal<String>,
}

impl Typed {
    /// What stands there already.
    pub(super) fn of(title: &str, guidance: &str) -> Self {
        Self { title: RwSignal::new(title.to_owned()), guidance: RwSignal::new(guidance.to_owned()) }
    }

    /// The question without blanks around it, and the help where there is some.
    pub(super) fn read(self) -> (String, Option<String>) {
        let guidance = self.guidance.get_untracked().trim().to_owned();
        (self.title.get_untracked().trim().to_owned(), Some(guidance).filter(|text| !text.is_empty()))
    }
}

/// The fields, the button, and the way out.
#[component]
pub(super) fn QuestionForm(
    /// What the ids of its fields begin with.
    id: String,
    typed: Typed,
    attempt: Attempt,
    save: Text,
    #[prop(into)] send: Callback<()>,
    #[prop(into)] close: Callback<()>,
) -> impl IntoView {
    let wrong = attempt.wrong_with("title");
    let is_wrong = move || !wrong.get().is_empty();
    let (title, hint, error) = (format!("{id}-title"), format!("{id}-hint"), format!("{id}-error"));
    let guidance = format!("{id}-guidance");
    let described = {
        let error = error.clone();
        move || is_wrong().then(|| error.clone())
    };
    let message = move || {
        is_wrong().then(|| {
            view! {
                <span class="form-error-message" id=error.clone()>
                    <span class="sr-only">{text!(errors.error)} " "</span>
                    {wrong}
                </span>
            }
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    view! {
        <form class="own-form" novalidate on:submit=submit>
            <AttemptErrors attempt=attempt fields=&["title", "guidance"]/>
            <div class="form-group" class:form-error=is_wrong>
                <label class="form-label" for=title.clone()>{text!(draft.question_title)}</label>
                {message}
                <input
                    class="form-input"
                    id=title
                    type="text"
                    autocomplete="off"
                    aria-invalid=move || is_wrong().then_some("true")
                    aria-describedby=described
                    prop:value=typed.title
                    on:input=move |event| typed.title.set(event_target_value(&event))
                />
            </div>
            <div class="form-group">
                <label class="form-label" for=guidance.clone()>{text!(draft.question_guidance)}</label>
                <span class="form-hint" id=hint.clone()>{text!(draft.question_guidance_hint)}</span>
                <textarea
                    class="form-input"
                    id=guidance
                    rows="3"
                    aria-describedby=hint
                    prop:value=typed.guidance
                    on:input=move |event| typed.guidance.set(event_target_value(&event))
                ></textarea>
            </div>
            <p class="form-actions">
                <SubmitButton attempt=attempt label=save/>
                <button type="button" class="button button-secondary" on:click=move |_| close.run(())>
                    {text!(draft.cancel)}
                </button>
            </p>
        </form>
    }
}
