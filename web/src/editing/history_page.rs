//! `/<m>/historik`: what was changed, when and by whom; `?emne=<id>` of one entry. An earlier state can be set back.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::differences::Differences;
use super::queries::history::{
    Change, ChangeAction, ChangesVariables, LastLookNoteInput, last_look_note, page,
};
use super::restoring::restore;
use crate::api::{Failure, remote, use_api};
use crate::clock;
use crate::counted;
use crate::directory::here::use_here;
use crate::format::words::near_past;
use crate::language::{Text, danish, td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::icon::{Icon, icon};
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown};
use crate::{routes, text};

/// How many changes a page has.
const PAGE: i32 = 20;

/// The page.
#[component]
pub(crate) fn HistoryPage() -> impl IntoView {
    let query = use_query_map();
    let subject = Memo::new(move |_| query.with(|query| query.get(routes::SUBJECT)));
    changing(Box::new(move || view! { <History subject=subject.get()/> }.into_any()))
}

fn question(slug: String, subject: Option<String>, after: Option<String>) -> ChangesVariables {
    ChangesVariables { slug, subject: subject.map(cynic::Id::new), first: PAGE, after }
}

#[component]
fn History(subject: Option<String>) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let all = routes::history(&slug);
    let asked = subject.clone();
    let found = remote(api, move || {
        let (slug, subject) = (slug.clone(), asked.clone());
        let key = format!("{slug} {subject:?}");
        (key, async move { Ok(api.send(page(question(slug, subject, None))).await?.municipality) })
    });
    let is_of_one = subject.is_some();
    let heading: Text = text_by(move |locale| {
        let name = found
            .known()
            .and_then(|found| Some(found.as_ref().as_ref()?.changes.nodes.first()?.subject_name.clone()));
        match name.filter(|_| is_of_one) {
            Some(name) => td_string!(locale, editing.history_of, name = name),
            None => td_string!(locale, editing.history).to_owned(),
        }
    });
    view! {
        <PageHeading title=heading/>
        {is_of_one.then(|| view! { <p><a href=all>{text!(editing.history_all)}</a></p> })}
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            move |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(found) => {
                    let unseen = found.changes_since_last_look;
                    let next = found.changes.page_info.clone().next();
                    view! {
                        {(!is_of_one).then(|| view! { <Unseen count=unseen/> })}
                        <Changes subject=subject.clone() changes=found.changes.nodes.clone() next=next/>
                    }
                        .into_any()
                }
            },
        )}
    }
}

/// How much there is that the reader has not looked at. Looking is noted.
#[component]
fn Unseen(count: i32) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    if count > 0 {
        leptos::task::spawn_local(async move {
            // Whether it is noted or not, the page is the same.
            let _ = api.send(last_look_note::ask(LastLookNoteInput { municipality: slug })).await;
        });
    }
    let words = text_by(move |locale| counted!(locale, count, editing.unseen_one, editing.unseen_many));
    (count > 0).then(|| view! { <p class="font-lead">{words}</p> })
}

#[component]
fn Changes(subject: Option<String>, changes: Vec<Change>, next: Option<String>) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    if changes.is_empty() {
        return view! {
            <EmptyNotice heading=text!(editing.history_empty)>
                <p>{text!(editing.history_empty_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let is_of_one = subject.is_some();
    let changes = RwSignal::new(changes);
    let next = RwSignal::new(next);
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let asked = question(slug.clone(), subject.clone(), next.get_untracked());
        leptos::task::spawn_local(async move {
            match api.send(page(asked)).await.map(|answer| answer.municipality) {
                Ok(Some(found)) => {
                    let _ = changes.try_update(|changes| changes.extend(found.changes.nodes));
                    let page = found.changes.page_info;
                    let _ = next.try_set(page.next());
                }
                Ok(None) => {}
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    view! {
        <ol class="nobullet-list changes no-max-width">
            <For
                each=move || changes.get()
                key=|change: &Change| change.id.inner().to_owned()
                children=move |change| view! { <OneChange change=change is_of_one=is_of_one/> }
            />
        </ol>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=move || next.get().is_some()>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {text!(editing.more_changes)}
            </button>
        </Show>
    }
    .into_any()
}

/// One change: who, when, what, and a way back to it.
#[component]
fn OneChange(change: Change, is_of_one: bool) -> impl IntoView {
    let lang = danish();
    let slug = use_here().slug_untracked();
    let (at, today) = (change.at, clock::today());
    let when = text_by(move |locale| near_past(locale, at, today));
    let name = change.subject_name.clone();
    let only_this = routes::history_of(&slug, change.subject_id.inner());
    view! {
        <li class="change">
            <article>
                <h2 class="h4">
                    {(!is_of_one)
                        .then(|| view! { <a href=only_this lang=lang>{name}</a> " – " })}
                    {action(change.action)}
                </h2>
                <p class="small-text">{change.actor_name.clone()} " · " {when}</p>
                {change.note.clone().map(|note| view! { <p class="version" lang=lang>{note}</p> })}
                <Differences kind=change.kind fields=change.fields.clone()/>
                {change.can_restore.then(|| view! { <Restore change=change/> })}
            </article>
        </li>
    }
}

fn action(action: ChangeAction) -> Text {
    match action {
        ChangeAction::Created => text!(editing.action_created),
        ChangeAction::Updated => text!(editing.action_updated),
        ChangeAction::Restored => text!(editing.action_restored),
        ChangeAction::Merged => text!(editing.action_merged),
        ChangeAction::Closed => text!(editing.action_closed),
        ChangeAction::Deleted => text!(editing.action_deleted),
        ChangeAction::Checked => text!(editing.action_checked),
    }
}

#[component]
fn Restore(change: Change) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let is_busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<Text>);
    let (stale, failed) = (text!(editing.restore_stale), text!(editing.restore_failed));
    let (at, today) = (change.at, clock::today());
    let whom = text_by(move |locale| near_past(locale, at, today));
    let press = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        problem.set(None);
        let (slug, change) = (slug.clone(), change.clone());
        leptos::task::spawn_local(async move {
            let wrong = match restore(api, slug, change).await {
                Ok(true) => None,
                Ok(false) => Some(stale),
                Err(_) => Some(failed),
            };
            let _ = is_busy.try_set(false);
            if wrong.is_none() {
                api.connection.try_again();
            }
            let _ = problem.try_set(wrong);
        });
    };
    view! {
        <button type="button" class="function-link" on:click=press>
            {icon(Icon::Clock)}
            <span>{text!(editing.restore)} <span class="sr-only">" " {whom}</span></span>
        </button>
        {move || {
            problem
                .get()
                .map(|words| view! { <Alert gravity=Gravity::Error heading=words is_news=true>""</Alert> })
        }}
    }
}
