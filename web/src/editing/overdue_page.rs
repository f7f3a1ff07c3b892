//! `/<m>/tjek`: the services that are due to be checked, the longest due first. One press tells that one is still right.

use leptos::prelude::*;

use super::confirm::Confirm;
use super::queries::upkeep::{OverdueService, page};
use crate::api::{Failure, remote, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::language::{Text, danish, td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn OverduePage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let found = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), async move { Ok(api.send(page(slug, None)).await?.municipality) })
    });
    view! {
        <PageHeading title=text!(editing.overdue)/>
        <p class="font-lead">{text!(editing.overdue_lead)}</p>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(found) => {
                    let next = found.overdue.page_info.clone().next();
                    view! { <Due due=found.overdue.nodes.clone() next=next/> }.into_any()
                }
            },
        )}
    }
}

#[component]
fn Due(due: Vec<OverdueService>, next: Option<String>) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    if due.is_empty() {
        return view! {
            <EmptyNotice heading=text!(editing.overdue_empty)>
                <p>{text!(editing.overdue_empty_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let due = RwSignal::new(due);
    let next = RwSignal::new(next);
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let asked = page(slug.clone(), next.get_untracked());
        leptos::task::spawn_local(async move {
            match api.send(asked).await.map(|answer| answer.municipality) {
                Ok(Some(found)) => {
                    let _ = due.try_update(|due| due.extend(found.overdue.nodes));
                    let page = found.overdue.page_info;
                    let _ = next.try_set(page.next());
                }
                Ok(None) => {}
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let count = Memo::new(move |_| due.with(Vec::len));
    let words =
        text_by(move |locale| counted!(locale, count.get(), editing.overdue_one, editing.overdue_many));
    view! {
        <h2 class="h4" id="due">{words}</h2>
        <ul class="nobullet-list changes no-max-width" aria-labelledby="due">
            <For
                each=move || due.get()
                key=|one: &OverdueService| one.service.id.inner().to_owned()
                children=|one| view! { <One one=one/> }
            />
        </ul>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=move || next.get().is_some()>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {text!(editing.more_overdue)}
            </button>
        </Show>
    }
    .into_any()
}

/// One service, since when, whose duty, and the one press.
#[component]
fn One(one: OverdueService) -> impl IntoView {
    let lang = danish();
    let slug = use_here().slug_untracked();
    let due_on = one.due_on;
    let due: Text = text_by(move |locale| td_string!(locale, editing.due_on, date = day(locale, due_on)));
    let checked = one.service.assured_date;
    let checked: Text = text_by(move |locale| match checked {
        Some(date) => td_string!(locale, editing.last_checked, date = day(locale, date)),
        None => td_string!(locale, service.never_checked).to_owned(),
    });
    let owner: Text = match one.owner {
        Some(owner) => text!(editing.owner_is, name = owner.name.clone()),
        None => text!(editing.owner_none),
    };
    let name = one.service.name.clone();
    view! {
        <li class="change">
            <article>
                <h3 class="h4"><a href=routes::service(&slug, &one.service.slug) lang=lang>{name.clone()}</a></h3>
                <p>{due} " · " {checked} " · " {owner}</p>
                <p class="form-actions">
                    <Confirm id=one.service.id revision=one.service.revision name=name/>
                    <a class="button button-secondary" href=routes::edit_service(&slug, &one.service.slug)>
                        {text!(editing.edit)}
                    </a>
                </p>
            </article>
        </li>
    }
}
