//! `/<m>/ramme/godkend`: what lies before the steering group. Its members read what is new, remark on a section, approve
//! or send back; the project leader sees the same and may take it back.

use leptos::prelude::*;

use super::deciding::outcome::{Outcome, OutcomeNotice};
use super::deciding::waiting::WaitingView;
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::framework::published::queries::edition::EditionLink;
use crate::framework::published::queries::submission::{Submission, WaitingMunicipality, waiting};
use crate::framework::published::queries::values::SubmissionState;
use crate::identity::viewer::use_viewer;
use crate::language::{Text, td_string, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn DecidePage() -> impl IntoView {
    let (api, here) = (use_api(), use_here());
    let slug = here.slug_untracked();
    // It outlives what it is about: after the last approval nothing waits any longer.
    let outcome = RwSignal::new(None::<Outcome>);
    let found = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), async move { Ok(api.send(waiting(slug)).await?.municipality) })
    });
    view! {
        <Breadcrumb steps=vec![
            Step::to(text!(shell.start), routes::start(&slug)),
            Step::to(text!(framework.title), routes::framework(&slug)),
        ]/>
        <PageHeading title=text!(framework.decide_title)/>
        <OutcomeNotice outcome=outcome/>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            move |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(found) => submitted(found.clone(), outcome),
            },
        )}
    }
}

fn submitted(found: WaitingMunicipality, outcome: RwSignal<Option<Outcome>>) -> AnyView {
    let newest = found.framework_edition;
    match found.framework.and_then(|framework| framework.submission) {
        Some(submission) if submission.state == SubmissionState::Pending => {
            view! { <WaitingView submission=submission newest=newest outcome=outcome/> }.into_any()
        }
        last => view! { <NothingWaits last=last newest=newest/> }.into_any(),
    }
}

/// Nothing lies there; what became of the last, and where to go on.
#[component]
fn NothingWaits(last: Option<Submission>, newest: Option<EditionLink>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let viewer = use_viewer();
    let may_write = Memo::new(move |_| viewer.may().edit_directory);
    let became = last.and_then(|last| became(&last));
    let draft = routes::framework_draft(&slug);
    view! {
        <EmptyNotice heading=text!(framework.nothing_waits)>
            {became.map(|words| view! { <p>{words}</p> })}
            <p>{text!(framework.nothing_waits_do)}</p>
            {newest
                .map(|newest| {
                    let number = newest.number;
                    view! {
                        <p>
                            <a href=routes::framework(&slug)>{text!(framework.read_newest, number = number)}</a>
                        </p>
                    }
                })}
            <Show when=move || may_write.get()>
                <p>
                    <a class="button button-primary" href=draft.clone()>{text!(framework.write)}</a>
                </p>
            </Show>
        </EmptyNotice>
    }
}

/// What became of a submission, in words.
fn became(last: &Submission) -> Option<Text> {
    let on = last.decided_at?.in_copenhagen().date;
    let state = last.state;
    let by = last.verdicts.iter().rfind(|verdict| !verdict.approves).map(|verdict| verdict.person.clone());
    Some(text_by(move |locale| {
        let date = day(locale, on);
        match (state, &by) {
            (SubmissionState::Approved, _) => td_string!(locale, framework.became_approved, date = date),
            (SubmissionState::Returned, Some(name)) => {
                td_string!(locale, framework.became_returned_by, date = date, name = name.clone())
            }
            (SubmissionState::Returned, None) => td_string!(locale, framework.became_returned, date = date),
            (SubmissionState::Withdrawn, _) => td_string!(locale, framework.became_withdrawn, date = date),
            (SubmissionState::Pending, _) => String::new(),
        }
    }))
}
