//! A contact found: who it is, where it belongs, and buttons to call and write.

use leptos::prelude::*;

use crate::directory::here::use_here;
use crate::directory::queries::contacts::FoundContact;
use crate::directory::queries::enums::ContactKind;
use crate::directory::service::contact_card::Reaches;
use crate::directory::service::hours::Hours;
use crate::editing::entry_links::EntryLinks;
use crate::language::danish;
use crate::{routes, text};

/// The contact's card.
#[component]
pub(crate) fn FoundContactCard(contact: FoundContact) -> impl IntoView {
    let lang = danish();
    let slug = use_here().slug_untracked();
    let kind = contact.kind;
    let edit = routes::edit_contact(&slug, contact.id.inner());
    let name = contact.name.clone();
    let described: Vec<String> = [contact.title, contact.department].into_iter().flatten().collect();
    let is_function = kind == ContactKind::Function;
    let services = contact.services.into_iter().map(|one| {
        view! { <li><a href=routes::service(&slug, &one.slug)>{one.name}</a></li> }
    });
    let services: Vec<_> = services.collect();
    let has_reach = !contact.phones.is_empty() || !contact.emails.is_empty();
    view! {
        <li class="hit">
            <article class="card collapsed-height">
                <div class="card-content">
                    <h3 class="card-heading h4">{contact.name.clone()}</h3>
                    {(!described.is_empty()).then(|| view! { <p lang=lang>{described.join(" · ")}</p> })}
                    <p>
                        {is_function.then(|| view! { {text!(contact.function)} " · " })}
                        <a href=routes::organisation(&slug, &contact.organisation.slug) lang=lang>
                            {contact.organisation.name}
                        </a>
                    </p>
                    {(!contact.schedules.is_empty()).then(|| view! { <Hours schedules=contact.schedules/> })}
                    <Reaches phones=contact.phones emails=contact.emails name=contact.name/>
                    {(!has_reach).then(|| view! { <p class="small-text">{text!(contact.reach_unknown)}</p> })}
                    {(!services.is_empty())
                        .then(|| {
                            view! {
                                <p class="tags-intro">{text!(contact.contact_for)}</p>
                                <ul class="nobullet-list" lang=lang>{services}</ul>
                            }
                        })}
                    <EntryLinks id=contact.id edit=edit name=name/>
                </div>
            </article>
        </li>
    }
}
