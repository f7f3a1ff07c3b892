//! `/<m>/organisationer/<slug>/slet` and `/<m>/kontakter/<id>/slet`: an entry is taken out. It is said what goes with it,
//! or what stands in the way; and it can be taken back at once.

use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::merge_page::{address, steps, wrong};
use super::note_field::{NoteField, written};
use super::queries::around::{Hanging, around};
use super::queries::entry::{Entry, by_key};
use super::queries::history::EntryKind;
use super::queries::removal::{EntryDeleteInput, contact_delete, organisation_delete};
use super::restoring::DeletedNotice;
use crate::api::{Api, Failure, Remote, UserError, remote, use_api};
use crate::directory::here::use_here;
use crate::format::words::and_list;
use crate::language::{Locale, Text, td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};
use crate::ui::breadcrumb::Breadcrumb;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown_as_page};
use crate::{routes, text};

/// The page of an organisation or a contact.
#[component]
pub(crate) fn DeletePage(kind: EntryKind) -> impl IntoView {
    let params = use_params_map();
    let name = if kind == EntryKind::Contact { "id" } else { "slug" };
    let key = Memo::new(move |_| params.with(|params| params.get(name).unwrap_or_default()));
    changing(Box::new(move || view! { <Delete kind=kind key=key.get()/> }.into_any()))
}

#[component]
fn Delete(kind: EntryKind, key: String) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let found: Remote<Option<(Entry, Hanging)>> = remote(api, move || {
        let (slug, key) = (slug.clone(), key.clone());
        (key.clone(), async move {
            let Some(entry) = by_key(api, kind, slug, key).await? else { return Ok(None) };
            let hanging = api.send(around(entry.id.clone())).await?.names();
            Ok(Some((entry, hanging)))
        })
    });
    shown_as_page(found, move |answer| match answer.as_ref() {
        None => view! { <NothingThere/> }.into_any(),
        Some((entry, hanging)) => {
            view! { <Deleting kind=kind entry=entry.clone() hanging=hanging.clone()/> }.into_any()
        }
    })
}

#[component]
fn Deleting(kind: EntryKind, entry: Entry, hanging: Hanging) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let steps = steps(kind, &slug, &entry);
    let back = address(kind, &slug, &entry);
    let name = entry.name.clone();
    let is_deleted = RwSignal::new(false);
    let is_in_use = kind == EntryKind::Organisation && !hanging.is_nothing();
    let sentences = sentences(kind, &hanging);
    let merge = match kind {
        EntryKind::Contact => routes::merge_contact(&slug, entry.id.inner()),
        _ => routes::merge_organisation(&slug, &entry.slug),
    };
    let navigate = StoredValue::new_local(use_navigate());
    let undone = Callback::new({
        let back = back.clone();
        move |()| {
            let _ = navigate.try_with_value(|navigate| navigate(&back, Default::default()));
        }
    });
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=text!(editing.delete_title, name = name.clone())/>
        {changing(Box::new(move || {
            if is_deleted.get() {
                let (id, name) = (entry.id.clone(), entry.name.clone());
                return view! { <DeletedNotice id=id name=name undone=undone/> }.into_any();
            }
            let listed = sentences.iter().map(|words| view! { <li>{*words}</li> }).collect_view();
            let merge = merge.clone();
            if is_in_use {
                return view! {
                    <p class="font-lead">{text!(editing.delete_in_use)}</p>
                    <ul>{listed}</ul>
                    <p><a class="button button-primary" href=merge>{text!(editing.merge)}</a></p>
                }
                    .into_any();
            }
            view! {
                <h2 class="h3">{text!(editing.what_happens)}</h2>
                <ul>
                    {listed}
                    <li>{text!(editing.delete_gone)}</li>
                    <li>{text!(editing.delete_undo)}</li>
                </ul>
                <p>{text!(editing.delete_or)} " " <a href=merge>{text!(editing.merge)}</a></p>
                <Sure kind=kind entry=entry.clone() back=back.clone() is_deleted=is_deleted/>
            }
                .into_any()
        }))}
    }
}

#[component]
fn Sure(kind: EntryKind, entry: Entry, back: String, is_deleted: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let note = RwSignal::new(String::new());
    let attempt = Attempt::new(wrong);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let input = EntryDeleteInput { id: entry.id.clone(), revision: entry.revision, note: written(note) };
        attempt.run(async move { Ok(((), delete(api, kind, input).await?)) }, move |()| {
            let _ = is_deleted.try_set(true);
        });
    };
    view! {
        <form class="editor" novalidate on:submit=submit>
            <NoteField note=note/>
            <AttemptErrors attempt=attempt fields=&[]/>
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(editing.delete)/>
                <a class="button button-secondary" href=back>{text!(editing.cancel)}</a>
            </p>
        </form>
    }
}

/// What hangs on it, a sentence each.
fn sentences(kind: EntryKind, hanging: &Hanging) -> Vec<Text> {
    let listed = |names: &[String], words: fn(Locale, String) -> String| -> Option<Text> {
        let names = names.to_vec();
        (!names.is_empty()).then(|| text_by(move |locale| words(locale, and_list(locale, &names))))
    };
    let services = if kind == EntryKind::Contact {
        listed(&hanging.services, |locale, names| {
            td_string!(locale, editing.delete_from_services, names = names)
        })
    } else {
        listed(&hanging.services, |locale, names| td_string!(locale, editing.has_services, names = names))
    };
    let contacts =
        listed(&hanging.contacts, |locale, names| td_string!(locale, editing.has_contacts, names = names));
    let units = listed(&hanging.units, |locale, names| td_string!(locale, editing.has_units, names = names));
    [services, contacts, units].into_iter().flatten().collect()
}

async fn delete(api: Api, kind: EntryKind, input: EntryDeleteInput) -> Result<Vec<UserError>, Failure> {
    Ok(match kind {
        EntryKind::Contact => api.send(contact_delete::ask(input)).await?.contact_delete.user_errors,
        _ => api.send(organisation_delete::ask(input)).await?.organisation_delete.user_errors,
    })
}
