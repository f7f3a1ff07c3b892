//! A section that lies before the steering group: what is new in it, all of it where one wants to read it, and beside
//! it what has been remarked.

use std::sync::Arc;

use leptos::prelude::*;

use super::remarks::Remarks;
use crate::api::{Remote, remote, use_api};
use crate::directory::here::use_here;
use crate::framework::published::differences::DifferencesOf;
use crate::framework::published::grouping::SectionDifferences;
use crate::framework::published::queries::submission::{Remark, WholeSubmission, whole};
use crate::framework::published::section::Questions;
use crate::framework::sections::Section;
use crate::text;
use crate::ui::loading::LoadingCards;
use crate::ui::shown::{changing, shown};

/// All sections of what waits, asked for when somebody wants to read the first of them as a whole.
#[derive(Clone, Copy)]
pub(super) struct AllSections {
    is_wanted: RwSignal<bool>,
    found: Remote<Option<WholeSubmission>>,
}

/// The section.
#[component]
pub(super) fn SectionToRead(
    section: Section,
    differences: Option<SectionDifferences>,
    remarks: RwSignal<Vec<Remark>>,
    submission: cynic::Id,
    can_remark: bool,
    is_first: bool,
    all: AllSections,
) -> impl IntoView {
    let heading = format!("{}-titel", section.slug());
    let has_opened = RwSignal::new(is_first);
    let open = move |_| {
        has_opened.set(true);
        all.is_wanted.set(true);
    };
    // Of a first edition all is new: it is read as a whole and not as differences.
    let news = match differences {
        _ if is_first => ().into_any(),
        Some(differences) => view! { <DifferencesOf section=differences/> }.into_any(),
        None => view! { <p>{text!(framework.section_unchanged)}</p> }.into_any(),
    };
    let about = section.title();
    let is_opened = Memo::new(move |_| has_opened.get());
    let whole = changing(Box::new(move || {
        if is_opened.get() {
            view! { <WholeSection section=section all=all/> }.into_any()
        } else {
            ().into_any()
        }
    }));
    view! {
        <section id=section.slug() class="framework-section" aria-labelledby=heading.clone()>
            <h2 class="h3" id=heading.clone()>
                <span class="framework-number">{section.number()}</span> " " {section.title()}
            </h2>
            <div class="with-remarks">
                <div class="framework-body">
                    {news}
                    <details class="whole-section" open=is_first on:toggle=open>
                        <summary>{text!(framework.read_whole)} <span class="sr-only">": " {about}</span></summary>
                        {whole}
                    </details>
                </div>
                <Remarks section=section remarks=remarks submission=submission can_remark=can_remark/>
            </div>
        </section>
    }
}

/// All that the section says.
#[component]
fn WholeSection(section: Section, all: AllSections) -> impl IntoView {
    shown(
        all.found,
        || view! { <LoadingCards/> }.into_any(),
        move |all: Arc<Option<WholeSubmission>>| match all.as_ref() {
            None => view! { <LoadingCards/> }.into_any(),
            Some(all) => {
                let found = all.sections.iter().find(|one| one.section == section);
                let questions = found.map(|one| one.questions.clone()).unwrap_or_default();
                let services = all.services.clone();
                view! { <Questions which=section questions=questions services=services cycle=None/> }
                    .into_any()
            }
        },
    )
}

/// Asks for all sections of what waits, at once or when somebody wants to read them.
pub(super) fn all_sections(is_wanted: bool) -> AllSections {
    let (api, here) = (use_api(), use_here());
    let is_wanted = RwSignal::new(is_wanted);
    let found = remote(api, move || {
        let (slug, is_wanted) = (here.slug(), is_wanted.get());
        let key = format!("{slug} {is_wanted}");
        let answer = async move {
            if !is_wanted {
                return Ok(None);
            }
            let framework = api.send(whole(slug)).await?.municipality.and_then(|found| found.framework);
            let submission = framework.and_then(|framework| framework.submission);
            let nothing = WholeSubmission { sections: Vec::new(), services: Vec::new() };
            Ok(Some(submission.unwrap_or(nothing)))
        };
        (key, answer)
    });
    AllSections { is_wanted, found }
}
