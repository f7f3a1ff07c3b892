//! `/<m>/ramme/udkast/<afsnit>`: a section that is being written, question by question. What is typed is saved as one
//! types; what the others write comes by itself.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::queries::section::{Written, section as asked};
use super::remarks::Remarks;
use super::section::add_question::AddQuestion;
use super::section::assignment::{Assign, Done};
use super::section::place::{Place, use_place};
use super::section::question::QuestionPart;
use super::section::standing::SectionStanding;
use super::section::unused::Unused;
use crate::api::{Failure, remote, use_api};
use crate::directory::here::use_here;
use crate::editing::leave_guard;
use crate::framework::sections::Section;
use crate::language::text_by;
use crate::not_found_page::NothingThere;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailurePage;
use crate::ui::loading::LoadingPage;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn SectionPage() -> impl IntoView {
    let params = use_params_map();
    let section = Memo::new(move |_| params.with(|params| Section::of_slug(&params.get("section")?)));
    changing(Box::new(move || match section.get() {
        Some(section) => view! { <OneSection section=section/> }.into_any(),
        None => view! { <NothingThere/> }.into_any(),
    }))
}

/// What is shown, told apart so that what comes later takes nothing away from who writes.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Awaited,
    Failed(Failure),
    NotBegun,
    There,
}

#[component]
fn OneSection(section: Section) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let looks = RwSignal::new(0_u32);
    let place = slug.clone();
    let answer = remote(api, move || {
        looks.track();
        let question = asked(place.clone(), section);
        let answer =
            async move { Ok(api.send(question).await?.municipality.and_then(|found| found.framework)) };
        (format!("{place} {section:?}"), answer)
    });
    let written = Memo::new(move |before: Option<&Option<Written>>| {
        let now = answer.known().and_then(|found| found.as_ref().clone());
        now.or_else(|| before.cloned().flatten())
    });
    Place::begin(slug, section, written, looks);
    leave_guard::begin(use_place().has_unsaved());
    let shown = Memo::new(move |_| match answer.get() {
        _ if written.with(Option::is_some) => Shown::There,
        None => Shown::Awaited,
        Some(Err(failure)) => Shown::Failed(failure),
        Some(Ok(_)) => Shown::NotBegun,
    });
    changing(Box::new(move || match shown.get() {
        Shown::Awaited => view! { <LoadingPage/> }.into_any(),
        Shown::Failed(failure) => view! { <FailurePage failure=failure/> }.into_any(),
        Shown::NotBegun => view! { <NotBegun/> }.into_any(),
        Shown::There => view! { <There/> }.into_any(),
    }))
}

/// There is no framework: the way to where one begins.
#[component]
fn NotBegun() -> impl IntoView {
    let slug = use_here().slug_untracked();
    view! {
        <PageHeading title=text!(draft.title)/>
        <EmptyNotice heading=text!(draft.not_begun)>
            <p><a href=routes::framework_draft(&slug)>{text!(draft.overview)}</a></p>
        </EmptyNotice>
    }
}

#[component]
fn There() -> impl IntoView {
    let place = use_place();
    let (slug, section) = (place.slug(), place.section);
    let title = text_by(move |locale| format!("{}. {}", section.number(), section.name(locale)));
    let steps = vec![
        Step::to(text!(draft.framework), routes::framework(&slug)),
        Step::to(text!(draft.title), routes::framework_draft(&slug)),
    ];
    let remarks = place.of(|section| section.remarks.clone());
    let ids = place.of(|section| {
        let used = section.questions.iter().filter(|question| !question.is_hidden);
        used.map(|question| question.id.inner().to_owned()).collect::<Vec<_>>()
    });
    let (can_write, leads) = (place.can_write(), place.leads());
    let changed = Callback::new(move |()| place.look_again());
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=title/>
        <SectionStanding/>
        {move || {
            remarks
                .get()
                .filter(|remarks| !remarks.is_empty())
                .map(|remarks| {
                    view! {
                        <section class="returned" aria-labelledby="remarks">
                            <h2 class="h4" id="remarks">{text!(draft.remarks)}</h2>
                            <Remarks remarks=remarks names_section=false changed=changed/>
                        </section>
                    }
                })
        }}
        <For
            each=move || ids.get().unwrap_or_default()
            key=String::clone
            children=|id| view! { <QuestionPart id=id/> }
        />
        {move || leads.get().then(|| view! { <AddQuestion/> })}
        <Unused/>
        {move || can_write.get().then(|| view! { <Done/> })}
        {move || leads.get().then(|| view! { <Assign/> })}
        <Neighbours/>
    }
}

/// The sections before and after this one.
#[component]
fn Neighbours() -> impl IntoView {
    let place = use_place();
    let slug = place.slug();
    let at = place.section.number();
    let before = at.checked_sub(2).and_then(|at| Section::ALL.get(at)).copied();
    let link = |section: Section| {
        let address = routes::framework_section(&slug, section.slug());
        view! { <a href=address>{section.number()} ". " {section.title()}</a> }
    };
    view! {
        <nav class="neighbours" aria-label=text!(draft.other_sections)>
            {before.map(|section| view! { <p>{text!(draft.previous)} " " {link(section)}</p> })}
            {Section::ALL.get(at).map(|section| view! { <p>{text!(draft.next)} " " {link(*section)}</p> })}
            <p><a href=routes::framework_draft(&slug)>{text!(draft.all_sections)}</a></p>
        </nav>
    }
}
