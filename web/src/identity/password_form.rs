//! Changing one's password.

use leptos::prelude::*;

use super::queries::account::{PasswordChangeInput, password_change};
use super::viewer::use_viewer;
use crate::api::{UserErrorCode, use_api};
use crate::language::{Locale, td_string};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, DoneNotice, SubmitButton};
use crate::ui::field::{Field, Takes};

/// The form.
#[component]
pub(crate) fn PasswordForm() -> impl IntoView {
    let api = use_api();
    let viewer = use_viewer();
    let attempt = Attempt::new(words);
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        for (field, value) in [("current", current), ("new", new)] {
            if value.with_untracked(String::is_empty) {
                return attempt.refuse(UserErrorCode::Required, field);
            }
        }
        let input = PasswordChangeInput { current: current.get_untracked(), new: new.get_untracked() };
        let work = async move {
            let payload = api.send(password_change::ask(input)).await?.password_change;
            Ok(((), payload.user_errors))
        };
        attempt.run(work, move |()| {
            let _ = current.try_set(String::new());
            let _ = new.try_set(String::new());
            viewer.has_changed();
        });
    };
    view! {
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=&["current", "new"]/>
            <Field
                id="current"
                label=text!(identity.current_password)
                value=current
                takes=Takes::Password("current-password")
                wrong=attempt.wrong_with("current")
            />
            <Field
                id="new"
                label=text!(identity.new_password)
                hint=text!(identity.password_hint)
                value=new
                takes=Takes::Password("new-password")
                wrong=attempt.wrong_with("new")
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(identity.password_change)/>
            </p>
            <DoneNotice attempt=attempt label=text!(identity.password_changed)/>
        </form>
    }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("new", code) => new_password_words(locale, code),
        ("current" | "", UserErrorCode::Wrong) => Some(td_string!(locale, identity.current_wrong)),
        _ => None,
    }
}

/// What can be wrong with a password somebody chooses.
pub(super) fn new_password_words(locale: Locale, code: UserErrorCode) -> Option<&'static str> {
    match code {
        UserErrorCode::Required => Some(td_string!(locale, identity.password_required)),
        UserErrorCode::TooShort => Some(td_string!(locale, identity.password_short)),
        UserErrorCode::TooLong => Some(td_string!(locale, identity.password_long)),
        UserErrorCode::Invalid | UserErrorCode::Taken => Some(td_string!(locale, identity.password_common)),
        _ => None,
    }
}
