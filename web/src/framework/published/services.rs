//! The directory as it was when the edition was made: each service with the way to its page today.

use leptos::prelude::*;

use super::queries::edition::EditionService;
use crate::directory::signs::access_sign::AccessSign;
use crate::directory::signs::sector_sign::SectorSign;
use crate::language::danish;
use crate::text;

/// How many are shown at a time.
const PAGE: usize = 40;

/// The services; `of` is the id of the question they stand under.
#[component]
pub(super) fn Services(of: String, services: Vec<EditionService>) -> impl IntoView {
    let all = services.len();
    if all == 0 {
        return view! { <p class="small-text">{text!(framework.services_none)}</p> }.into_any();
    }
    let services = StoredValue::new(services);
    let shown = RwSignal::new(PAGE);
    view! {
        <p class="small-text" id=format!("{of}-tilbud")>{text!(framework.services_as_were)}</p>
        <ul class="nobullet-list framework-services no-max-width" aria-describedby=format!("{of}-tilbud")>
            <For
                each=move || 0..shown.get().min(all)
                key=|at| *at
                children=move |at| {
                    services
                        .with_value(|services| services.get(at).cloned())
                        .map(|service| view! { <Service service=service/> })
                }
            />
        </ul>
        <Show when=move || shown.get() < all>
            <button
                type="button"
                class="button button-secondary button-more"
                on:click=move |_| shown.update(|shown| *shown += PAGE)
            >
                {text!(framework.services_more)}
            </button>
        </Show>
    }
    .into_any()
}

#[component]
fn Service(service: EditionService) -> impl IntoView {
    let lang = danish();
    let EditionService {
        name,
        organisation,
        sector,
        path,
        description,
        eligibility,
        access,
        addresses,
        contacts,
        ..
    } = service;
    let lines = |lines: Vec<String>| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let has_contacts = !contacts.is_empty();
    let has_addresses = !addresses.is_empty();
    view! {
        <li class="framework-service">
            <h4 class="h5" lang=lang><a href=path>{name}</a></h4>
            <p class="small-text">
                <span lang=lang>{organisation}</span> " · " <SectorSign sector=sector/>
                {access.map(|access| view! { " · " <AccessSign access=access/> })}
            </p>
            {description.map(|words| view! { <p lang=lang>{words}</p> })}
            {eligibility
                .map(|words| {
                    view! { <p><strong>{text!(framework.field_eligibility)} ": "</strong> <span lang=lang>{words}</span></p> }
                })}
            {has_addresses.then(|| view! { <ul class="unstyled-list" lang=lang>{lines(addresses)}</ul> })}
            {has_contacts
                .then(|| {
                    view! {
                        <p class="framework-label">{text!(framework.field_contacts)}</p>
                        <ul class="unstyled-list" lang=lang>{lines(contacts)}</ul>
                    }
                })}
        </li>
    }
}
