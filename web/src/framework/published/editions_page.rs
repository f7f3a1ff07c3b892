//! `/<m>/ramme/udgaver`: the editions there have been, and, for those who look after it, who has read the newest.

use leptos::prelude::*;

use super::queries::editions::{ListedEdition, all};
use super::receipts::Receipts;
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::identity::viewer::{Standing, use_viewer};
use crate::language::{td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown};
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn EditionsPage() -> impl IntoView {
    let (api, here, viewer) = (use_api(), use_here(), use_viewer());
    let is_signed_in = Memo::new(move |_| matches!(viewer.standing(), Standing::SignedIn(_)));
    let slug = here.slug_untracked();
    let found = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), async move { Ok(api.ask(all(slug)).await?.municipality) })
    });
    view! {
        <Breadcrumb steps=vec![
            Step::to(text!(shell.start), routes::start(&slug)),
            Step::to(text!(framework.title), routes::framework(&slug)),
        ]/>
        <PageHeading title=text!(framework.editions_title)/>
        <p class="font-lead">{text!(framework.editions_lead)}</p>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(found) => view! { <List editions=found.framework_editions.clone()/> }.into_any(),
            },
        )}
        {changing(Box::new(move || {
            if is_signed_in.get() { view! { <Receipts/> }.into_any() } else { ().into_any() }
        }))}
    }
}

#[component]
fn List(editions: Vec<ListedEdition>) -> impl IntoView {
    if editions.is_empty() {
        return view! {
            <EmptyNotice heading=text!(framework.editions_none)>
                <p>{text!(framework.editions_none_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let numbers: Vec<i32> = editions.iter().map(|edition| edition.number).collect();
    let items = editions.into_iter().map(|edition| {
        let before = numbers.iter().copied().filter(|number| *number < edition.number).max();
        view! { <One edition=edition before=before/> }
    });
    view! { <ul class="nobullet-list own-cards no-max-width">{items.collect_view()}</ul> }.into_any()
}

#[component]
fn One(edition: ListedEdition, before: Option<i32>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let viewer = use_viewer();
    let belongs = Memo::new(move |_| viewer.may().see_history);
    let ListedEdition { number, approved_on, due_on, is_overdue, is_newest, updated_by } = edition;
    let approved = text_by(move |locale| {
        let date = day(locale, approved_on);
        match &updated_by {
            Some(name) => td_string!(locale, framework.approved_by, date = date, name = name.clone()),
            None => td_string!(locale, framework.approved, date = date),
        }
    });
    let due = text_by(move |locale| {
        let date = day(locale, due_on);
        if is_overdue && belongs.get() {
            td_string!(locale, framework.overdue, date = date)
        } else {
            td_string!(locale, framework.due, date = date)
        }
    });
    let spoken =
        move || view! { <span class="sr-only">" " {text!(framework.edition, number = number)}</span> };
    let read = if is_newest { routes::framework(&slug) } else { routes::framework_edition(&slug, number) };
    view! {
        <li class="card own-card">
            <article class="card-content">
                <h2 class="h4 card-heading">
                    {text!(framework.edition, number = number)}
                    {is_newest.then(|| view! { " – " {text!(framework.newest)} })}
                </h2>
                <p>{approved}</p>
                {is_newest.then(|| view! { <p>{due}</p> })}
                <p class="form-actions">
                    <a class="button button-secondary" href=read>
                        {text!(framework.read)} {spoken()}
                    </a>
                    <a class="button button-secondary" href=routes::framework_print(&slug, number) rel="external">
                        {text!(framework.print)} {spoken()}
                    </a>
                    {before
                        .map(|before| {
                            view! {
                                <a
                                    class="button button-secondary"
                                    href=routes::framework_comparison(&slug, before, number)
                                >
                                    {text!(framework.compare_with, number = before)}
                                </a>
                            }
                        })}
                </p>
            </article>
        </li>
    }
}
