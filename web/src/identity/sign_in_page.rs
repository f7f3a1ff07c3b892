//! `/log-ind`: mail address and password, then the code from the phone where one is set up. Afterwards one is back
//! where one was.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::demo_accounts::DemoAccounts;
use super::queries::enums::SecondFactorState;
use super::queries::sign_in::{SessionBeginInput, session_begin};
use super::queries::viewer::Me;
use super::return_path;
use super::viewer::use_viewer;
use crate::api::{UserErrorCode, use_api};
use crate::language::{Locale, td_string, text_by};
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton, focus_on};
use crate::ui::field::{Field, Takes};
use crate::ui::page::PageHeading;
use crate::{offline, routes, text};

/// The page.
#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let viewer = use_viewer();
    let me = Memo::new(move |_| viewer.me());
    // Signing in on this very page leads on by itself.
    let is_sending = RwSignal::new(false);
    view! {
        <PageHeading title=text!(identity.sign_in)/>
        {move || match me.get().filter(|_| !is_sending.get()) {
            Some(me) => view! { <AlreadySignedIn me=me/> }.into_any(),
            None => view! { <SignInForm is_sending=is_sending/> }.into_any(),
        }}
    }
}

#[component]
fn SignInForm(is_sending: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let back = use_query_map().with_untracked(|query| query.get(return_path::NAME).unwrap_or_default());
    let attempt = Attempt::new(words);
    let (email, password, code) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let needs_code = RwSignal::new(false);
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        for (field, value) in [("email", email), ("password", password)] {
            if value.with_untracked(|value| value.trim().is_empty()) {
                return attempt.refuse(UserErrorCode::Required, field);
            }
        }
        let typed_code = code.get_untracked().split_whitespace().collect::<String>();
        if needs_code.get_untracked() && typed_code.is_empty() {
            return attempt.refuse(UserErrorCode::Required, "code");
        }
        let input = SessionBeginInput {
            email: email.get_untracked().trim().to_owned(),
            password: password.get_untracked(),
            code: Some(typed_code).filter(|code| !code.is_empty()),
        };
        let back = back.clone();
        let work = async move {
            let payload = api.send(session_begin::ask(input)).await?.session_begin;
            Ok(((payload.viewer, payload.needs_code), payload.user_errors))
        };
        attempt.run(work, move |(me, needs)| match me {
            Some(me) => {
                let _ = is_sending.try_set(true);
                go_on(&me, &back);
            }
            None => drop(needs_code.try_set(needs)),
        });
    };
    let code_field = move || {
        needs_code.get().then(|| {
            view! {
                <Field
                    id="code"
                    label=text!(identity.code)
                    hint=text!(identity.code_hint)
                    value=code
                    takes=Takes::Code
                    wrong=attempt.wrong_with("code")
                />
            }
        })
    };
    // The code is asked for where the eyes are: the focus goes there.
    Effect::new(move |_| {
        if needs_code.get() {
            request_animation_frame(|| focus_on("#code"));
        }
    });
    let label = text_by(move |locale| {
        let words = if needs_code.get() {
            td_string!(locale, identity.go_on)
        } else {
            td_string!(locale, identity.sign_in)
        };
        words.to_owned()
    });
    let fill = Callback::new(move |(demo_email, demo_password): (String, String)| {
        email.set(demo_email);
        password.set(demo_password);
        needs_code.set(false);
        focus_on("#sign-in-send button");
    });
    view! {
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=&["email", "password", "code"]/>
            <Field
                id="email"
                label=text!(identity.email)
                value=email
                takes=Takes::Email("username")
                wrong=attempt.wrong_with("email")
            />
            <Field
                id="password"
                label=text!(identity.password)
                value=password
                takes=Takes::Password("current-password")
                wrong=attempt.wrong_with("password")
            />
            {code_field}
            <p class="form-actions" id="sign-in-send">
                <SubmitButton attempt=attempt label=label/>
                <a href=routes::FORGOTTEN>{text!(identity.forgotten)}</a>
            </p>
        </form>
        <DemoAccounts fill=fill/>
    }
}

/// What is wrong, in the words of this page: never which part of it.
fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("email", UserErrorCode::Required) => Some(td_string!(locale, identity.email_required)),
        ("password", UserErrorCode::Required) => Some(td_string!(locale, identity.password_required)),
        ("code", UserErrorCode::Required) => Some(td_string!(locale, identity.code_required)),
        (_, UserErrorCode::Wrong | UserErrorCode::Invalid) => {
            Some(td_string!(locale, identity.sign_in_wrong))
        }
        (_, UserErrorCode::Throttled) => Some(td_string!(locale, identity.sign_in_throttled)),
        _ => None,
    }
}

/// Goes where somebody who has just signed in should be: to set up the code their role needs, or back where they were.
/// The page begins anew there: what was fetched was fetched for a visitor, and would send them back here.
pub(super) fn go_on(me: &Me, back: &str) {
    let home = || me.municipality().map_or_else(|| routes::CHOOSE.to_owned(), routes::start);
    let path = match me.second_factor {
        SecondFactorState::Required => routes::ACCOUNT.to_owned(),
        SecondFactorState::None | SecondFactorState::SetUp => {
            return_path::local(back).map_or_else(home, str::to_owned)
        }
    };
    offline::forget_answers();
    // In place of this page: its address is of no use in the history, and a link's token is not to stay there.
    let _ = window().location().replace(&path);
}

/// For somebody who comes here though signed in.
#[component]
fn AlreadySignedIn(me: Me) -> impl IntoView {
    let viewer = use_viewer();
    let home = me.municipality().map_or_else(|| routes::CHOOSE.to_owned(), routes::start);
    let name = me.person.name;
    view! {
        <p class="font-lead">{text!(identity.already, name = name.as_str())}</p>
        <p class="form-actions">
            <a class="button button-primary" href=home>{text!(identity.go_on)}</a>
            <button
                type="button"
                class="button button-secondary"
                on:click=move |_| leptos::task::spawn_local(async move { drop(viewer.sign_out().await) })
            >
                {text!(identity.sign_out)}
            </button>
        </p>
    }
}
