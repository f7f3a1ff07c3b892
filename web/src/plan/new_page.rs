//! `/<m>/planer/ny`: first which kind of plan, each told in a sentence, then its own words. The kind stands in the
//! address (`?slags=strategi`), so that the back button leads to the choice.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::list_page::KINDS;
use super::plan_form::PlanForm;
use super::queries::reading::PlanKind;
use super::words::{kind as kind_name, kind_about};
use crate::directory::here::use_here;
use crate::language::text_by;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The part of the address that names the kind.
const KIND: &str = "slags";

/// The page.
#[component]
pub(crate) fn NewPage() -> impl IntoView {
    let query = use_query_map();
    let kind = Memo::new(move |_| {
        let word = query.with(|query| query.get(KIND).unwrap_or_default());
        KINDS.into_iter().find(|kind| word_of(*kind) == word)
    });
    changing(Box::new(move || match kind.get() {
        None => view! { <Choice/> }.into_any(),
        Some(kind) => view! { <Form kind=kind/> }.into_any(),
    }))
}

/// The kind as it stands in the address.
fn word_of(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::ActionPlan => "handleplan",
        PlanKind::Strategy => "strategi",
        PlanKind::Launch => "opstart",
    }
}

#[component]
fn Choice() -> impl IntoView {
    let slug = use_here().slug_untracked();
    let steps = vec![Step::to(text!(plan.plans), routes::plans(&slug))];
    let items = KINDS.into_iter().map(|kind| {
        let href = format!("{}?{KIND}={}", routes::new_plan(&slug), word_of(kind));
        view! {
            <li class="change">
                <h2 class="h4"><a href=href>{text_by(move |locale| kind_name(locale, kind).to_owned())}</a></h2>
                <p>{text_by(move |locale| kind_about(locale, kind).to_owned())}</p>
            </li>
        }
    });
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=text!(plan.new_plan)/>
        <p class="font-lead">{text!(plan.which_kind)}</p>
        <ul class="nobullet-list changes">{items.collect_view()}</ul>
    }
}

#[component]
fn Form(kind: PlanKind) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let steps = vec![
        Step::to(text!(plan.plans), routes::plans(&slug)),
        Step::to(text!(plan.new_plan), routes::new_plan(&slug)),
    ];
    let (title, begins_with) = match kind {
        PlanKind::ActionPlan => (text!(plan.new_action_plan), text!(plan.action_plan_begins)),
        PlanKind::Strategy => (text!(plan.new_strategy), text!(plan.strategy_begins)),
        PlanKind::Launch => (text!(plan.new_launch), text!(plan.launch_begins)),
    };
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=title/>
        <p class="font-lead">{begins_with}</p>
        <PlanForm kind=kind plan=None/>
    }
}
