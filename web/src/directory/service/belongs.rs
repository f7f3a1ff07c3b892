//! Where it belongs: what it is part of, its parts, the organisation that runs it, the themes it stands under.

use leptos::prelude::*;

use crate::directory::here::use_here;
use crate::directory::queries::fragments::ServiceLink;
use crate::directory::queries::service::{Service, ServiceOrganisation, ServiceTheme};
use crate::directory::search::Search;
use crate::directory::signs::sector_sign::SectorSign;
use crate::language::{danish, named};
use crate::ui::icon::{Icon, icon};
use crate::{routes, text};

/// Parts, organisation, themes.
#[component]
pub(crate) fn Belongs(service: Service) -> impl IntoView {
    view! {
        <SubServices services=service.subservices/>
        <section aria-labelledby="belongs">
            <h2 id="belongs">{text!(service.belongs)}</h2>
            {service.parent.map(|parent| view! { <PartOf parent=parent/> })}
            <OrganisationPath organisation=service.organisation/>
            <Themes themes=service.themes/>
        </section>
    }
}

#[component]
fn PartOf(parent: ServiceLink) -> impl IntoView {
    let href = routes::service(&use_here().slug_untracked(), &parent.slug);
    view! {
        <p>
            {text!(service.part_of)} " "
            <a href=href lang=danish()>{parent.name}</a>
        </p>
    }
}

/// A service's parts, as links with a word about each.
#[component]
pub(crate) fn SubServices(services: Vec<ServiceLink>) -> impl IntoView {
    (!services.is_empty()).then(|| {
        view! {
            <section aria-labelledby="parts">
                <h2 id="parts">{text!(service.parts)}</h2>
                <ServiceLinks services=services/>
            </section>
        }
    })
}

/// Services as links with a word about each.
#[component]
pub(crate) fn ServiceLinks(services: Vec<ServiceLink>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let lang = danish();
    let links = services.into_iter().map(|one| {
        view! {
            <li>
                <a href=routes::service(&slug, &one.slug)>{one.name}</a>
                {one.purpose.map(|purpose| view! { <p>{purpose}</p> })}
            </li>
        }
    });
    view! { <ul class="service-links nobullet-list" lang=lang>{links.collect_view()}</ul> }
}

/// The organisation within those above it.
#[component]
fn OrganisationPath(organisation: ServiceOrganisation) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let lang = danish();
    let others = routes::services(&slug, &Search::of_organisation(&organisation.slug).query(1));
    let steps = organisation.ancestors.into_iter().map(|one| (one.slug, one.name));
    let steps =
        steps.chain([(organisation.slug, organisation.name)]).enumerate().map(|(index, (one, name))| {
            view! {
                <li>
                    {(index > 0).then(|| icon(Icon::ChevronRight))}
                    <a href=routes::organisation(&slug, &one)>{name}</a>
                </li>
            }
        });
    view! {
        <p class="organisation-intro">{text!(service.run_by)} " " <SectorSign sector=organisation.sector/></p>
        <ol class="organisation-path no-max-width" lang=lang>{steps.collect_view()}</ol>
        <p><a href=others>{text!(service.others_here)}</a></p>
    }
}

#[component]
fn Themes(themes: Vec<ServiceTheme>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    (!themes.is_empty()).then(|| {
        let chips = themes.into_iter().map(|theme| {
            let href = routes::services(&slug, &Search::about_theme(&theme.slug).query(1));
            let (name, lang) = named(theme.name, theme.name_en);
            view! { <li><a class="chip" href=href lang=lang>{name}</a></li> }
        });
        view! {
            <p class="tags-intro">{text!(service.stands_under)}</p>
            <ul class="chips">{chips.collect_view()}</ul>
        }
    })
}
