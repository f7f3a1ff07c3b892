//! How do I reach it? Its own numbers and addresses, its places, its people.

use leptos::prelude::*;

use super::contact_card::{ContactCard, Reaches};
use crate::directory::here::use_here;
use crate::directory::queries::fragments::Location;
use crate::directory::queries::service::{Service, ServiceOrganisation};
use crate::language::danish;
use crate::ui::icon::Icon;
use crate::ui::word_link::{ActionLink, Weight};
use crate::{routes, text};

/// Numbers, places, people.
#[component]
pub(crate) fn ReachSection(service: Service) -> impl IntoView {
    let has_own = !service.phones.is_empty() || !service.emails.is_empty();
    let reaches_somebody =
        service.contacts.iter().any(|one| !one.contact.phones.is_empty() || !one.contact.emails.is_empty());
    let has_any = has_own || reaches_somebody;
    let contacts = service.contacts.into_iter().map(|one| {
        view! { <li><ContactCard contact=one.contact role=one.role/></li> }
    });
    let contacts: Vec<_> = contacts.collect();
    view! {
        <section aria-labelledby="reach">
            <h2 id="reach">{text!(service.reach)}</h2>
            {has_own.then(|| view! { <Reaches phones=service.phones emails=service.emails name=service.name/> })}
            {(!contacts.is_empty()).then(|| view! { <ul class="contacts">{contacts}</ul> })}
            {(!has_any).then(|| view! { <ByOrganisation organisation=service.organisation/> })}
            <Places locations=service.locations/>
        </section>
    }
}

/// When the service itself can't be reached: by way of those who run it.
#[component]
fn ByOrganisation(organisation: ServiceOrganisation) -> impl IntoView {
    let lang = danish();
    let href = routes::organisation(&use_here().slug_untracked(), &organisation.slug);
    view! {
        <p>
            {text!(service.reach_organisation)} " " <a href=href lang=lang>{organisation.name.clone()}</a>
        </p>
        <Reaches phones=organisation.phones emails=organisation.emails name=organisation.name/>
    }
}

/// Where it is, and the way there.
#[component]
pub(crate) fn Places(locations: Vec<Location>) -> impl IntoView {
    let lang = danish();
    (!locations.is_empty()).then(|| {
        let places = locations.into_iter().map(|location| {
            let address = location.in_full();
            let shown = address.clone();
            let whom = text!(directory.show_way_to, address = address.clone());
            let label = text!(directory.show_way);
            let href = way(&location);
            view! {
                <li class="place">
                    <address lang=lang>
                        {location.name.map(|name| view! { <strong>{name}</strong> <br/> })}
                        {shown}
                    </address>
                    <ActionLink sign=Icon::Map href=href label=label weight=Weight::Beside whom=whom/>
                </li>
            }
        });
        view! {
            <h3>{text!(service.place)}</h3>
            <ul class="places">{places.collect_view()}</ul>
        }
    })
}

/// Where OpenStreetMap shows the place.
pub(crate) fn way(location: &Location) -> String {
    let place = String::from(js_sys::encode_uri_component(&location.in_full()));
    format!("https://www.openstreetmap.org/search?query={place}")
}
