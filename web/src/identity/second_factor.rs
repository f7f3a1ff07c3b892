//! The code from the phone: whether it is set up, setting it up, and taking it away.

use leptos::prelude::*;

use super::queries::account::{
    SecondFactorBeginPayload, SecondFactorRemoveInput, second_factor_begin, second_factor_remove,
};
use super::queries::enums::SecondFactorState;
use super::second_factor_set_up::SetUp;
use super::viewer::use_viewer;
use crate::api::{UserErrorCode, use_api};
use crate::language::{Locale, td_string};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton, focus_on};
use crate::ui::field::{Field, Takes};

/// The section.
#[component]
pub(crate) fn SecondFactor(state: Memo<SecondFactorState>) -> impl IntoView {
    let is_set_up = Memo::new(move |_| state.get() == SecondFactorState::SetUp);
    // The secret, while it is being put into the phone.
    let secret = RwSignal::new(None::<SecondFactorBeginPayload>);
    Effect::new(move |_| {
        if is_set_up.get() {
            secret.set(None);
        }
    });
    view! {
        <p>{text!(identity.second_factor_about)}</p>
        {move || match (is_set_up.get(), secret.get()) {
            (true, _) => view! { <Remove/> }.into_any(),
            (false, None) => view! { <Begin secret=secret/> }.into_any(),
            (false, Some(payload)) => view! { <SetUp payload=payload/> }.into_any(),
        }}
    }
}

#[component]
fn Begin(secret: RwSignal<Option<SecondFactorBeginPayload>>) -> impl IntoView {
    let api = use_api();
    let attempt = Attempt::new(|_, _, _| None);
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let work = async move {
            let payload = api.send(second_factor_begin()).await?.second_factor_begin;
            let errors = payload.user_errors.clone();
            Ok((payload, errors))
        };
        attempt.run(work, move |payload| {
            let _ = secret.try_set(Some(payload));
            request_animation_frame(|| focus_on("#set-up"));
        });
    };
    view! {
        <form on:submit=on_submit novalidate>
            <AttemptErrors attempt=attempt fields=&[]/>
            <SubmitButton attempt=attempt label=text!(identity.second_factor_set_up)/>
        </form>
    }
}

/// It is set up. Taking it away takes the password; where a role needs it, the server refuses.
#[component]
fn Remove() -> impl IntoView {
    let api = use_api();
    let viewer = use_viewer();
    let attempt = Attempt::new(words);
    let is_open = RwSignal::new(false);
    let password = RwSignal::new(String::new());
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if password.with_untracked(String::is_empty) {
            return attempt.refuse(UserErrorCode::Required, "password");
        }
        let input = SecondFactorRemoveInput { password: password.get_untracked() };
        let work = async move {
            let payload = api.send(second_factor_remove::ask(input)).await?.second_factor_remove;
            Ok(((), payload.user_errors))
        };
        attempt.run(work, move |()| viewer.has_changed());
    };
    view! {
        <p class="done-notice">{text!(identity.second_factor_is_set_up)}</p>
        <Show
            when=move || is_open.get()
            fallback=move || {
                view! {
                    <button type="button" class="button button-secondary" on:click=move |_| is_open.set(true)>
                        {text!(identity.second_factor_remove)}
                    </button>
                }
            }
        >
            <form on:submit=on_submit novalidate class="own-form">
                <AttemptErrors attempt=attempt fields=&["password"]/>
                <Field
                    id="remove-password"
                    label=text!(identity.current_password)
                    hint=text!(identity.second_factor_remove_hint)
                    value=password
                    takes=Takes::Password("current-password")
                    wrong=attempt.wrong_with("password")
                />
                <p class="form-actions">
                    <SubmitButton attempt=attempt label=text!(identity.second_factor_remove)/>
                    <button type="button" class="button button-tertiary" on:click=move |_| is_open.set(false)>
                        {text!(errors.regret)}
                    </button>
                </p>
            </form>
        </Show>
    }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("password", UserErrorCode::Required) => Some(td_string!(locale, identity.password_required)),
        ("password" | "", UserErrorCode::Wrong) => Some(td_string!(locale, identity.current_wrong)),
        (_, UserErrorCode::InUse) => Some(td_string!(locale, identity.second_factor_needed)),
        _ => None,
    }
}
