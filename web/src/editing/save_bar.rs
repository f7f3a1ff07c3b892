//! The end of a form: a word on why, the button that saves, where things stand, and the way out.

use leptos::prelude::*;

use super::editor::Way;
use crate::api::Failure;
use crate::routes;
use crate::text;
use crate::ui::alert::{Alert, Gravity};

/// Why, save, or leave.
#[component]
pub(crate) fn SaveBar(
    way: Way,
    note: RwSignal<String>,
    is_saving: Signal<bool>,
    is_changed: Signal<bool>,
    back: String,
) -> impl IntoView {
    let (label, hint, words) = match way {
        Way::Save | Way::Write => (text!(editing.note), text!(editing.note_hint), text!(editing.save)),
        Way::Propose => (text!(editing.message), text!(editing.message_hint), text!(editing.propose)),
        Way::Adjust => (text!(editing.answer), text!(editing.answer_hint), text!(editing.accept_adjusted)),
    };
    let why = (way != Way::Write).then(|| {
        view! {
            <div class="form-group">
                <label class="form-label" for="field-note">
                    {label}
                    " "
                    <span class="weight-normal">{text!(editing.optional)}</span>
                </label>
                <span class="form-hint" id="field-note-hint">{hint}</span>
                <textarea
                    class="form-input"
                    id="field-note"
                    rows="2"
                    maxlength="2000"
                    aria-describedby="field-note-hint"
                    prop:value=note
                    on:input=move |event| note.set(event_target_value(&event))
                ></textarea>
            </div>
        }
    });
    view! {
        <section class="form-section">
            {why}
            <p class="form-actions">
                <button
                    type="submit"
                    class="button button-primary"
                    aria-disabled=move || is_saving.get().then_some("true")
                >
                    {words}
                </button>
                <a class="button button-secondary" href=back>{text!(editing.cancel)}</a>
            </p>
            <Standing is_saving=is_saving is_changed=is_changed/>
        </section>
    }
}

/// Save or leave, where the form stands within a page.
#[component]
pub(crate) fn InlineBar(
    is_saving: Signal<bool>,
    is_changed: Signal<bool>,
    cancel: Callback<()>,
) -> impl IntoView {
    view! {
        <p class="form-actions">
            <button
                type="submit"
                class="button button-primary"
                aria-disabled=move || is_saving.get().then_some("true")
            >
                {text!(editing.save)}
            </button>
            <button type="button" class="button button-secondary" on:click=move |_| cancel.run(())>
                {text!(editing.cancel)}
            </button>
        </p>
        <Standing is_saving=is_saving is_changed=is_changed/>
    }
}

/// Where things stand with what is typed.
#[component]
fn Standing(is_saving: Signal<bool>, is_changed: Signal<bool>) -> impl IntoView {
    let standing = move || {
        if is_saving.get() {
            text!(editing.saving)
        } else if is_changed.get() {
            text!(editing.kept_as_draft)
        } else {
            text!(editing.unchanged)
        }
    };
    view! { <p class="small-text" role="status" aria-live="polite">{move || standing().get()}</p> }
}

/// It could not be saved: what happened, what is safe, what to do.
#[component]
pub(crate) fn SaveFailed(failure: Failure) -> impl IntoView {
    let what_to_do = match &failure {
        Failure::Unreachable => text!(editing.failed_unreachable),
        Failure::Refused { .. } => text!(editing.failed_refused),
        Failure::Unavailable { .. } | Failure::Unreadable { .. } => text!(editing.failed_unavailable),
    };
    let path = window().location().pathname().unwrap_or_default();
    let sign_in = matches!(failure, Failure::Refused { .. }).then(|| {
        view! {
            <p>
                <a href=routes::sign_in_then(&path) target="_blank" rel="noopener">{text!(editing.sign_in_again)}</a>
            </p>
        }
    });
    let request = failure.request().map(str::to_owned);
    view! {
        <Alert gravity=Gravity::Error heading=text!(editing.failed_heading) is_news=true>
            <p class="alert-text">{what_to_do}</p>
            {sign_in}
            {request
                .map(|id| {
                    view! { <p class="alert-text small-text">{text!(errors.quote)} " " <code>{id}</code></p> }
                })}
        </Alert>
    }
}
