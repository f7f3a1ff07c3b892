//! The accounts to try a demo with; nothing outside a demo.

use leptos::prelude::*;

use super::queries::sign_in::{DemoAccount, demo_accounts};
use super::words;
use crate::api::{remote, use_api};
use crate::language::text_by;
use crate::{routes, text};

/// A list of buttons that fill in the form with `(mail address, password)`.
#[component]
pub(crate) fn DemoAccounts(fill: Callback<(String, String)>) -> impl IntoView {
    let api = use_api();
    let accounts = remote(api, move || (String::new(), api.send(demo_accounts())));
    move || {
        let accounts = accounts.known()?.demo_accounts.clone();
        (!accounts.is_empty()).then(|| {
            let buttons = accounts.into_iter().map(|account| view! { <Account account=account fill=fill/> });
            view! {
                <section class="demo-accounts" aria-labelledby="demo-accounts">
                    <h2 class="h4" id="demo-accounts">{text!(identity.demo_title)}</h2>
                    <p>{text!(identity.demo_lead)}</p>
                    <ul class="nobullet-list demo-list">{buttons.collect_view()}</ul>
                    <p><a href=routes::OUTBOX>{text!(identity.demo_mails)}</a></p>
                </section>
            }
        })
    }
}

#[component]
fn Account(account: DemoAccount, fill: Callback<(String, String)>) -> impl IntoView {
    let DemoAccount { name, email, password, role, municipality, organisation } = account;
    let described = text_by(move |locale| {
        let parts = [Some(words::role(locale, role)), organisation.as_deref(), municipality.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let press = move |_| fill.run((email.clone(), password.clone()));
    view! {
        <li>
            <button type="button" class="button button-secondary demo-account" on:click=press>
                <span lang="da">{name}</span>
                <span class="small-text">{described}</span>
            </button>
        </li>
    }
}
