//! The desk as a whole: the piles under their headings, or one sentence where there is nothing.

use leptos::prelude::*;

use super::pile::{Pile, PileView, Section};
use super::queries::{Desk, desk};
use super::{activities, answers, changes, checks, framework, proposals, second_factor};
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::identity::queries::enums::SecondFactorState;
use crate::identity::viewer::use_viewer;
use crate::text;
use crate::ui::loading::LoadingCards;
use crate::ui::shown::{changing, shown};

/// The desk.
#[component]
pub(super) fn Board() -> impl IntoView {
    let viewer = use_viewer();
    let waits_for_second_factor =
        Memo::new(move |_| viewer.me().is_some_and(|me| me.second_factor == SecondFactorState::Required));
    changing(Box::new(move || {
        if waits_for_second_factor.get() {
            piles(vec![second_factor::to_set_up()])
        } else {
            view! { <Asked/> }.into_any()
        }
    }))
}

/// What the server says lies on it.
#[component]
fn Asked() -> impl IntoView {
    let (api, here) = (use_api(), use_here());
    let few = RwSignal::new(checks::FEW);
    let found = remote(api, move || {
        let (slug, few) = (here.slug(), few.get());
        let key = format!("{slug} {few}");
        (key, async move { Ok(api.send(desk(slug, few)).await?.municipality.map(|found| found.desk)) })
    });
    shown(
        found,
        || view! { <LoadingCards/> }.into_any(),
        move |answer| answer.as_ref().clone().map(|found| piles(gathered(found, few))).into_any(),
    )
}

/// A pile of each kind. Here a new kind is added.
fn gathered(found: Desk, few: RwSignal<i32>) -> Vec<Pile> {
    let viewer = use_viewer();
    let slug = use_here().slug_untracked();
    let me = viewer.key();
    let me = me.as_deref();
    let has_page = viewer.may().edit_directory;
    vec![
        framework::to_decide(&slug, found.submission_to_decide),
        framework::returned(&slug, found.framework_returned),
        framework::to_confirm(&slug, found.edition_to_confirm),
        framework::to_write(&slug, &found.sections_to_write, Section::Waits),
        framework::to_write(&slug, &found.sections_to_write, Section::Urgent),
        framework::due(&slug, found.framework_due_on, has_page),
        activities::to_report(&slug, &found.activities_to_report, Section::Waits),
        activities::to_report(&slug, &found.activities_to_report, Section::Urgent),
        proposals::to_decide(&slug, found.proposals_to_decide),
        answers::answered(&slug, found.answers),
        checks::to_check(&slug, found.checks, Section::Waits, me, has_page, few),
        proposals::own(&slug, found.own_proposals),
        checks::to_check(&slug, found.urgent_checks, Section::Urgent, me, has_page, few),
        changes::since(&slug, found.changes_since_last_look, found.last_look_at),
    ]
}

/// The piles that hold something, under their headings.
fn piles(mut all: Vec<Pile>) -> AnyView {
    all.retain(|pile| !pile.things.is_empty());
    let has_work = all.iter().any(|pile| pile.section != Section::News);
    let mut section = |of: Section| {
        let piles: Vec<Pile> = all.extract_if(.., |pile| pile.section == of).collect();
        (!piles.is_empty()).then(|| view! { <Under section=of piles=piles/> })
    };
    let (waits, urgent, news) = (section(Section::Waits), section(Section::Urgent), section(Section::News));
    view! {
        <div class="desk-sections">
            {(!has_work).then(|| view! { <p class="desk-empty">{text!(desk.empty)}</p> })}
            {waits}
            {urgent}
            {news}
        </div>
    }
    .into_any()
}

#[component]
fn Under(section: Section, piles: Vec<Pile>) -> impl IntoView {
    let (id, heading) = match section {
        Section::Waits => ("desk-waits", text!(desk.waits)),
        Section::Urgent => ("desk-urgent", text!(desk.urgent)),
        Section::News => ("desk-news", text!(desk.news)),
    };
    let piles = piles.into_iter().map(|pile| view! { <PileView pile=pile/> });
    view! {
        <section class=format!("desk-section {id}") aria-labelledby=id>
            <h2 class="h4" id=id>{heading}</h2>
            {piles.collect_view()}
        </section>
    }
}
