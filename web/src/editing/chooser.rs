//! Choosing another entry by looking it up: the other one of two, the one that comes instead.

use leptos::prelude::*;

use super::queries::found::{Found, find};
use super::queries::history::EntryKind;
use crate::api::{Remote, remote, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::language::{Text, danish, text_by};
use crate::text;
use crate::ui::attempt::focus_on;
use crate::ui::live_region::LiveRegion;
use crate::ui::search_field::SearchField;
use crate::ui::shown::{changing, shown};

/// The search field and what it finds, or what was chosen.
#[component]
pub(super) fn Chooser(
    kind: EntryKind,
    /// What can't be chosen: the entry itself.
    except: cynic::Id,
    label: Text,
    chosen: RwSignal<Option<Found>>,
) -> impl IntoView {
    let lang = danish();
    let asked = RwSignal::new(String::new());
    changing(Box::new(move || match chosen.get() {
        None => view! { <Search kind=kind except=except.clone() label=label asked=asked chosen=chosen/> }
            .into_any(),
        Some(one) => {
            let again = move |_| {
                chosen.set(None);
                request_animation_frame(|| focus_on("#choose-other"));
            };
            view! {
                <p class="chosen-entry">
                    <strong lang=lang>{one.name}</strong>
                    {(!one.beside.is_empty()).then(|| view! { <span lang=lang>" · " {one.beside}</span> })}
                    " "
                    <button type="button" class="function-link" id="choose-again" on:click=again>
                        {text!(editing.choose_again)}
                    </button>
                </p>
            }
            .into_any()
        }
    }))
}

#[component]
fn Search(
    kind: EntryKind,
    except: cynic::Id,
    label: Text,
    asked: RwSignal<String>,
    chosen: RwSignal<Option<Found>>,
) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let found: Remote<Option<Vec<Found>>> = remote(api, move || {
        let (slug, text, except) = (slug.clone(), asked.get(), except.clone());
        (text.clone(), async move {
            if text.is_empty() {
                return Ok(None);
            }
            let mut all = find(api, kind, slug, text).await?;
            all.retain(|one| one.id != except);
            Ok(Some(all))
        })
    });
    let count = move || Some(found.known()?.as_ref().as_ref()?.len());
    let announcement = text_by(move |locale| {
        let words = count().map(|count| counted!(locale, count, editing.found_one, editing.found_many));
        words.unwrap_or_default()
    });
    view! {
        <SearchField id="choose-other" label=label asked=asked.into() ask=Callback::new(move |text| asked.set(text))/>
        <LiveRegion text=announcement/>
        {shown(
            found,
            || ().into_any(),
            move |found| match found.as_ref() {
                None => ().into_any(),
                Some(found) if found.is_empty() => view! { <p>{text!(editing.found_none)}</p> }.into_any(),
                Some(found) => {
                    let found = found.clone().into_iter().map(|one| view! { <Hit one=one chosen=chosen/> });
                    view! { <ul class="nobullet-list changes">{found.collect_view()}</ul> }.into_any()
                }
            },
        )}
    }
}

#[component]
fn Hit(one: Found, chosen: RwSignal<Option<Found>>) -> impl IntoView {
    let lang = danish();
    let name = one.name.clone();
    let (shown_name, beside) = (one.name.clone(), one.beside.clone());
    let choose = move |_| {
        chosen.set(Some(one.clone()));
        request_animation_frame(|| focus_on("#choose-again"));
    };
    view! {
        <li class="change choosable">
            <span>
                <strong lang=lang>{shown_name}</strong>
                {(!beside.is_empty()).then(|| view! { <br/> <span class="small-text" lang=lang>{beside}</span> })}
            </span>
            <button type="button" class="button button-secondary" on:click=choose>
                {text!(editing.choose)} <span class="sr-only" lang=lang>" " {name}</span>
            </button>
        </li>
    }
}
