//! `/`: choose a municipality.

use leptos::prelude::*;

use super::queries::municipality::{self, MunicipalityLink};
use crate::api::{remote, use_api};
use crate::language::danish;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::icon::{Icon, icon};
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn ChoosePage() -> impl IntoView {
    let api = use_api();
    let all = remote(api, move || (String::new(), api.ask(municipality::all())));
    view! {
        <PageHeading title=text!(directory.choose_title)/>
        <p class="font-lead">{text!(directory.choose_lead)}</p>
        {shown(
            all,
            || view! { <LoadingCards/> }.into_any(),
            |answer| view! { <Municipalities all=answer.municipalities.clone()/> }.into_any(),
        )}
    }
}

/// A card for each; shared with the page for an unknown one.
#[component]
pub(crate) fn Municipalities(all: Vec<MunicipalityLink>) -> impl IntoView {
    let lang = danish();
    if all.is_empty() {
        return view! {
            <EmptyNotice heading=text!(directory.choose_empty)>
                <p>{text!(directory.choose_empty_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let cards = all.into_iter().map(|one| {
        view! {
            <li>
                <a class="card municipality-card" href=routes::start(&one.slug)>
                    <span class="card-content">
                        <span class="card-heading h4" lang=lang>{one.name}</span>
                    </span>
                    {icon(Icon::ArrowRight)}
                </a>
            </li>
        }
    });
    view! { <ul class="municipality-grid no-max-width">{cards.collect_view()}</ul> }.into_any()
}
