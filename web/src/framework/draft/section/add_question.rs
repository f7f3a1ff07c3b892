//! A question of one's own.

use leptos::prelude::*;

use super::place::{use_place, wrong};
use super::question_form::{QuestionForm, Typed};
use crate::api::{UserErrorCode, use_api};
use crate::framework::draft::queries::questions::{FrameworkQuestionCreateInput, framework_question_create};
use crate::text;
use crate::ui::attempt::Attempt;

/// The button that opens the form, and the form.
#[component]
pub(in crate::framework::draft) fn AddQuestion() -> impl IntoView {
    let api = use_api();
    let place = use_place();
    let is_open = RwSignal::new(false);
    let attempt = Attempt::new(wrong);
    let typed = Typed::of("", "");
    let send = Callback::new(move |()| {
        let (title, guidance) = typed.read();
        if title.is_empty() {
            return attempt.refuse(UserErrorCode::Required, "title");
        }
        let input = FrameworkQuestionCreateInput {
            municipality: place.slug(),
            section: place.section,
            title,
            guidance,
        };
        let work = async move {
            Ok(api.send(framework_question_create::ask(input)).await?.framework_question_create.user_errors)
        };
        place.act(attempt, work, move || {
            let _ = is_open.try_set(false);
            let _ = typed.title.try_set(String::new());
            let _ = typed.guidance.try_set(String::new());
        });
    });
    move || {
        if is_open.get() {
            view! {
                <section class="add-question" aria-labelledby="add-question">
                    <h2 class="h4" id="add-question">{text!(draft.question_new)}</h2>
                    <QuestionForm
                        id="ny".to_owned()
                        typed=typed
                        attempt=attempt
                        save=text!(draft.question_add)
                        send=send
                        close=move |()| is_open.set(false)
                    />
                </section>
            }
            .into_any()
        } else {
            view! {
                <p>
                    <button type="button" class="button button-secondary" on:click=move |_| is_open.set(true)>
                        {text!(draft.question_new)}
                    </button>
                </p>
            }
            .into_any()
        }
    }
}
