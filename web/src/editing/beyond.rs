//! What else can be done with an entry than writing in its form, in plain words: below the form, apart from it.

use leptos::prelude::*;

use super::queries::entry::Entry;
use super::queries::history::EntryKind;
use super::service_form_page::COPY;
use crate::directory::here::use_here;
use crate::language::Text;
use crate::ui::icon::{Icon, icon};
use crate::{routes, text};

/// The ways on, for who may change entries.
#[component]
pub(super) fn Beyond(kind: EntryKind, entry: Entry) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let id = entry.id.inner();
    let copy = |begin: String| (Icon::Plus, text!(editing.copy), begin);
    let ways: Vec<(Icon, Text, String)> = match kind {
        EntryKind::Organisation => vec![
            copy(format!("{}?{COPY}={}", routes::new_organisation(&slug), entry.slug)),
            (Icon::Building, text!(editing.merge), routes::merge_organisation(&slug, &entry.slug)),
            (
                Icon::Close,
                text!(editing.delete_organisation),
                routes::delete_organisation(&slug, &entry.slug),
            ),
        ],
        EntryKind::Contact => vec![
            copy(format!("{}?{COPY}={id}", routes::new_contact(&slug))),
            (Icon::Person, text!(editing.merge), routes::merge_contact(&slug, id)),
            (Icon::Close, text!(editing.delete_contact), routes::delete_contact(&slug, id)),
        ],
        EntryKind::Service if entry.form["status"] != "CLOSED" => vec![
            copy(routes::new_service(&slug, &format!("?{COPY}={}", entry.slug))),
            (Icon::Close, text!(editing.close_service), routes::close_service(&slug, &entry.slug)),
        ],
        _ => Vec::new(),
    };
    let history = (Icon::Clock, text!(editing.history), routes::history_of(&slug, id));
    let links = ways.into_iter().chain([history]).map(|(sign, words, href)| {
        view! { <a class="function-link" href=href>{icon(sign)} <span>{words}</span></a> }
    });
    view! {
        <section class="form-section beyond" aria-labelledby="beyond">
            <h2 id="beyond" class="h4">{text!(editing.beyond)}</h2>
            <p class="function-links">{links.collect_view()}</p>
        </section>
    }
}
