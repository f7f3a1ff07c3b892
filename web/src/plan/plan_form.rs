//! The form of a plan's own words, for a new one and for one that is there. Afterwards one is at the plan.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde_json::{Value, json};

use super::queries::reading::{Plan, PlanKind};
use super::saving::{Target, save};
use super::specs;
use crate::api::use_api;
use crate::directory::here::use_here;
use crate::editing::editor::{Attempt, Awaited, Editing, Editor, Inline, Way};
use crate::editing::queries::choices::Choices;
use crate::routes;

/// The form.
#[component]
pub(super) fn PlanForm(
    kind: PlanKind,
    /// The plan; none for a new one.
    #[prop(optional_no_strip)]
    plan: Option<Plan>,
) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let target = plan.as_ref().map_or(Target::NewPlan(kind), |plan| Target::Plan(plan.id.clone()));
    let back =
        plan.as_ref().map_or_else(|| routes::plans(&slug), |plan| routes::plan(&slug, plan.id.inner()));
    let navigate = StoredValue::new_local(use_navigate());
    let go = move |address: &str| {
        let _ = navigate.try_with_value(|navigate| navigate(address, Default::default()));
    };
    let place = slug.clone();
    let inline = Inline {
        saved: Callback::new(move |key: String| go(&routes::plan(&place, &key))),
        cancel: Callback::new(move |()| go(&back)),
    };
    let name = target.draft(&slug);
    let has_words = plan.as_ref().is_some_and(Plan::has_words);
    let editing = Editing {
        name,
        sections: specs::of_plan(kind, has_words),
        base: plan.as_ref().map_or_else(fresh, Plan::form),
        start: None,
        revision: plan.as_ref().map_or(0, |plan| plan.revision),
        choices: Choices::default(),
        way: Way::Write,
        save: Callback::new(move |attempt: Attempt| -> Awaited {
            Box::pin(save(api, slug.clone(), target.clone(), attempt))
        }),
        back: String::new(),
    };
    view! { <Editor editing=editing inline=inline/> }
}

/// A plan is for those who work together until somebody says that it is for everybody.
fn fresh() -> Value {
    json!({ "visibility": "SIGNED_IN" })
}
