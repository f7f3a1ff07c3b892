//! `/<m>/planer`: the plans of a municipality, by kind, each with its period and how far it is.

use leptos::prelude::*;

use super::progress::{Count, Progress};
use super::queries::reading::{ListedPlan, PlanKind, all};
use super::words::{kind_about, kinds, period};
use crate::api::{Remote, remote, use_api};
use crate::directory::here::use_here;
use crate::editing::entry_links::NewEntry;
use crate::editing::queries::forms::Visibility;
use crate::language::{danish, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;
use crate::{routes, text};

/// The kinds in the order of the page.
pub(super) const KINDS: [PlanKind; 3] = [PlanKind::ActionPlan, PlanKind::Strategy, PlanKind::Launch];

/// The page.
#[component]
pub(crate) fn ListPage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let found: Remote<Option<Vec<ListedPlan>>> = remote(api, move || {
        let slug = here.slug();
        let answer = {
            let slug = slug.clone();
            async move { Ok(api.send(all(slug)).await?.municipality.map(|found| found.plans)) }
        };
        (slug, answer)
    });
    view! {
        <PageHeading title=text!(plan.plans)/>
        <p class="font-lead">{text!(plan.plans_lead)}</p>
        <NewEntry label=text!(plan.new_plan) href=routes::new_plan(&here.slug_untracked())/>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            move |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(all) if all.is_empty() => {
                    view! {
                        <EmptyNotice heading=text!(plan.no_plans)><p>{text!(plan.no_plans_do)}</p></EmptyNotice>
                    }
                        .into_any()
                }
                Some(all) => {
                    let groups = KINDS.into_iter().map(|kind| view! { <Group kind=kind all=of(all, kind)/> });
                    groups.collect_view().into_any()
                }
            },
        )}
    }
}

fn of(all: &[ListedPlan], kind: PlanKind) -> Vec<ListedPlan> {
    all.iter().filter(|plan| plan.kind == kind).cloned().collect()
}

#[component]
fn Group(kind: PlanKind, all: Vec<ListedPlan>) -> impl IntoView {
    if all.is_empty() {
        return ().into_any();
    }
    let items = all.into_iter().map(|plan| view! { <One plan=plan/> });
    view! {
        <section>
            <h2>{text_by(move |locale| kinds(locale, kind).to_owned())}</h2>
            <p>{text_by(move |locale| kind_about(locale, kind).to_owned())}</p>
            <ul class="nobullet-list changes no-max-width">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn One(plan: ListedPlan) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let lang = danish();
    let href = routes::plan(&slug, plan.id.inner());
    let (from, to, visibility) = (plan.begins_on, plan.ends_on, plan.visibility);
    let facts = text_by(move |locale| {
        let mut facts = vec![period(locale, from, to)];
        if visibility == Visibility::SignedIn {
            facts.push(crate::language::td_string!(locale, plan.only_signed_in).to_owned());
        }
        facts.retain(|fact| !fact.is_empty());
        facts.join(" · ")
    });
    let count = Count { done: plan.done, total: plan.total, overdue: plan.overdue };
    view! {
        <li class="change">
            <h3 class="h4"><a href=href lang=lang>{plan.title}</a></h3>
            <p>{facts}</p>
            <Progress count=count/>
        </li>
    }
}
