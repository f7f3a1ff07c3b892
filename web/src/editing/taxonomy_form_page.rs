//! `/<m>/temaer/<id>/ret`, `/<m>/temaer/nyt` and the like: the form of a theme, a target group, or words of the
//! municipality's own.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::fields::Section;
use super::form_page::{EntryForm, FormPage, Found};
use super::queries::entry;
use super::queries::history::EntryKind;
use super::specs;
use crate::api::Api;
use crate::language::Text;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The page of an existing entry.
#[component]
pub(crate) fn TaxonomyFormPage(kind: EntryKind) -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    changing(Box::new(move || view! { <EntryForm page=page(kind, Some(id.get()))/> }.into_any()))
}

/// The page of a new one.
#[component]
pub(crate) fn NewTaxonomyPage(kind: EntryKind) -> impl IntoView {
    view! { <EntryForm page=page(kind, None)/> }
}

fn page(kind: EntryKind, id: Option<String>) -> FormPage {
    let is_new = id.is_none();
    let fetch = Callback::new(move |(api, _): (Api, String)| -> Found {
        let id = id.clone();
        Box::pin(async move {
            match id {
                Some(id) => Ok(api.send(entry::by_id(cynic::Id::new(id))).await?.entry()),
                None => Ok(None),
            }
        })
    });
    let sections: &'static [Section] = specs::of_kind(kind);
    let (heading_of_new, list, address): (Text, Text, fn(&str) -> String) = match kind {
        EntryKind::Theme => (text!(editing.new_theme), text!(editing.themes), routes::themes),
        EntryKind::TargetGroup => {
            (text!(editing.new_target_group), text!(editing.target_groups), routes::target_groups)
        }
        _ => (text!(editing.new_concept), text!(editing.thesaurus), routes::thesaurus),
    };
    FormPage {
        kind,
        sections,
        sources: &[],
        fetch,
        is_new,
        heading_of_new,
        address: match kind {
            EntryKind::Theme => |slug, _| routes::themes(slug),
            EntryKind::TargetGroup => |slug, _| routes::target_groups(slug),
            _ => |slug, _| routes::thesaurus(slug),
        },
        above: (list, address),
    }
}
