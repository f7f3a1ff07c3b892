//! `/<m>/tilbud/<slug>/ret` and `/<m>/tilbud/nyt`: one service's form. `?kopi=<slug>` begins a new one with what
//! another holds.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::fields::Source;
use super::form_page::{EntryForm, FormPage, Found};
use super::queries::entry;
use super::queries::history::EntryKind;
use super::specs::service::SERVICE;
use crate::api::Api;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The value of the address that names what is copied.
pub(crate) const COPY: &str = "kopi";

/// The page of an existing service.
#[component]
pub(crate) fn ServiceFormPage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    changing(Box::new(move || view! { <EntryForm page=page(Some(slug.get()), false)/> }.into_any()))
}

/// The page of a new one.
#[component]
pub(crate) fn NewServicePage() -> impl IntoView {
    let query = use_query_map();
    let copied = Memo::new(move |_| query.with(|query| query.get(COPY)));
    changing(Box::new(move || view! { <EntryForm page=page(copied.get(), true)/> }.into_any()))
}

fn page(slug: Option<String>, is_new: bool) -> FormPage {
    let fetch = Callback::new(move |(api, municipality): (Api, String)| -> Found {
        let slug = slug.clone();
        Box::pin(async move {
            match slug {
                Some(slug) => Ok(api.send(entry::service(municipality, slug)).await?.entry()),
                None => Ok(None),
            }
        })
    });
    FormPage {
        kind: EntryKind::Service,
        sections: SERVICE,
        sources: &[
            Source::Organisations,
            Source::Contacts,
            Source::Services,
            Source::Themes,
            Source::TargetGroups,
            Source::People,
        ],
        fetch,
        is_new,
        heading_of_new: text!(editing.new_service),
        address: |slug, entry| routes::service(slug, &entry.slug),
        above: (text!(shell.services), |slug| routes::services(slug, "")),
    }
}
