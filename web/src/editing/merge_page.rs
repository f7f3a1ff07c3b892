//! `/<m>/organisationer/<slug>/saml` and `/<m>/kontakter/<id>/saml`: two entries become one. The other is looked up, both
//! are shown beside each other, and it is said what moves where before anything does.

use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::chooser::Chooser;
use super::fields::Source;
use super::note_field::{NoteField, written};
use super::queries::around::{Hanging, around};
use super::queries::choices::{Choices, load};
use super::queries::entry::{Entry, by_id, by_key};
use super::queries::found::Found;
use super::queries::history::EntryKind;
use super::queries::removal::{EntryMergeInput, contact_merge, organisation_merge};
use super::saving::contact_address;
use super::side_by_side::SideBySide;
use crate::api::{Api, Failure, Remote, UserError, UserErrorCode, remote, use_api};
use crate::directory::here::use_here;
use crate::format::words::and_list;
use crate::language::{Locale, Text, td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown, shown_as_page};
use crate::{routes, text};

/// The page of an organisation or a contact.
#[component]
pub(crate) fn MergePage(kind: EntryKind) -> impl IntoView {
    let params = use_params_map();
    let name = if kind == EntryKind::Contact { "id" } else { "slug" };
    let key = Memo::new(move |_| params.with(|params| params.get(name).unwrap_or_default()));
    changing(Box::new(move || view! { <Merge kind=kind key=key.get()/> }.into_any()))
}

/// Where an entry is seen.
pub(super) fn address(kind: EntryKind, slug: &str, entry: &Entry) -> String {
    match kind {
        EntryKind::Contact => contact_address(slug, &entry.name),
        EntryKind::Service => routes::service(slug, &entry.slug),
        _ => routes::organisation(slug, &entry.slug),
    }
}

/// The list above, and the entry itself.
pub(super) fn steps(kind: EntryKind, slug: &str, entry: &Entry) -> Vec<Step> {
    let above = match kind {
        EntryKind::Contact => Step::to(text!(shell.contacts), routes::contacts(slug)),
        EntryKind::Service => Step::to(text!(shell.services), routes::services(slug, "")),
        _ => Step::to(text!(shell.organisations), routes::organisations(slug)),
    };
    vec![above, Step::named(entry.name.clone(), address(kind, slug, entry))]
}

#[component]
fn Merge(kind: EntryKind, key: String) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let found: Remote<Option<Entry>> = remote(api, move || {
        let (slug, key) = (slug.clone(), key.clone());
        (key.clone(), by_key(api, kind, slug, key))
    });
    shown_as_page(found, move |answer| match answer.as_ref() {
        None => view! { <NothingThere/> }.into_any(),
        Some(entry) => view! { <Choosing kind=kind entry=entry.clone()/> }.into_any(),
    })
}

#[component]
fn Choosing(kind: EntryKind, entry: Entry) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let chosen = RwSignal::new(None::<Found>);
    let steps = steps(kind, &slug, &entry);
    let label = match kind {
        EntryKind::Contact => text!(editing.merge_which_contact),
        _ => text!(editing.merge_which_organisation),
    };
    let name = entry.name.clone();
    let except = entry.id.clone();
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=text!(editing.merge_title, name = name.clone())/>
        <p class="font-lead">{text!(editing.merge_lead)}</p>
        <Chooser kind=kind except=except label=label chosen=chosen/>
        {changing(Box::new(move || match chosen.get() {
            None => ().into_any(),
            Some(other) => view! { <Fetched kind=kind entry=entry.clone() other=other.id/> }.into_any(),
        }))}
    }
}

/// What one must see of both before they are merged.
type Both = (Entry, Hanging, Hanging, Choices);

#[component]
fn Fetched(kind: EntryKind, entry: Entry, other: cynic::Id) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let id = entry.id.clone();
    let both: Remote<Option<Both>> = remote(api, move || {
        let (id, other, slug) = (id.clone(), other.clone(), slug.clone());
        (other.inner().to_owned(), async move {
            let Some(entry) = api.send(by_id(other.clone())).await?.entry() else { return Ok(None) };
            let (mine, theirs) =
                (api.send(around(id)).await?.names(), api.send(around(other)).await?.names());
            Ok(Some((entry, mine, theirs, load(api, slug, &[Source::Organisations]).await?)))
        })
    });
    shown(
        both,
        || view! { <LoadingCards/> }.into_any(),
        move |answer| match answer.as_ref() {
            None => view! { <p>{text!(editing.wrong_not_found)}</p> }.into_any(),
            Some(both) => view! { <Together kind=kind here=entry.clone() both=both.clone()/> }.into_any(),
        },
    )
}

