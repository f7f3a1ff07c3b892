//! `/<m>/planer/<id>/ret`: a plan's own words, to change; and taking the whole plan away.

use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::plan_form::PlanForm;
use super::queries::reading::{Plan, one};
use super::queries::writing::{PlanDeleteInput, plan_delete};
use super::saving::is_stale;
use crate::api::{Failure, use_api};
use crate::directory::here::use_here;
use crate::identity::guard::NotAllowed;
use crate::language::{Text, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::failure_notice::FailurePage;
use crate::ui::loading::LoadingPage;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;
use crate::ui::sure_button::SureButton;
use crate::{routes, text};

/// The page. The plan is fetched once; it is not fetched anew while somebody writes.
#[component]
pub(crate) fn EditPage() -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let params = use_params_map();
    let id = params.with_untracked(|params| params.get("id").unwrap_or_default());
    let found = RwSignal::new(None::<Result<Option<Plan>, Failure>>);
    Effect::new(move |_| {
        api.connection.follow();
        if matches!(found.get_untracked(), Some(Ok(_))) {
            return;
        }
        let (slug, id) = (slug.clone(), id.clone());
        leptos::task::spawn_local(async move {
            let answer = api.send(one(slug, id)).await.map(|answer| answer.plan());
            let _ = found.try_set(Some(answer));
        });
    });
    changing(Box::new(move || match found.get() {
        None => view! { <LoadingPage/> }.into_any(),
        Some(Err(failure)) => view! { <FailurePage failure=failure/> }.into_any(),
        Some(Ok(None)) => view! { <NothingThere/> }.into_any(),
        Some(Ok(Some(plan))) if !plan.can_write => view! { <NotAllowed/> }.into_any(),
        Some(Ok(Some(plan))) => view! { <Edit plan=plan/> }.into_any(),
    }))
}

#[component]
fn Edit(plan: Plan) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let steps = vec![
        Step::to(text!(plan.plans), routes::plans(&slug)),
        Step::named(plan.title.clone(), routes::plan(&slug, plan.id.inner())),
    ];
    let (title, kind) = (plan.title.clone(), plan.kind);
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=text!(editing.edit_title, name = title.clone())/>
        <PlanForm kind=kind plan=Some(plan.clone())/>
        <Remove plan=plan/>
    }
}

/// Takes the plan away with all it holds.
#[component]
fn Remove(plan: Plan) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let navigate = StoredValue::new_local(use_navigate());
    let is_busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<Text>);
    let (stale, failed) = (text!(plan.act_stale), text!(editing.delete_failed));
    let (goals, activities) =
        (plan.goals.len(), plan.goals.iter().map(|goal| goal.activities.len()).sum::<usize>());
    let warning = text_by(move |locale| {
        crate::language::td_string!(locale, plan.delete_about, goals = goals, activities = activities)
    });
    let name = plan.title.clone();
    let act = Callback::new(move |()| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let input = PlanDeleteInput { id: plan.id.clone(), revision: plan.revision };
        let list = routes::plans(&slug);
        leptos::task::spawn_local(async move {
            let answer = api.send(plan_delete::ask(input)).await.map(|answer| answer.plan_delete.user_errors);
            let _ = is_busy.try_set(false);
            let words = match answer {
                Ok(errors) if errors.is_empty() => {
                    let _ = navigate.try_with_value(|navigate| navigate(&list, Default::default()));
                    return;
                }
                Ok(errors) if is_stale(&errors) => stale,
                _ => failed,
            };
            let _ = problem.try_set(Some(words));
        });
    });
    view! {
        <section class="form-section">
            <h2 class="h3">{text!(plan.delete_plan)}</h2>
            <p>{warning}</p>
            {move || {
                problem
                    .get()
                    .map(|words| view! { <Alert gravity=Gravity::Error heading=words is_news=true>""</Alert> })
            }}
            <p class="form-actions">
                <SureButton label=text!(plan.delete_plan) sure=text!(editing.delete_sure) about=name act=act/>
            </p>
        </section>
    }
}
