//! `/tjek/<token>`: the link of a mail. One press tells that the service is still right, without signing in. Opening the
//! page alone tells nothing: mail filters open links.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::queries::upkeep::{ServiceConfirmByLinkInput, service_confirm_by_link};
use crate::api::use_api;
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;

/// Where the press stands.
#[derive(Clone, PartialEq)]
enum Standing {
    /// Not pressed, or pressed in vain.
    Open { has_failed: bool },
    /// Thanked; the service's name.
    Done(String),
    /// The link was used, or is too old.
    Spent,
}

/// The page.
#[component]
pub(crate) fn ConfirmPage() -> impl IntoView {
    let api = use_api();
    let params = use_params_map();
    let is_busy = RwSignal::new(false);
    let standing = RwSignal::new(Standing::Open { has_failed: false });
    let press = Callback::new(move |()| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let token = params.with_untracked(|params| params.get("token").unwrap_or_default());
        leptos::task::spawn_local(async move {
            let answer = api.send(service_confirm_by_link::ask(ServiceConfirmByLinkInput { token })).await;
            let _ = is_busy.try_set(false);
            let _ = standing.try_set(match answer.map(|answer| answer.service_confirm_by_link) {
                Ok(payload) if payload.user_errors.is_empty() => {
                    Standing::Done(payload.service_name.unwrap_or_default())
                }
                Ok(_) => Standing::Spent,
                Err(_) => Standing::Open { has_failed: true },
            });
        });
    });
    changing(Box::new(move || {
        match standing.get() {
        Standing::Open { has_failed } => view! {
            <PageHeading title=text!(editing.by_link)/>
            <p class="font-lead">{text!(editing.by_link_lead)}</p>
            {has_failed
                .then(|| {
                    view! {
                        <Alert gravity=Gravity::Error heading=text!(editing.confirm_failed) is_news=true>""</Alert>
                    }
                })}
            <p>
                <button type="button" class="button button-primary" on:click=move |_| press.run(())>
                    {icon(Icon::Check)}
                    <span>{text!(editing.confirm)}</span>
                </button>
            </p>
            <p>{text!(editing.by_link_else)}</p>
        }
        .into_any(),
        Standing::Done(name) => view! {
            <PageHeading title=text!(editing.by_link_thanks)/>
            <p class="font-lead" role="status">{text!(editing.by_link_done, name = name.clone())}</p>
        }
        .into_any(),
        Standing::Spent => view! {
            <PageHeading title=text!(editing.by_link_spent)/>
            <p class="font-lead" role="alert">{text!(editing.by_link_spent_do)}</p>
        }
        .into_any(),
    }
    }))
}
