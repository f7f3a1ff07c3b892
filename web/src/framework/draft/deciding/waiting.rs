//! What waits: who sent it and when, what the others have said, what is new section by section, and the decision.

use leptos::prelude::*;

use super::outcome::Outcome;
use super::section::{SectionToRead, all_sections};
use super::verdict::{Decide, TakeBack};
use super::verdicts::Verdicts;
use crate::clock;
use crate::directory::here::use_here;
use crate::format::words::near_past;
use crate::framework::published::differences::Legend;
use crate::framework::published::done::Done;
use crate::framework::published::grouping::by_section;
use crate::framework::published::queries::edition::EditionLink;
use crate::framework::published::queries::submission::Submission;
use crate::framework::sections::Section;
use crate::identity::viewer::use_viewer;
use crate::language::{td_string, text_by};
use crate::ui::paragraphs::Paragraphs;
use crate::{routes, text};

/// The submission.
#[component]
pub(crate) fn WaitingView(
    submission: Submission,
    newest: Option<EditionLink>,
    outcome: RwSignal<Option<Outcome>>,
) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let viewer = use_viewer();
    let may_write = Memo::new(move |_| viewer.may().edit_directory);
    let (sent, today, by) = (submission.submitted_at, clock::today(), submission.submitted_by.clone());
    let when = text_by(move |locale| {
        let time = near_past(locale, sent, today);
        match &by {
            Some(name) => td_string!(locale, framework.sent_by, time = time, name = name.clone()),
            None => td_string!(locale, framework.sent, time = time),
        }
    });
    let newest = newest.map(|newest| newest.number);
    let what = match newest {
        Some(number) => text!(framework.new_since, number = number),
        None => text!(framework.new_all),
    };
    let has_changed = !submission.differences.is_empty();
    let groups = by_section(&submission.differences);
    // Not asked anew after a remark: the page would be built anew under the reader's hands.
    let remarks = RwSignal::new(submission.remarks.clone());
    let all = all_sections(newest.is_none());
    let sections = Section::ALL.into_iter().map(|section| {
        let differences = groups.iter().find(|group| group.section == section).cloned();
        view! {
            <SectionToRead
                section=section
                differences=differences
                remarks=remarks
                submission=submission.id.clone()
                can_remark=submission.can_remark
                is_first=newest.is_none()
                all=all
            />
        }
    });
    let sections = sections.collect_view();
    let id = submission.id.clone();
    let own_decision = submission
        .can_decide
        .then(|| view! { <Decide id=submission.id.clone() remarks=remarks outcome=outcome/> });
    view! {
        <p class="font-lead">{when}</p>
        {submission.note.clone().map(|note| view! { <blockquote class="said"><Paragraphs text=note/></blockquote> })}
        <Verdicts
            verdicts=submission.verdicts.clone()
            approvals=submission.approvals
            needed=submission.approvals_needed
        />
        {submission.can_decide.then(|| view! { <p><a href="#afgoerelse">{text!(framework.to_decision)}</a></p> })}
        <h2>{what}</h2>
        {match (newest, has_changed) {
            (Some(_), true) => view! { <Legend/> }.into_any(),
            (Some(_), false) => view! { <p>{text!(framework.nothing_new)}</p> }.into_any(),
            (None, _) => ().into_any(),
        }}
        {newest
            .map(|number| {
                view! {
                    <p>
                        <a href=routes::framework(&slug)>{text!(framework.read_newest, number = number)}</a>
                    </p>
                }
            })}
        {sections}
        {(!submission.done.is_empty()).then(|| view! { <Done done=submission.done.clone()/> })}
        {own_decision}
        <Show when=move || may_write.get()>
            <TakeBack id=id.clone() outcome=outcome/>
        </Show>
    }
}
