//! An edition held against today: what has changed, what is new, what is gone.

use leptos::prelude::*;

use super::file_changes::kind_name;
use super::queries::editions::{EditionDifference, comparison};
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::editing::differences::Differences;
use crate::language::{Text, danish};
use crate::not_found_page::NothingThere;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;
use crate::{routes, text};

/// How many entries of a group are shown at a time.
const PAGE: usize = 50;

/// The page.
#[component]
pub(super) fn Comparison(number: i32) -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let found = remote(api, move || {
        let slug = here.slug();
        let key = format!("{slug} {number}");
        (key, async move { Ok(api.send(comparison(slug, number)).await?.municipality) })
    });
    view! {
        <PageHeading title=text!(exchange.comparison, number = number)/>
        <p><a href=move || routes::editions(&here.slug())>{text!(exchange.all_editions)}</a></p>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(found) => {
                    view! { <Groups differences=found.catalogue_comparison.clone()/> }.into_any()
                }
            },
        )}
    }
}

#[component]
fn Groups(differences: Vec<EditionDifference>) -> impl IntoView {
    if differences.is_empty() {
        return view! {
            <EmptyNotice heading=text!(exchange.no_difference)>
                <p>{text!(exchange.no_difference_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let (there, gone): (Vec<_>, Vec<_>) = differences.into_iter().partition(|one| one.is_there);
    let (changed, new): (Vec<_>, Vec<_>) = there.into_iter().partition(|one| one.was_there);
    let count = |list: &[EditionDifference]| list.len();
    let (changes, news, losses) = (count(&changed), count(&new), count(&gone));
    view! {
        <Group id="changed" heading=text!(exchange.group_changed, count = changes) list=changed/>
        <Group id="new" heading=text!(exchange.group_new, count = news) list=new/>
        <Group id="gone" heading=text!(exchange.group_gone, count = losses) list=gone/>
    }
    .into_any()
}

#[component]
fn Group(id: &'static str, heading: Text, list: Vec<EditionDifference>) -> impl IntoView {
    if list.is_empty() {
        return ().into_any();
    }
    let all = list.len();
    let list = StoredValue::new(list);
    let shown = RwSignal::new(PAGE);
    view! {
        <section aria-labelledby=id>
            <h2 class="h3" id=id>{heading}</h2>
            <ul class="nobullet-list changes no-max-width">
                <For
                    each=move || 0..shown.get().min(all)
                    key=|at| *at
                    children=move |at| {
                        list.with_value(|list| list.get(at).cloned()).map(|one| view! { <One one=one/> })
                    }
                />
            </ul>
            <Show when=move || shown.get() < all>
                <button
                    type="button"
                    class="button button-secondary button-more"
                    on:click=move |_| shown.update(|shown| *shown += PAGE)
                >
                    {text!(exchange.more_differences)}
                </button>
            </Show>
        </section>
    }
    .into_any()
}

#[component]
fn One(one: EditionDifference) -> impl IntoView {
    let lang = danish();
    view! {
        <li class="change">
            <h3 class="h4" lang=lang>{one.name}</h3>
            <p class="small-text">{kind_name(one.kind)}</p>
            <Differences kind=one.kind fields=one.fields/>
        </li>
    }
}
