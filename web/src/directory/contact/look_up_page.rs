//! `/<m>/kontakter`: who to call. The list follows what is typed; what is typed is in the address.

use cynic::Operation;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::found_contact::FoundContactCard;
use crate::api::{Failure, Remote, remote, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::directory::queries::contacts::{
    ContactConnection, Contacts, ContactsVariables, FoundContact, page,
};
use crate::directory::search::Search;
use crate::directory::search::address::names;
use crate::editing::entry_links::NewEntry;
use crate::language::text_by;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::live_region::LiveRegion;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::search_field::SearchField;
use crate::ui::shown::shown;
use crate::{routes, text};

/// How many contacts a page has.
const PAGE: i32 = 20;

/// Asks for the first page of all contacts.
pub(crate) fn first_contacts(slug: &str) -> Operation<Contacts, ContactsVariables> {
    contacts_after(slug.to_owned(), String::new(), None)
}

fn contacts_after(
    slug: String,
    text: String,
    after: Option<String>,
) -> Operation<Contacts, ContactsVariables> {
    let search = (!text.is_empty()).then_some(text);
    page(ContactsVariables { slug, search, first: PAGE, after })
}

/// The page.
#[component]
pub(crate) fn LookUpPage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let query = use_query_map();
    let navigate = use_navigate();
    let asked =
        Memo::new(move |_| query.with(|query| query.get(names::TEXT).unwrap_or_default().trim().to_owned()));
    let ask = Callback::new(move |text: String| {
        let address =
            format!("{}{}", routes::contacts(&here.slug_untracked()), Search::of_text(&text).query(1));
        navigate(&address, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    let found: Remote<Option<(String, ContactConnection)>> = remote(api, move || {
        let (slug, text) = (here.slug(), asked.get());
        let question = contacts_after(slug.clone(), text.clone(), None);
        let key = format!("{slug} {text}");
        (key, async move { Ok(api.ask(question).await?.municipality.map(|found| (text, found.contacts))) })
    });
    let announcement = text_by(move |locale| {
        let total = found.known().and_then(|found| Some(found.as_ref().as_ref()?.1.total_count));
        total.map(|total| counted!(locale, total, contact.one, contact.many)).unwrap_or_default()
    });
    view! {
        <PageHeading title=text!(contact.title)/>
        <NewEntry label=text!(editing.new_contact) href=routes::new_contact(&here.slug_untracked())/>
        <SearchField id="contact-search" label=text!(contact.label) asked=asked.into() ask=ask/>
        <LiveRegion text=announcement/>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            |answer| match answer.as_ref() {
                Some((text, connection)) => {
                    view! { <Found text=text.clone() connection=connection.clone()/> }.into_any()
                }
                None => ().into_any(),
            },
        )}
    }
}

/// What was found, and more of it.
#[component]
fn Found(text: String, connection: ContactConnection) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let total = connection.total_count;
    if connection.nodes.is_empty() {
        let href = routes::services(&slug, &Search::of_text(&text).query(1));
        return view! {
            <EmptyNotice heading=text!(contact.none)>
                <p>{text!(contact.none_do)}</p>
                <p><a href=href>{text!(contact.search_services)}</a></p>
            </EmptyNotice>
        }
        .into_any();
    }
    let contacts = RwSignal::new(connection.nodes);
    let next = RwSignal::new(connection.page_info.next());
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let question = contacts_after(slug.clone(), text.clone(), next.get_untracked());
        leptos::task::spawn_local(async move {
            match api.ask(question).await {
                Ok(Contacts { municipality: Some(more) }) => {
                    let _ = contacts.try_update(|contacts| contacts.extend(more.contacts.nodes));
                    let page = more.contacts.page_info;
                    let _ = next.try_set(page.next());
                }
                Ok(_) => {}
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let words = text_by(move |locale| counted!(locale, total, contact.one, contact.many));
    let button = text!(list.more, shown = contacts.with(Vec::len), total = total);
    view! {
        <h2 class="h4 list-summary" id="results">{words}</h2>
        <ul class="hits no-max-width" aria-labelledby="results">
            <For
                each=move || contacts.get()
                key=|contact: &FoundContact| contact.id.inner().to_owned()
                children=|contact| view! { <FoundContactCard contact=contact/> }
            />
        </ul>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=move || next.get().is_some()>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {button}
            </button>
        </Show>
    }
    .into_any()
}
