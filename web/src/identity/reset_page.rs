//! `/glemt-adgangskode`: asks for a link to choose a new password. The answer is the same whether the address is known
//! or not.

use leptos::prelude::*;

use super::queries::sign_in::{PasswordResetRequestInput, password_reset_request};
use crate::api::{UserErrorCode, use_api};
use crate::language::{Locale, td_string};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};
use crate::ui::field::{Field, Takes};
use crate::ui::page::PageHeading;

/// The page.
#[component]
pub(crate) fn ResetPage() -> impl IntoView {
    let api = use_api();
    let attempt = Attempt::new(words);
    let email = RwSignal::new(String::new());
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = email.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return attempt.refuse(UserErrorCode::Required, "email");
        }
        let work = async move {
            let question = password_reset_request::ask(PasswordResetRequestInput { email: typed });
            let payload = api.send(question).await?.password_reset_request;
            Ok(((), payload.user_errors))
        };
        attempt.run(work, |()| {});
    };
    view! {
        <PageHeading title=text!(identity.forgotten_title)/>
        <p class="font-lead">{text!(identity.forgotten_lead)}</p>
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=&["email"]/>
            <Field
                id="email"
                label=text!(identity.email)
                value=email
                takes=Takes::Email("username")
                wrong=attempt.wrong_with("email")
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(identity.forgotten_send)/>
            </p>
            <div role="status">
                {move || attempt.is_done().then(|| view! { <p class="done-notice">{text!(identity.forgotten_done)}</p> })}
            </div>
        </form>
    }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("email", UserErrorCode::Required) => Some(td_string!(locale, identity.email_required)),
        ("email", UserErrorCode::Invalid) => Some(td_string!(locale, identity.email_invalid)),
        _ => None,
    }
}
