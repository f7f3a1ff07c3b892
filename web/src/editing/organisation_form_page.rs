//! `/<m>/organisationer/<slug>/ret` and `/<m>/organisationer/ny`: one organisation's form.
//! `?kopi=<slug>` begins a new one with what another holds.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::fields::Source;
use super::form_page::{EntryForm, FormPage, Found};
use super::queries::entry;
use super::queries::history::EntryKind;
use super::service_form_page::COPY;
use super::specs::organisation::ORGANISATION;
use crate::api::Api;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The page of an existing organisation.
#[component]
pub(crate) fn OrganisationFormPage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    changing(Box::new(move || view! { <EntryForm page=page(Some(slug.get()), false)/> }.into_any()))
}

/// The page of a new one.
#[component]
pub(crate) fn NewOrganisationPage() -> impl IntoView {
    let query = use_query_map();
    let copied = Memo::new(move |_| query.with(|query| query.get(COPY)));
    changing(Box::new(move || view! { <EntryForm page=page(copied.get(), true)/> }.into_any()))
}

fn page(slug: Option<String>, is_new: bool) -> FormPage {
    let fetch = Callback::new(move |(api, municipality): (Api, String)| -> Found {
        let slug = slug.clone();
        Box::pin(async move {
            match slug {
                Some(slug) => Ok(api.send(entry::organisation(municipality, slug)).await?.entry()),
                None => Ok(None),
            }
        })
    });
    FormPage {
        kind: EntryKind::Organisation,
        sections: ORGANISATION,
        sources: &[Source::Organisations],
        fetch,
        is_new,
        heading_of_new: text!(editing.new_organisation),
        address: |slug, entry| routes::organisation(slug, &entry.slug),
        above: (text!(shell.organisations), routes::organisations),
    }
}
