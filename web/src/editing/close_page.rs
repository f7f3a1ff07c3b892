//! `/<m>/tilbud/<slug>/luk`: a service is closed for good, and another may take its place.

use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::chooser::Chooser;
use super::merge_page::{address, steps, wrong};
use super::note_field::{NoteField, written};
use super::queries::entry::{Entry, by_key};
use super::queries::found::Found;
use super::queries::history::EntryKind;
use super::queries::removal::{ServiceCloseInput, service_close};
use crate::api::{Remote, remote, use_api};
use crate::clock;
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::language::{td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};
use crate::ui::breadcrumb::Breadcrumb;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown_as_page};

/// The page.
#[component]
pub(crate) fn ClosePage() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    changing(Box::new(move || view! { <Close service=slug.get()/> }.into_any()))
}

#[component]
fn Close(service: String) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let found: Remote<Option<Entry>> = remote(api, move || {
        let (slug, service) = (slug.clone(), service.clone());
        (service.clone(), by_key(api, EntryKind::Service, slug, service))
    });
    shown_as_page(found, |answer| match answer.as_ref() {
        None => view! { <NothingThere/> }.into_any(),
        Some(entry) if entry.form["status"] == "CLOSED" => {
            view! { <PageHeading title=text!(directory.service_closed)/> }.into_any()
        }
        Some(entry) => view! { <Closing entry=entry.clone()/> }.into_any(),
    })
}

#[component]
fn Closing(entry: Entry) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let successor = RwSignal::new(None::<Found>);
    let note = RwSignal::new(String::new());
    let attempt = Attempt::new(wrong);
    let navigate = StoredValue::new_local(use_navigate());
    let steps = steps(EntryKind::Service, &slug, &entry);
    let back = address(EntryKind::Service, &slug, &entry);
    let place = back.clone();
    let (id, revision, name) = (entry.id.clone(), entry.revision, entry.name.clone());
    let except = entry.id;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let input = ServiceCloseInput {
            id: id.clone(),
            revision,
            successor_id: successor.get_untracked().map(|one| one.id),
            note: written(note),
        };
        let place = place.clone();
        let work =
            async move { Ok(((), api.send(service_close::ask(input)).await?.service_close.user_errors)) };
        attempt.run(work, move |()| {
            let _ = navigate.try_with_value(|navigate| navigate(&place, Default::default()));
        });
    };
    let today = clock::today();
    let from = text_by(move |locale| td_string!(locale, editing.close_today, date = day(locale, today)));
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=text!(editing.close_title, name = name.clone())/>
        <p class="font-lead">{from}</p>
        <h2 class="h3">{text!(editing.what_happens)}</h2>
        <ul>
            <li>{text!(editing.close_leaves)}</li>
            <li>{text!(editing.close_page)}</li>
            <li>{text!(editing.close_undo)}</li>
        </ul>
        <h2 class="h3">{text!(editing.close_instead)}</h2>
        <p>{text!(editing.close_instead_do)}</p>
        <Chooser
            kind=EntryKind::Service
            except=except
            label=text!(editing.close_which)
            chosen=successor
        />
        <form class="editor" novalidate on:submit=submit>
            <NoteField note=note/>
            <AttemptErrors attempt=attempt fields=&[]/>
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(editing.close_service)/>
                <a class="button button-secondary" href=back>{text!(editing.cancel)}</a>
            </p>
        </form>
    }
}
