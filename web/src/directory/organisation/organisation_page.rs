//! `/<m>/organisationer/<slug>`: one organisation, in its tree, with its services and people.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::tree_page::service_count;
use crate::api::{remote, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::directory::queries::organisations::{self, ChildOrganisation, Organisation};
use crate::directory::search::Search;
use crate::directory::service::belongs::ServiceLinks;
use crate::directory::service::contact_card::{ContactCard, Reaches};
use crate::directory::service::reach::Places;
use crate::directory::signs::sector_sign::SectorSign;
use crate::editing::entry_links::EntryLinks;
use crate::editing::service_form_page::COPY;
use crate::format::words::and_list;
use crate::language::{danish, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::page::PageHeading;
use crate::ui::paragraphs::Paragraphs;
use crate::ui::shown::{changing, shown_as_page};
use crate::ui::word_link::OutsideLink;
use crate::{routes, text};

/// The page; built anew for each organisation, so that focus and place are right.
#[component]
pub(crate) fn OrganisationPage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    changing(Box::new(move || view! { <OneOrganisation slug=slug.get()/> }.into_any()))
}

#[component]
fn OneOrganisation(slug: String) -> impl IntoView {
    let api = use_api();
    let municipality = use_here().slug_untracked();
    let answer = remote(api, move || {
        let question = organisations::one(municipality.clone(), slug.clone());
        (slug.clone(), async move {
            Ok(api.ask(question).await?.municipality.and_then(|found| found.organisation))
        })
    });
    shown_as_page(answer, |organisation| match organisation.as_ref() {
        Some(organisation) => view! { <Content organisation=organisation.clone()/> }.into_any(),
        None => view! { <NothingThere/> }.into_any(),
    })
}

#[component]
fn Content(organisation: Organisation) -> impl IntoView {
    let lang = danish();
    let slug = use_here().slug_untracked();
    let mut steps = vec![Step::to(text!(shell.organisations), routes::organisations(&slug))];
    for above in &organisation.ancestors {
        steps.push(Step::named(above.name.clone(), routes::organisation(&slug, &above.slug)));
    }
    let names = organisation.alternate_names;
    let other_names = (!names.is_empty()).then(|| {
        let names = text_by(move |locale| and_list(locale, &names));
        view! { <p class="other-names">{text!(service.also_called)} " " <span lang=lang>{names}</span></p> }
    });
    let has_reach = !organisation.phones.is_empty()
        || !organisation.emails.is_empty()
        || !organisation.locations.is_empty()
        || !organisation.contacts.is_empty();
    let people = organisation.contacts.into_iter().map(|contact| {
        view! { <li><ContactCard contact=contact role=None/></li> }
    });
    let people: Vec<_> = people.collect();
    let all_services = routes::services(&slug, &Search::of_organisation(&organisation.slug).query(1));
    let below = organisation.service_count - organisation.services.len() as i32;
    let count = organisation.service_count;
    let edit = routes::edit_organisation(&slug, &organisation.slug);
    let copy = format!("{}?{COPY}={}", routes::new_organisation(&slug), organisation.slug);
    let name = organisation.name.clone();
    let links = organisation.links.into_iter().map(|link| {
        let label = link.label.unwrap_or_else(|| link.url.clone());
        view! { <li><OutsideLink href=link.url label=label/></li> }
    });
    let links: Vec<_> = links.collect();
    view! {
        <article class="organisation">
            <Breadcrumb steps=steps/>
            <PageHeading title=Signal::stored(organisation.name.clone()) is_danish=true/>
            {other_names}
            <p class="signs"><SectorSign sector=organisation.sector/></p>
            {organisation.description.map(|words| view! { <Paragraphs text=words/> })}
            {has_reach
                .then(|| {
                    view! {
                        <section aria-labelledby="reach">
                            <h2 id="reach">{text!(organisation.reach)}</h2>
                            <Reaches phones=organisation.phones emails=organisation.emails name=organisation.name/>
                            {(!people.is_empty()).then(|| view! { <ul class="contacts">{people}</ul> })}
                            <Places locations=organisation.locations/>
                        </section>
                    }
                })}
            <section aria-labelledby="services">
                <h2 id="services">{text!(organisation.services)}</h2>
                {(count == 0).then(|| view! { <p>{text!(organisation.no_services)}</p> })}
                <ServiceLinks services=organisation.services/>
                {(below > 0)
                    .then(|| {
                        let words = text_by(move |locale| {
                            counted!(locale, count, organisation.see_one_service, organisation.see_services)
                        });
                        view! { <p><a href=all_services>{words}</a></p> }
                    })}
            </section>
            <Children children_of=organisation.children/>
            {(!links.is_empty())
                .then(|| {
                    view! {
                        <section aria-labelledby="links">
                            <h2 id="links">{text!(service.links)}</h2>
                            <ul class="nobullet-list">{links}</ul>
                        </section>
                    }
                })}
            {organisation
                .tax_id
                .map(|number| view! { <p class="small-text">{text!(organisation.tax_id)} " " {number}</p> })}
            <EntryLinks id=organisation.id edit=edit name=name copy=copy/>
        </article>
    }
}

/// What is part of it.
#[component]
fn Children(children_of: Vec<ChildOrganisation>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let lang = danish();
    (!children_of.is_empty()).then(|| {
        let items = children_of.into_iter().map(|child| {
            view! {
                <li>
                    <a href=routes::organisation(&slug, &child.slug) lang=lang>{child.name}</a>
                    {service_count(child.service_count)}
                </li>
            }
        });
        view! {
            <section aria-labelledby="children">
                <h2 id="children">{text!(organisation.children)}</h2>
                <ul class="tree no-max-width">{items.collect_view()}</ul>
            </section>
        }
    })
}
