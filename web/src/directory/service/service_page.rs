//! `/<m>/tilbud/<slug>`: one service.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::action_bar::ActionBar;
use super::belongs::Belongs;
use super::eligibility::Eligibility;
use super::facts::Facts;
use super::notice::Notice;
use super::provenance::Provenance;
use super::reach::ReachSection;
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::directory::queries::service::{self, Service};
use crate::directory::signs::access_sign::AccessSign;
use crate::directory::signs::open_sign::OpenSign;
use crate::directory::signs::sector_sign::SectorSign;
use crate::format::words::and_list;
use crate::language::{danish, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::page::PageHeading;
use crate::ui::paragraphs::Paragraphs;
use crate::ui::shown::{changing, shown_as_page};
use crate::ui::word_link::OutsideLink;
use crate::{routes, text};

/// The page; built anew for each service, so that focus and place are right.
#[component]
pub(crate) fn ServicePage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    changing(Box::new(move || view! { <OneService slug=slug.get()/> }.into_any()))
}

#[component]
fn OneService(slug: String) -> impl IntoView {
    let api = use_api();
    let municipality = use_here().slug_untracked();
    let answer = remote(api, move || {
        let question = service::one(municipality.clone(), slug.clone());
        (
            slug.clone(),
            async move { Ok(api.ask(question).await?.municipality.and_then(|found| found.service)) },
        )
    });
    shown_as_page(answer, |service| match service.as_ref() {
        Some(service) => view! { <Content service=service.clone()/> }.into_any(),
        None => view! { <NothingThere/> }.into_any(),
    })
}

#[component]
fn Content(service: Service) -> impl IntoView {
    let municipality = use_here().slug_untracked();
    let mut steps = vec![Step::to(text!(shell.services), routes::services(&municipality, ""))];
    if let Some(parent) = &service.parent {
        steps.push(Step::named(parent.name.clone(), routes::service(&municipality, &parent.slug)));
    }
    view! {
        <article class="service">
            <Breadcrumb steps=steps/>
            <PageHeading title=Signal::stored(service.name.clone()) is_danish=true/>
            <Lead service=service.clone()/>
            <Notice
                status=service.status
                paused_until=service.paused_until
                successor=service.successor.clone()
            />
            <Eligibility service=service.clone()/>
            <ReachSection service=service.clone()/>
            <section aria-labelledby="what">
                <h2 id="what">{text!(service.what)}</h2>
                <Paragraphs text=service.description.clone()/>
            </section>
            <Belongs service=service.clone()/>
            <Facts service=service.clone()/>
            <Links service=service.clone()/>
            <Provenance service=service.clone()/>
            <ActionBar service=service/>
        </article>
    }
}

/// The other names, why it exists, and the signs.
#[component]
fn Lead(service: Service) -> impl IntoView {
    let lang = danish();
    let names = service.alternate_names;
    let other_names = (!names.is_empty()).then(|| {
        let names = text_by(move |locale| and_list(locale, &names));
        view! { <p class="other-names">{text!(service.also_called)} " " <span lang=lang>{names}</span></p> }
    });
    view! {
        {other_names}
        <p class="signs">
            <SectorSign sector=service.organisation.sector/>
            <AccessSign access=service.access/>
            <OpenSign state=service.open_state status=service.status paused_until=service.paused_until/>
        </p>
        {service.purpose.map(|purpose| view! { <p class="font-lead" lang=lang>{purpose}</p> })}
    }
}

/// Where to read more.
#[component]
fn Links(service: Service) -> impl IntoView {
    (!service.links.is_empty()).then(|| {
        let links = service.links.into_iter().map(|link| {
            let label = link.label.unwrap_or_else(|| link.url.clone());
            view! { <li><OutsideLink href=link.url label=label/></li> }
        });
        view! {
            <section aria-labelledby="links">
                <h2 id="links">{text!(service.links)}</h2>
                <ul class="nobullet-list">{links.collect_view()}</ul>
            </section>
        }
    })
}
