//! What a page shows when an answer did not come: what happened, what is safe, what to do. With the request's id
//! when there is one, and with the whole directory on paper when there is no network.

use leptos::prelude::*;

use super::alert::{Alert, Gravity};
use super::page::PageHeading;
use crate::api::{Failure, use_api};
use crate::language::Text;
use crate::{routes, text};

/// What happened, and what to do about it.
fn words(failure: &Failure) -> (Text, Text) {
    match failure {
        Failure::Unreachable => (text!(errors.unreachable), text!(errors.unreachable_do)),
        Failure::Unavailable { .. } => (text!(errors.unavailable), text!(errors.unavailable_do)),
        Failure::Refused { .. } => (text!(errors.refused), text!(errors.refused_do)),
        Failure::Unreadable { .. } => (text!(errors.unreadable), text!(errors.unreadable_do)),
    }
}

/// A page that could not be had.
#[component]
pub(crate) fn FailurePage(failure: Failure) -> impl IntoView {
    view! {
        <PageHeading title=text!(errors.title) window_title=words(&failure).0/>
        <FailureNotice failure=failure/>
    }
}

/// Tells of a failure, and lets the reader try again.
#[component]
pub(crate) fn FailureNotice(failure: Failure) -> impl IntoView {
    let connection = use_api().connection;
    let (heading, what_to_do) = words(&failure);
    let catalogue = (failure == Failure::Unreachable)
        .then(|| routes::municipality_in(&window().location().pathname().unwrap_or_default()))
        .flatten()
        .map(|municipality| {
            view! {
                <p>
                    <a href=routes::catalogue(&municipality) rel="external">
                        {text!(errors.read_catalogue)}
                    </a>
                </p>
            }
        });
    let details = match &failure {
        Failure::Refused { message, .. } => Some(message.clone()),
        Failure::Unavailable { status, .. } => Some(format!("HTTP {status}")),
        Failure::Unreachable | Failure::Unreadable { .. } => None,
    };
    let request = failure.request().map(str::to_owned);
    view! {
        <Alert gravity=Gravity::Error heading=heading is_news=true>
            <p class="alert-text">{what_to_do}</p>
            {catalogue}
            {details.map(|details| view! { <p class="alert-text small-text" lang="en">{details}</p> })}
            {request
                .map(|id| {
                    view! { <p class="alert-text small-text">{text!(errors.quote)} " " <code>{id}</code></p> }
                })}
            <p>
                <button type="button" class="button button-secondary" on:click=move |_| connection.try_again()>
                    {text!(errors.try_again)}
                </button>
            </p>
        </Alert>
    }
}
