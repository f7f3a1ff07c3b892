//! `/<m>/udgaver`: the editions of the catalogue that are kept; `?sammenlign=<number>` holds one against today.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::comparison::Comparison;
use super::fix_form::FixForm;
use super::queries::editions::{FixedEdition, all};
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::identity::viewer::use_viewer;
use crate::language::{danish, td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown};
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn EditionsPage() -> impl IntoView {
    let query = use_query_map();
    let compared = Memo::new(move |_| {
        query.with(|query| query.get(routes::COMPARED).and_then(|number| number.parse::<i32>().ok()))
    });
    changing(Box::new(move || match compared.get() {
        Some(number) => view! { <Comparison number=number/> }.into_any(),
        None => view! { <Editions/> }.into_any(),
    }))
}

#[component]
fn Editions() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let may_fix = Memo::new(move |_| use_viewer().may().edit_directory);
    let found = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), async move { Ok(api.send(all(slug)).await?.municipality) })
    });
    view! {
        <PageHeading title=text!(exchange.editions)/>
        <p class="font-lead">{text!(exchange.editions_lead)}</p>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(found) => view! { <List editions=found.catalogue_editions.clone()/> }.into_any(),
            },
        )}
        <Show when=move || may_fix.get()>
            <section aria-labelledby="fix">
                <h2 class="h3" id="fix">{text!(exchange.fix)}</h2>
                <FixForm/>
            </section>
        </Show>
    }
}

#[component]
fn List(editions: Vec<FixedEdition>) -> impl IntoView {
    if editions.is_empty() {
        return view! {
            <EmptyNotice heading=text!(exchange.editions_none)>
                <p>{text!(exchange.editions_none_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let items = editions.into_iter().map(|edition| view! { <One edition=edition/> }).collect_view();
    view! { <ul class="nobullet-list own-cards no-max-width">{items}</ul> }.into_any()
}

#[component]
fn One(edition: FixedEdition) -> impl IntoView {
    let lang = danish();
    let slug = use_here().slug_untracked();
    let (number, on, by) = (edition.number, edition.published_on, edition.fixed_by);
    let when = text_by(move |locale| {
        let date = day(locale, on);
        match &by {
            Some(name) => td_string!(locale, exchange.fixed_by, date = date, name = name.clone()),
            None => td_string!(locale, exchange.fixed_on, date = date),
        }
    });
    let about = edition.edition.clone();
    view! {
        <li class="card own-card">
            <article class="card-content">
                <h2 class="h4 card-heading">
                    {text!(exchange.edition_number, number = number)} ": " <span lang=lang>{edition.edition}</span>
                </h2>
                <p lang=lang>{edition.title}</p>
                <p class="small-text">{when}</p>
                <p class="form-actions">
                    <a class="button button-secondary" href=edition.url rel="external">
                        {text!(exchange.read)}
                        <span class="sr-only">" " {about.clone()}</span>
                    </a>
                    <a class="button button-secondary" href=routes::compare_edition(&slug, number)>
                        {text!(exchange.compare)}
                        <span class="sr-only">" " {about}</span>
                    </a>
                </p>
            </article>
        </li>
    }
}
