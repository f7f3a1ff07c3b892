//! `/<m>/ramme/udkast`: the framework that is being written: where it stands, how far its sections are, and the one thing
//! to do next.

use leptos::prelude::*;

use super::overview::begin::Begin;
use super::overview::card::SectionCard;
use super::overview::returned::ReturnedPart;
use super::overview::send::{Send, Sending};
use super::overview::submitted::Submitted;
use super::queries::overview::{
    Framework, FrameworkState, NewestEdition, Overview, Remark, SubmissionState, overview,
};
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::language::{td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::PageHeading;
use crate::ui::shown::shown_as_page;
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn OverviewPage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let found = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), async move { api.send(overview(slug)).await })
    });
    let sending = Sending::begin();
    shown_as_page(found, move |answer| {
        let Overview { municipality, municipalities } = answer.as_ref().clone();
        let Some(municipality) = municipality else { return view! { <NothingThere/> }.into_any() };
        let slug = use_here().slug_untracked();
        let steps = vec![Step::to(text!(draft.framework), routes::framework(&slug))];
        let inner = match municipality.framework {
            None => view! { <Begin municipalities=municipalities/> }.into_any(),
            Some(framework) => {
                view! { <There framework=framework edition=municipality.framework_edition sending=sending/> }
                    .into_any()
            }
        };
        view! {
            <Breadcrumb steps=steps/>
            <PageHeading title=text!(draft.title)/>
            {inner}
        }
        .into_any()
    })
}

#[component]
fn There(
    framework: Framework,
    #[prop(optional_no_strip)] edition: Option<NewestEdition>,
    sending: Sending,
) -> impl IntoView {
    let is_submitted = framework.state == FrameworkState::Submitted;
    let next = edition.as_ref().map_or(1, |edition| edition.number + 1);
    let state = text_by(move |locale| {
        if is_submitted {
            td_string!(locale, draft.state_submitted, number = next)
        } else {
            td_string!(locale, draft.state_draft, number = next)
        }
    });
    let returned =
        framework.submission.clone().filter(|last| !is_submitted && last.state == SubmissionState::Returned);
    let remarks: Vec<Remark> = framework.sections.iter().flat_map(|one| one.remarks.clone()).collect();
    let cards = framework.sections.iter().map(|one| view! { <SectionCard one=one.clone()/> }).collect_view();
    let can_write = framework.can_write;
    let submission = framework.submission.clone().filter(|_| is_submitted);
    let act = match submission {
        Some(submission) => {
            view! { <Submitted framework=framework.clone() submission=submission/> }.into_any()
        }
        None if can_write && !is_submitted => {
            view! { <Send framework=framework.clone() sending=sending/> }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        <p class="font-lead">{state}</p>
        <Due framework=framework/>
        {returned
            .map(|last| view! { <ReturnedPart verdicts=last.verdicts remarks=remarks/> })}
        {is_submitted.then(|| text!(draft.locked)).map(|words| view! { <p class="notice-line">{words}</p> })}
        <ol class="nobullet-list own-cards section-cards no-max-width">{cards}</ol>
        {act}
        <Ways edition=edition can_write=can_write/>
    }
}

/// When it is to be approved again.
#[component]
fn Due(framework: Framework) -> impl IntoView {
    let is_overdue = framework.is_overdue;
    framework.due_on.map(|due| {
        let words = text_by(move |locale| {
            let date = day(locale, due);
            if is_overdue {
                td_string!(locale, draft.overdue, date = date)
            } else {
                td_string!(locale, draft.due, date = date)
            }
        });
        if is_overdue {
            view! { <p><strong class="is-late">{icon(Icon::Warning)} " " {words}</strong></p> }.into_any()
        } else {
            view! { <p>{words}</p> }.into_any()
        }
    })
}

/// Where else to go from here.
#[component]
fn Ways(#[prop(optional_no_strip)] edition: Option<NewestEdition>, can_write: bool) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let of_edition = edition.map(|edition| {
        let read = text_by(move |locale| {
            let date = day(locale, edition.approved_on);
            td_string!(locale, draft.read_edition, number = edition.number, date = date)
        });
        view! {
            <li><a href=routes::framework_difference(&slug, edition.number)>{text!(draft.compare)}</a></li>
            <li><a href=routes::framework(&slug)>{read}</a></li>
        }
    });
    view! {
        <nav class="ways" aria-label=text!(draft.ways)>
            <ul>
                {of_edition}
                <li><a href=routes::framework_history(&slug)>{text!(draft.history)}</a></li>
                {can_write
                    .then(|| view! { <li><a href=routes::framework_settings(&slug)>{text!(draft.settings)}</a></li> })}
            </ul>
        </nav>
    }
}