#[component]
fn Together(kind: EntryKind, here: Entry, both: Both) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let (other, of_here, of_other, choices) = both;
    let keeps_here = RwSignal::new(true);
    let note = RwSignal::new(String::new());
    let attempt = Attempt::new(wrong);
    let navigate = StoredValue::new_local(use_navigate());
    let pair = StoredValue::new((here.clone(), other.clone()));
    let sides = StoredValue::new((of_here, of_other));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (here, other) = pair.get_value();
        let (stays, goes) = if keeps_here.get_untracked() { (here, other) } else { (other, here) };
        let place = address(kind, &slug, &stays);
        let input = EntryMergeInput {
            id: goes.id,
            into_id: stays.id,
            revision: goes.revision,
            into_revision: stays.revision,
            note: written(note),
        };
        attempt.run(async move { Ok(((), merge(api, kind, input).await?)) }, move |()| {
            let _ = navigate.try_with_value(|navigate| navigate(&place, Default::default()));
        });
    };
    let stay = move |id: &'static str, is_here: bool, name: String| {
        view! {
            <div class="form-group-radio">
                <input
                    class="form-radio"
                    type="radio"
                    name="stays"
                    id=id
                    prop:checked=move || keeps_here.get() == is_here
                    on:change=move |_| keeps_here.set(is_here)
                />
                <label class="form-label" for=id>{name}</label>
            </div>
        }
    };
    let consequences = move || {
        let (here, other) = pair.get_value();
        let (of_here, of_other) = sides.get_value();
        let (stays, goes, moves) = if keeps_here.get() {
            (here.name, other.name, of_other)
        } else {
            (other.name, here.name, of_here)
        };
        consequences(kind, stays, goes, moves)
    };
    view! {
        <h2 class="h3">{text!(editing.merge_both)}</h2>
        <SideBySide kind=kind one=here.clone() other=other.clone() choices=choices/>
        <form class="editor" novalidate on:submit=submit>
            <div class="form-group">
                <fieldset>
                    <legend class="form-label">{text!(editing.merge_stays)}</legend>
                    {stay("stays-here", true, here.name)}
                    {stay("stays-other", false, other.name)}
                </fieldset>
            </div>
            <h2 class="h3">{text!(editing.what_happens)}</h2>
            <ul aria-live="polite">{consequences}</ul>
            <NoteField note=note/>
            <AttemptErrors attempt=attempt fields=&[]/>
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(editing.merge_do)/>
            </p>
        </form>
    }
}

/// What moves where, a sentence each.
fn consequences(kind: EntryKind, stays: String, goes: String, moves: Hanging) -> AnyView {
    let listed = |names: Vec<String>, words: fn(Locale, String) -> String| -> Option<Text> {
        (!names.is_empty()).then(|| text_by(move |locale| words(locale, and_list(locale, &names))))
    };
    let (to, gone) = (stays.clone(), goes.clone());
    let reach = if kind == EntryKind::Contact {
        text!(editing.merge_reach_contact, name = to.clone())
    } else {
        text!(editing.merge_reach_organisation, name = to.clone(), other = gone.clone())
    };
    let sentences = [
        listed(moves.services, |locale, names| td_string!(locale, editing.merge_services, names = names)),
        listed(moves.contacts, |locale, names| td_string!(locale, editing.merge_contacts, names = names)),
        listed(moves.units, |locale, names| td_string!(locale, editing.merge_units, names = names)),
        Some(reach),
        (kind == EntryKind::Contact).then(|| text!(editing.merge_visibility)),
        Some(text!(editing.merge_gone, name = goes.clone())),
        Some(text!(editing.merge_undo)),
    ];
    sentences.into_iter().flatten().map(|words| view! { <li>{words}</li> }).collect_view().into_any()
}

async fn merge(api: Api, kind: EntryKind, input: EntryMergeInput) -> Result<Vec<UserError>, Failure> {
    Ok(match kind {
        EntryKind::Contact => api.send(contact_merge::ask(input)).await?.contact_merge.user_errors,
        _ => api.send(organisation_merge::ask(input)).await?.organisation_merge.user_errors,
    })
}

/// What stands in the way, in words.
pub(super) fn wrong(locale: Locale, _field: &str, code: UserErrorCode) -> Option<&'static str> {
    match code {
        UserErrorCode::Stale => Some(td_string!(locale, editing.changed_meanwhile)),
        UserErrorCode::Invalid => Some(td_string!(locale, editing.merge_other_way)),
        UserErrorCode::InUse => Some(td_string!(locale, editing.delete_in_use)),
        _ => None,
    }
}
