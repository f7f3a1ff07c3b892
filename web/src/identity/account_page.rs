//! `/konto`: one's own account. What needs doing comes first: a code to set up that one's role waits for.

use leptos::prelude::*;

use super::password_form::PasswordForm;
use super::person_form::PersonForm;
use super::queries::account::{Account, mine};
use super::queries::enums::SecondFactorState;
use super::queries::viewer::RoleGrant;
use super::second_factor::SecondFactor;
use super::sessions::Sessions;
use super::words;
use crate::api::{Failure, remote, use_api};
use crate::language::{text_by, use_language};
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::failure_notice::FailurePage;
use crate::ui::loading::LoadingPage;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;

/// What is shown, told apart so that a refresh does not take away what is being typed.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Awaited,
    Failed(Failure),
    There,
}

/// The page.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    let api = use_api();
    let answer =
        remote(api, move || (String::from("account"), async move { Ok(api.send(mine()).await?.viewer) }));
    let account = Memo::new(move |_| answer.known().and_then(|account| account.as_ref().clone()));
    let shown = Memo::new(move |_| match answer.get() {
        Some(Err(failure)) => Shown::Failed(failure),
        _ if account.with(Option::is_some) => Shown::There,
        _ => Shown::Awaited,
    });
    changing(Box::new(move || match shown.get() {
        Shown::Awaited => view! { <LoadingPage/> }.into_any(),
        Shown::Failed(failure) => view! { <FailurePage failure=failure/> }.into_any(),
        Shown::There => view! { <Sections account=account/> }.into_any(),
    }))
}

/// The sections of the page, each following its part of the account.
#[component]
fn Sections(account: Memo<Option<Account>>) -> impl IntoView {
    let person = account.with_untracked(|account| account.as_ref().map(|account| account.person.clone()));
    let state = Memo::new(move |_| {
        account
            .with(|account| account.as_ref().map_or(SecondFactorState::None, |account| account.second_factor))
    });
    let sessions = Memo::new(move |_| {
        account.with(|account| account.as_ref().map(|one| one.sessions.clone()).unwrap_or_default())
    });
    let roles =
        Memo::new(move |_| account.with(|one| one.as_ref().map(|one| one.roles.clone()).unwrap_or_default()));
    let withheld = Memo::new(move |_| {
        account.with(|one| one.as_ref().map(|one| one.withheld_roles.clone()).unwrap_or_default())
    });
    let email = person.as_ref().map(|person| person.email.clone()).unwrap_or_default();
    let waits = move || {
        (state.get() == SecondFactorState::Required).then(|| {
            view! {
                <Alert gravity=Gravity::Warning heading=text!(identity.second_factor_waits)>
                    <p class="alert-text">{text!(identity.second_factor_first)}</p>
                    <Roles roles=withheld/>
                </Alert>
            }
        })
    };
    let none = move || {
        (roles.with(Vec::is_empty) && withheld.with(Vec::is_empty))
            .then(|| view! { <p>{text!(identity.no_roles)}</p> })
    };
    view! {
        <PageHeading title=text!(identity.account)/>
        <p class="font-lead">{email}</p>
        {waits}
        <section aria-labelledby="second-factor">
            <h2 class="h3" id="second-factor">{text!(identity.second_factor)}</h2>
            <SecondFactor state=state/>
        </section>
        <section aria-labelledby="you">
            <h2 class="h3" id="you">{text!(identity.you)}</h2>
            {person.map(|person| view! { <PersonForm person=person/> })}
        </section>
        <section aria-labelledby="roles">
            <h2 class="h3" id="roles">{text!(identity.roles)}</h2>
            <Roles roles=roles/>
            {none}
        </section>
        <section aria-labelledby="browsers">
            <h2 class="h3" id="browsers">{text!(identity.sessions)}</h2>
            <Sessions sessions=sessions/>
        </section>
        <section aria-labelledby="new-password">
            <h2 class="h3" id="new-password">{text!(identity.password_change)}</h2>
            <PasswordForm/>
        </section>
    }
}

/// Roles, one a line.
#[component]
fn Roles(roles: Memo<Vec<RoleGrant>>) -> impl IntoView {
    let language = use_language();
    let items = move || {
        let roles = roles.get().into_iter().map(|grant| {
            let line = text_by(move |locale| words::grant(locale, &grant));
            view! { <li>{line}</li> }
        });
        language.get();
        roles.collect_view()
    };
    view! { <ul>{items}</ul> }
}
