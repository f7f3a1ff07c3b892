//! When there is nothing at an address: a path that no page has, a municipality, service or organisation that does
//! not exist. Always with a way on.

use leptos::prelude::*;

use crate::api::{remote, use_api};
use crate::directory::choose_page::Municipalities;
use crate::directory::here::use_here;
use crate::directory::queries::municipality;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;
use crate::{routes, text};

/// No page has this path.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    view! { <NothingThere/> }
}

/// Nothing is at this address.
#[component]
pub(crate) fn NothingThere() -> impl IntoView {
    let here = use_here();
    let way_on = move || match here.known() {
        Some(known) => view! {
            <a class="button button-primary" href=routes::services(&known.slug, "")>
                {text!(shell.not_found_search)}
            </a>
        }
        .into_any(),
        None => view! {
            <a class="button button-primary" href=routes::CHOOSE>{text!(shell.not_found_choose)}</a>
        }
        .into_any(),
    };
    view! {
        <PageHeading title=text!(shell.not_found_title)/>
        <p class="font-lead">{text!(shell.not_found_lead)}</p>
        <p>{way_on}</p>
    }
}

/// No municipality has this slug.
#[component]
pub(crate) fn UnknownMunicipality() -> impl IntoView {
    let api = use_api();
    let all = remote(api, move || (String::new(), api.ask(municipality::all())));
    view! {
        <PageHeading title=text!(directory.unknown_municipality)/>
        <p class="font-lead">{text!(directory.unknown_municipality_do)}</p>
        {shown(
            all,
            || view! { <LoadingCards/> }.into_any(),
            |answer| view! { <Municipalities all=answer.municipalities.clone()/> }.into_any(),
        )}
    }
}
