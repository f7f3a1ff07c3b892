//! `/<m>/ramme/historik`: what was changed in the framework, when and by whom; `?emne=<id>` of one part. An earlier state
//! can be set back.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::history_words::{is_told, label, name, value};
use super::queries::history::{ChangesVariables, FrameworkChange, page};
use super::restoring::restore;
use super::section::place::wrong;
use crate::api::{Failure, remote, use_api};
use crate::clock;
use crate::directory::here::use_here;
use crate::editing::queries::history::{ChangeAction, ChangedField};
use crate::format::words::near_past;
use crate::language::{Text, danish, td_string, text_by};
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::breadcrumb::{Breadcrumb, Step};
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
fn History(#[prop(optional_no_strip)] subject: Option<String>) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let steps = vec![
        Step::to(text!(draft.framework), routes::framework(&slug)),
        Step::to(text!(draft.title), routes::framework_draft(&slug)),
    ];
    let all = routes::framework_history(&slug);
    let asked = subject.clone();
    let found = remote(api, move || {
        let (slug, subject) = (slug.clone(), asked.clone());
        let key = format!("{slug} {subject:?}");
        let answer = async move {
            let answer = api.send(page(question(slug, subject, None))).await?;
            Ok(answer.municipality.and_then(|found| found.framework).map(|found| found.changes))
        };
        (key, answer)
    });
    let is_of_one = subject.is_some();
    let of = subject.clone();
    let heading: Text = text_by(move |locale| {
        // A plan's history holds that of its goals and activities, which have names of their own.
        let is_its = |change: &&FrameworkChange| of.as_deref() == Some(change.subject_id.inner());
        let own = found.known().and_then(|found| found.as_ref().as_ref()?.nodes.iter().find(is_its).cloned());
        match own {
            Some(change) => td_string!(locale, draft.history_of, name = name(locale, &change)),
            None => td_string!(locale, draft.history_heading).to_owned(),
        }
    });
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=heading/>
        {is_of_one.then(|| view! { <p><a href=all>{text!(draft.history_all)}</a></p> })}
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            move |answer| {
                let (changes, page) = match answer.as_ref().clone() {
                    Some(found) => (found.nodes, Some(found.page_info)),
                    None => (Vec::new(), None),
                };
                let next = page.and_then(|page| page.end_cursor.filter(|_| page.has_next_page));
                view! { <Changes subject=subject.clone() changes=changes next=next/> }.into_any()
            },
        )}
    }
}

#[component]
fn Changes(
    #[prop(optional_no_strip)] subject: Option<String>,
    changes: Vec<FrameworkChange>,
    #[prop(optional_no_strip)] next: Option<String>,
) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    if changes.is_empty() {
        return view! {
            <EmptyNotice heading=text!(draft.history_empty)>
                <p>{text!(draft.history_empty_do)}</p>
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
            let answer = api.send(page(asked)).await;
            match answer.map(|answer| answer.municipality.and_then(|found| found.framework)) {
                Ok(Some(found)) => {
                    let _ = changes.try_update(|changes| changes.extend(found.changes.nodes));
                    let page = found.changes.page_info;
                    let _ = next.try_set(page.end_cursor.filter(|_| page.has_next_page));
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
                key=|change: &FrameworkChange| change.id.inner().to_owned()
                children=move |change| view! { <OneChange change=change is_of_one=is_of_one/> }
            />
        </ol>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=move || next.get().is_some()>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {text!(draft.history_more)}
            </button>
        </Show>
    }
    .into_any()
}

/// One change: who, when, what, and a way back to it.
#[component]
fn OneChange(change: FrameworkChange, is_of_one: bool) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let (at, today) = (change.at, clock::today());
    let when = text_by(move |locale| near_past(locale, at, today));
    let only_this =
        format!("{}?{}={}", routes::framework_history(&slug), routes::SUBJECT, change.subject_id.inner());
    let about = change.clone();
    let called = text_by(move |locale| name(locale, &about));
    let fields: Vec<ChangedField> =
        change.fields.iter().filter(|field| is_told(&field.field)).cloned().collect();
    view! {
        <li class="change">
            <article>
                <h2 class="h4">
                    {(!is_of_one).then(|| view! { <a href=only_this>{called}</a> " – " })}
                    {action(change.action)}
                </h2>
                <p class="small-text">{change.actor_name.clone()} " · " {when}</p>
                <Fields fields=fields/>
                {change.can_restore.then(|| view! { <Restore change=change/> })}
            </article>
        </li>
    }
}

fn action(action: ChangeAction) -> Text {
    match action {
        ChangeAction::Created => text!(draft.action_created),
        ChangeAction::Restored => text!(draft.action_restored),
        ChangeAction::Deleted => text!(draft.action_deleted),
        ChangeAction::Closed => text!(draft.action_closed),
        ChangeAction::Updated | ChangeAction::Merged | ChangeAction::Checked => text!(draft.action_updated),
    }
}

/// A table of the fields that differ; on narrow screens a card for each.
#[component]
fn Fields(fields: Vec<ChangedField>) -> impl IntoView {
    if fields.is_empty() {
        return ().into_any();
    }
    let rows = fields.into_iter().map(|field| view! { <FieldRow field=field/> }).collect_view();
    view! {
        <table class="table table--responsive-headers differences">
            <thead>
                <tr>
                    <th scope="col">{text!(draft.field)}</th>
                    <th scope="col">{text!(draft.before)}</th>
                    <th scope="col">{text!(draft.after)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn FieldRow(field: ChangedField) -> impl IntoView {
    let lang = danish();
    let ChangedField { field, before, after } = field;
    let of = field.clone();
    let told = |text: Option<String>| {
        let field = field.clone();
        text_by(move |locale| text.as_deref().map(|text| value(locale, &field, text)).unwrap_or_default())
    };
    let (before, after) = (told(before), told(after));
    view! {
        <tr>
            <th scope="row" data-title=text!(draft.field)>{text_by(move |locale| label(locale, &of))}</th>
            <td class="version" data-title=text!(draft.before) lang=lang>{before}</td>
            <td class="version" data-title=text!(draft.after) lang=lang>{after}</td>
        </tr>
    }
}

#[component]
fn Restore(change: FrameworkChange) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let attempt = Attempt::new(wrong);
    let (at, today) = (change.at, clock::today());
    let whom = text_by(move |locale| near_past(locale, at, today));
    let is_deletion = change.action == ChangeAction::Deleted;
    let words = if is_deletion { text!(draft.undo_deletion) } else { text!(draft.restore) };
    let press = move |_| {
        let (slug, change) = (slug.clone(), change.clone());
        let work = async move { Ok(((), restore(api, slug, change).await?)) };
        attempt.run(work, move |()| api.connection.try_again());
    };
    view! {
        <button type="button" class="function-link" on:click=press>
            {icon(Icon::Clock)}
            <span>{words} <span class="sr-only">" " {whom}</span></span>
        </button>
        <AttemptErrors attempt=attempt fields=&[]/>
    }
}
