//! `/<m>/kontakter/<id>/ret` and `/<m>/kontakter/ny`: one contact's form. `?kopi=<id>` begins a new one with what another
//! holds.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::fields::Source;
use super::form_page::{EntryForm, FormPage, Found};
use super::queries::entry;
use super::queries::history::EntryKind;
use super::saving::contact_address;
use super::service_form_page::COPY;
use super::specs::contact::CONTACT;
use crate::api::Api;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The page of an existing contact.
#[component]
pub(crate) fn ContactFormPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    changing(Box::new(move || view! { <EntryForm page=page(Some(id.get()), false)/> }.into_any()))
}

/// The page of a new one.
#[component]
pub(crate) fn NewContactPage() -> impl IntoView {
    let query = use_query_map();
    let copied = Memo::new(move |_| query.with(|query| query.get(COPY)));
    changing(Box::new(move || view! { <EntryForm page=page(copied.get(), true)/> }.into_any()))
}

fn page(id: Option<String>, is_new: bool) -> FormPage {
    let fetch = Callback::new(move |(api, _): (Api, String)| -> Found {
        let id = id.clone();
        Box::pin(async move {
            match id {
                Some(id) => Ok(api.send(entry::by_id(cynic::Id::new(id))).await?.entry()),
                None => Ok(None),
            }
        })
    });
    FormPage {
        kind: EntryKind::Contact,
        sections: CONTACT,
        sources: &[Source::Organisations],
        fetch,
        is_new,
        heading_of_new: text!(editing.new_contact),
        address: |slug, entry| contact_address(slug, &entry.name),
        above: (text!(shell.contacts), routes::contacts),
    }
}
