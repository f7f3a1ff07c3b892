//! `/<m>/planer/<id>`: a plan with its goals and activities, to read, to report on, and for the project leader to change
//! where it stands.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::board::Board;
use super::filter::Filter;
use super::filter_bar::FilterBar;
use super::goals::Goals;
use super::notice::NoticeOf;
use super::progress::{Count, Progress};
use super::queries::reading::{Plan, PlanKind, one};
use super::steps::Steps;
use super::timeline::{Timeline, days};
use super::words::{kind, period};
use crate::api::{Failure, Remote, remote, use_api};
use crate::directory::here::use_here;
use crate::editing::queries::forms::Visibility;
use crate::identity::viewer::use_viewer;
use crate::language::{Text, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::attempt::focus_on;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::failure_notice::FailurePage;
use crate::ui::icon::{Icon, icon};
use crate::ui::loading::LoadingPage;
use crate::ui::markdown::Markdown;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;
use crate::{routes, text};

/// What is known of the plan; not what it holds, so that the page is not drawn anew when that changes.
#[derive(Clone, PartialEq)]
enum Found {
    Awaited,
    Failed(Failure),
    Nothing,
    There(cynic::Id),
}

/// The page.
#[component]
pub(crate) fn OnePlanPage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let found: Remote<Option<Plan>> = remote(api, move || {
        let (slug, id) = (here.slug(), id.get());
        (format!("{slug} {id}"), async move { Ok(api.send(one(slug, id)).await?.plan()) })
    });
    let standing = Memo::new(move |_| match found.get() {
        None => Found::Awaited,
        Some(Err(failure)) => Found::Failed(failure),
        Some(Ok(plan)) => plan.as_ref().as_ref().map_or(Found::Nothing, |plan| Found::There(plan.id.clone())),
    });
    changing(Box::new(move || match standing.get() {
        Found::Awaited => view! { <LoadingPage/> }.into_any(),
        Found::Failed(failure) => view! { <FailurePage failure=failure/> }.into_any(),
        Found::Nothing => view! { <NothingThere/> }.into_any(),
        Found::There(_) => match untrack(|| found.known()).and_then(|plan| plan.as_ref().clone()) {
            Some(plan) => view! { <Whole found=found plan=plan/> }.into_any(),
            None => view! { <LoadingPage/> }.into_any(),
        },
    }))
}

#[component]
fn Whole(found: Remote<Option<Plan>>, plan: Plan) -> impl IntoView {
    let board = Board::begin(found, Arc::new(plan));
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(|query| Filter::from_parts(|name| query.get(name))));
    let steps = vec![Step::to(text!(plan.plans), routes::plans(&board.slug.get_value()))];
    let title: Text = Signal::derive(move || board.plan.with(|plan| plan.title.clone()));
    view! {
        <div class="plan">
            <Breadcrumb steps=steps/>
            <PageHeading title=title is_danish=true/>
            {changing(Box::new(move || view! { <Head plan=(*board.plan.get()).clone()/> }.into_any()))}
            <NoticeOf board=board/>
            <FilterBar board=board filter=filter/>
            <Goals board=board filter=filter/>
            <Timeline board=board filter=filter/>
        </div>
    }
}

/// What kind of plan, from when to when, how far, and its own words.
#[component]
fn Head(plan: Plan) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let (of_kind, from, to, visibility) = (plan.kind, plan.begins_on, plan.ends_on, plan.visibility);
    let facts = text_by(move |locale| {
        let mut facts = vec![kind(locale, of_kind).to_owned(), period(locale, from, to)];
        if visibility == Visibility::SignedIn {
            facts.push(crate::language::td_string!(locale, plan.only_signed_in).to_owned());
        }
        facts.retain(|fact| !fact.is_empty());
        facts.join(" · ")
    });
    let edit = plan.can_write.then(|| {
        let href = routes::edit_plan(&slug, plan.id.inner());
        view! {
            <a class="function-link" href=href>{icon(Icon::Paper)} <span>{text!(plan.edit_plan)}</span></a>
        }
    });
    let viewer = use_viewer();
    let to_history = routes::plan_history(&slug, plan.id.inner());
    let history = changing(Box::new(move || {
        if !viewer.may().see_history {
            return ().into_any();
        }
        let href = to_history.clone();
        view! {
            <a class="function-link" href=href>{icon(Icon::Clock)} <span>{text!(draft.history)}</span></a>
        }
        .into_any()
    }));
    let mut activities = plan.goals.iter().flat_map(|goal| &goal.activities);
    let has_timeline = activities.any(|one| days(one).next().is_some());
    let to_timeline = has_timeline.then(|| {
        view! {
            <button type="button" class="function-link" on:click=move |_| focus_on("#timeline")>
                {icon(Icon::Clock)} <span>{text!(plan.to_timeline)}</span>
            </button>
        }
    });
    let print = move |_| drop(window().print());
    let words = |heading: Text, words: Option<String>| {
        let words = words?;
        Some(view! {
            <section>
                <h2 class="h3">{heading}</h2>
                <Markdown text=words level=3/>
            </section>
        })
    };
    let mission = words(text!(plan.mission), plan.mission.clone());
    let values = words(text!(plan.values), plan.values.clone());
    let vision = words(text!(plan.vision), plan.vision.clone());
    let count = Count { done: plan.done, total: plan.total, overdue: plan.overdue };
    let steps =
        (plan.kind == PlanKind::Launch && !plan.goals.is_empty()).then(|| view! { <Steps plan=plan/> });
    view! {
        <p class="font-lead">{facts}</p>
        <Progress count=count/>
        <p class="function-links">
            {edit}
            {history}
            {to_timeline}
            <button type="button" class="function-link" on:click=print>
                {icon(Icon::Print)} <span>{text!(plan.print)}</span>
            </button>
        </p>
        {mission}
        {values}
        {vision}
        {steps}
    }
}
