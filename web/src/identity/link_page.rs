//! `/adgang/<token>`: an invitation, or a new password. The link works once; afterwards one is signed in.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::password_form::new_password_words;
use super::queries::enums::LinkPurpose;
use super::queries::sign_in::{OneTimeLink, PasswordSetInput, link, password_set};
use super::sign_in_page::go_on;
use crate::api::{UserErrorCode, remote, use_api};
use crate::language::{Locale, td_string, text_by};
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};
use crate::ui::field::{Field, Takes};
use crate::ui::page::PageHeading;
use crate::ui::shown::shown_as_page;
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn LinkPage() -> impl IntoView {
    let api = use_api();
    let params = use_params_map();
    let token = Memo::new(move |_| params.with(|params| params.get("token").unwrap_or_default()));
    let found = remote(api, move || (token.get(), api.send(link(token.get()))));
    shown_as_page(found, move |answer| {
        let token = token.get_untracked();
        match &answer.one_time_link {
            None => view! { <NoLonger/> }.into_any(),
            Some(link) if link.purpose == LinkPurpose::ServiceCheck => {
                view! { <ToCheck token=token/> }.into_any()
            }
            Some(link) => view! { <ChoosePassword token=token link=link.clone()/> }.into_any(),
        }
    })
}

/// The link is unknown, used or too old: one can't tell which.
#[component]
fn NoLonger() -> impl IntoView {
    view! {
        <PageHeading title=text!(identity.link_gone)/>
        <p class="font-lead">{text!(identity.link_gone_lead)}</p>
        <p>{text!(identity.link_gone_invitation)}</p>
        <p class="form-actions">
            <a class="button button-primary" href=routes::FORGOTTEN>{text!(identity.link_gone_again)}</a>
            <a class="button button-secondary" href=routes::SIGN_IN>{text!(identity.sign_in)}</a>
        </p>
    }
}

/// Links of another kind have a page of their own.
#[component]
fn ToCheck(token: String) -> impl IntoView {
    let navigate = use_navigate();
    Effect::new(move |_| {
        navigate(&format!("/tjek/{token}"), NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
}

#[component]
fn ChoosePassword(token: String, link: OneTimeLink) -> impl IntoView {
    let api = use_api();
    let navigate = use_navigate();
    let attempt = Attempt::new(words);
    let is_invitation = link.purpose == LinkPurpose::Invitation;
    let name = RwSignal::new(link.person.name.clone());
    let password = RwSignal::new(String::new());
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if password.with_untracked(String::is_empty) {
            return attempt.refuse(UserErrorCode::Required, "password");
        }
        let input = PasswordSetInput {
            token: token.clone(),
            password: password.get_untracked(),
            name: is_invitation.then(|| name.get_untracked().trim().to_owned()),
        };
        let navigate = navigate.clone();
        let work = async move {
            let payload = api.send(password_set::ask(input)).await?.password_set;
            Ok((payload.viewer, payload.user_errors))
        };
        attempt.run(work, move |me| match me {
            Some(me) => go_on(&me, ""),
            // With a code from the phone set up, the password alone does not sign in.
            None => {
                navigate(routes::SIGN_IN, NavigateOptions { replace: true, ..NavigateOptions::default() })
            }
        });
    };
    let greeted = link.person.name.clone();
    let title = text_by(move |locale| {
        if is_invitation {
            td_string!(locale, identity.welcome, name = greeted.as_str())
        } else {
            td_string!(locale, identity.new_password_title).to_owned()
        }
    });
    let lead = if is_invitation { text!(identity.welcome_lead) } else { text!(identity.new_password_lead) };
    let label = if is_invitation { text!(identity.welcome_send) } else { text!(identity.new_password_send) };
    view! {
        <PageHeading title=title/>
        <p class="font-lead">{lead}</p>
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=&["name", "password"]/>
            // A field, so that password managers know whose password it is.
            <div class="form-group">
                <label class="form-label" for="email">{text!(identity.signs_in_with)}</label>
                <input
                    class="form-input"
                    id="email"
                    type="email"
                    autocomplete="username"
                    readonly
                    value=link.person.email
                />
            </div>
            {is_invitation
                .then(|| {
                    view! {
                        <Field
                            id="name"
                            label=text!(identity.name)
                            value=name
                            takes=Takes::Line("name")
                            wrong=attempt.wrong_with("name")
                        />
                    }
                })}
            <Field
                id="password"
                label=text!(identity.new_password)
                hint=text!(identity.password_hint)
                value=password
                takes=Takes::Password("new-password")
                wrong=attempt.wrong_with("password")
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=label/>
            </p>
        </form>
    }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("password", code) => new_password_words(locale, code),
        (_, UserErrorCode::Expired | UserErrorCode::Wrong | UserErrorCode::NotFound) => {
            Some(td_string!(locale, identity.link_gone_lead))
        }
        _ => None,
    }
}
