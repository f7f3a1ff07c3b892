//! `/<m>/organisationer`: who there is, by sector, each with what lies below it.

use leptos::prelude::*;

use super::tree::{Branch, fetch};
use crate::api::{Remote, remote, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::directory::queries::enums::Sector;
use crate::directory::signs::sector_sign::SectorSign;
use crate::editing::entry_links::NewEntry;
use crate::language::{danish, text_by};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown_as_page;
use crate::{routes, text};

/// The sectors, in the order they are shown.
const SECTORS: [Sector; 5] =
    [Sector::Municipal, Sector::Regional, Sector::State, Sector::Private, Sector::Voluntary];

/// The page.
#[component]
pub(crate) fn TreePage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let tree: Remote<Option<Vec<Branch>>> = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), fetch(api, slug))
    });
    shown_as_page(tree, move |tree| {
        match tree.as_ref() {
        Some(tree) => view! {
            <PageHeading title=text!(organisation.title)/>
            <p class="font-lead">{text!(organisation.lead)}</p>
            <NewEntry label=text!(editing.new_organisation) href=routes::new_organisation(&here.slug_untracked())/>
            <Sectors tree=tree.clone()/>
        }
        .into_any(),
        None => ().into_any(),
    }
    })
}

#[component]
fn Sectors(tree: Vec<Branch>) -> impl IntoView {
    if tree.is_empty() {
        return view! {
            <EmptyNotice heading=text!(organisation.empty)>
                <p>{text!(organisation.empty_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let sections = SECTORS.into_iter().filter_map(|sector| {
        let of_sector: Vec<Branch> = tree.iter().filter(|one| one.sector == sector).cloned().collect();
        (!of_sector.is_empty()).then(|| {
            view! {
                <section class="tree-sector">
                    <h2 class="h3"><SectorSign sector=sector/></h2>
                    {branches(of_sector)}
                </section>
            }
        })
    });
    sections.collect_view().into_any()
}

/// The organisations and, within each, those below it.
fn branches(all: Vec<Branch>) -> AnyView {
    let slug = use_here().slug_untracked();
    let lang = danish();
    let items = all.into_iter().map(|one| {
        let href = routes::organisation(&slug, &one.slug);
        let count = one.service_count;
        let below = (!one.below.is_empty()).then(|| branches(one.below));
        view! {
            <li>
                <a href=href lang=lang>{one.name}</a>
                {service_count(count)}
                {below}
            </li>
        }
        .into_any()
    });
    view! { <ul class="tree no-max-width">{items.collect_view()}</ul> }.into_any()
}

/// `3 tilbud`; nothing for none.
pub(crate) fn service_count(count: i32) -> Option<AnyView> {
    let words = text_by(move |locale| {
        counted!(locale, count, directory.service_count_one, directory.service_count_many)
    });
    (count > 0).then(|| view! { <span class="tree-count">{words}</span> }.into_any())
}
