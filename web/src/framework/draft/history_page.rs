//! `/<m>/ramme/historik`: what was changed in the framework, when and by whom; `?emne=<id>` of one part. An earlier state
//! can be set back. `/<m>/planer/<id>/historik`: the same of a plan.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::history_words::{is_told, label, name, value};
use super::queries::history::{FrameworkChange, FrameworkPart, History, Of, PAGE};
use super::restoring::restore;
use super::section::place::wrong;
use crate::api::{Failure, Remote, remote, use_api};
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

/// The framework's.
#[component]
pub(crate) fn HistoryPage() -> impl IntoView {
    let query = use_query_map();
    let of = Memo::new(move |_| match query.with(|query| query.get(routes::SUBJECT)) {
        Some(part) => Of::Part(part),
        None => Of::All,
    });
    changing(Box::new(move || view! { <OneHistory of=of.get()/> }.into_any()))
}

/// A plan's.
#[component]
pub(crate) fn PlanHistoryPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    changing(Box::new(move || view! { <OneHistory of=Of::Plan(id.get())/> }.into_any()))
}

#[component]
fn OneHistory(of: Of) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let steps = match &of {
        Of::Plan(id) => vec![
            Step::to(text!(plan.plans), routes::plans(&slug)),
            Step::to(text!(plan.one), routes::plan(&slug, id)),
        ],
        Of::All | Of::Part(_) => vec![
            Step::to(text!(draft.framework), routes::framework(&slug)),
            Step::to(text!(draft.title), routes::framework_draft(&slug)),
        ],
    };
    let all = matches!(of, Of::Part(_)).then(|| {
        let href = routes::framework_history(&slug);
        view! { <p><a href=href>{text!(draft.history_all)}</a></p> }
    });
    let asked = of.clone();
    let found: Remote<Option<History>> = remote(api, move || {
        let (slug, of) = (slug.clone(), asked.clone());
        (format!("{slug} {of:?}"), async move { of.page(api, slug, (PAGE, None)).await })
    });
    let is_of_one = of != Of::All;
    let heading: Text = text_by(move |locale| {
        let found = found.known();
        let history = found.as_ref().and_then(|found| found.as_ref().as_ref()).filter(|_| is_of_one);
        let of_part = || Some(name(locale, history?.changes.nodes.first()?));
        match history.and_then(|history| history.plan.clone()).or_else(of_part) {
            Some(name) => td_string!(locale, draft.history_of, name = name),
            None => td_string!(locale, draft.history_heading).to_owned(),
        }
    });
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=heading/>
        {all}
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            move |answer| {
                let (changes, next) = match answer.as_ref().clone() {
                    Some(history) => (history.changes.nodes, history.changes.page_info.next()),
                    None => (Vec::new(), None),
                };
                view! { <Changes of=of.clone() changes=changes next=next/> }.into_any()
            },
        )}
    }
}

#[component]
fn Changes(
    of: Of,
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
    // A plan's history tells of its goals and activities by name.
    let tells_names = !matches!(of, Of::Part(_));
    let changes = RwSignal::new(changes);
    let next = RwSignal::new(next);
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let (slug, of, after) = (slug.clone(), of.clone(), next.get_untracked());
        leptos::task::spawn_local(async move {
            match of.page(api, slug, (PAGE, after)).await {
                Ok(Some(history)) => {
                    let _ = next.try_set(history.changes.page_info.next());
                    let _ = changes.try_update(|changes| changes.extend(history.changes.nodes));
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
                children=move |change| view! { <OneChange change=change tells_names=tells_names/> }
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
fn OneChange(change: FrameworkChange, tells_names: bool) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let (at, today) = (change.at, clock::today());
    let when = text_by(move |locale| near_past(locale, at, today));
    // What stands in a plan is told in the plan's history, and there alone.
    let only_this =
        (!change.part.is_of_plan()).then(|| routes::framework_history_of(&slug, change.subject_id.inner()));
    let about = change.clone();
    let called = text_by(move |locale| name(locale, &about));
    let (part, did) = (change.part, change.action);
    let fields: Vec<ChangedField> =
        change.fields.iter().filter(|field| is_told(&field.field)).cloned().collect();
    view! {
        <li class="change">
            <article>
                <h2 class="h4">
                    {tells_names.then(|| match only_this {
                        Some(href) => view! { <a href=href>{called}</a> " – " }.into_any(),
                        None => view! { {called} " – " }.into_any(),
                    })}
                    {action(change.action)}
                </h2>
                <p class="small-text">{change.actor_name.clone()} " · " {when}</p>
                <Fields part=part action=did fields=fields/>
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

/// A table of the fields that differ; on narrow screens a card for each. Of what was made there is nothing before, of what
/// was taken out nothing after.
#[component]
fn Fields(part: FrameworkPart, action: ChangeAction, fields: Vec<ChangedField>) -> impl IntoView {
    if fields.is_empty() {
        return ().into_any();
    }
    let (was_there, is_there) = (action != ChangeAction::Created, action != ChangeAction::Deleted);
    let rows = fields.into_iter().map(|field| {
        view! { <FieldRow part=part field=field was_there=was_there is_there=is_there/> }
    });
    let rows = rows.collect_view();
    view! {
        <table class="table table--responsive-headers differences">
            <thead>
                <tr>
                    <th scope="col">{text!(draft.field)}</th>
                    {was_there.then(|| view! { <th scope="col">{text!(draft.before)}</th> })}
                    {is_there.then(|| view! { <th scope="col">{text!(draft.after)}</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn FieldRow(part: FrameworkPart, field: ChangedField, was_there: bool, is_there: bool) -> impl IntoView {
    let lang = danish();
    let ChangedField { field, before, after } = field;
    let of = field.clone();
    let told = |text: Option<String>| {
        let field = field.clone();
        text_by(move |locale| {
            text.as_deref().map(|text| value(locale, part, &field, text)).unwrap_or_default()
        })
    };
    let (before, after) = (told(before), told(after));
    view! {
        <tr>
            <th scope="row" data-title=text!(draft.field)>{text_by(move |locale| label(locale, part, &of))}</th>
            {was_there.then(|| view! { <td class="version" data-title=text!(draft.before) lang=lang>{before}</td> })}
            {is_there.then(|| view! { <td class="version" data-title=text!(draft.after) lang=lang>{after}</td> })}
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
