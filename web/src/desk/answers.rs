//! Answers to one's own proposals, with the words of whoever decided. They lie here until they are noted as seen.

use leptos::prelude::*;

use super::pile::{Pile, Section, Thing};
use super::queries::{DeskProposals, Proposal, ProposalAnswerNoteInput, proposal_answer_note};
use crate::api::use_api;
use crate::counted;
use crate::editing::queries::proposals::ProposalStatus;
use crate::format::words::day;
use crate::language::{Text, danish, td_string, text_by};
use crate::{routes, text};

/// Those not noted yet.
pub(super) fn answered(slug: &str, found: DeskProposals) -> Pile {
    let count = found.total_count;
    let heading = text_by(move |locale| counted!(locale, count, desk.answers_one, desk.answers_many));
    let href = routes::proposals(slug);
    let things = found.nodes.into_iter().map(|one| {
        let about = outcome(&one);
        Thing {
            doing: text!(desk.answer),
            name: Some(one.subject_name.clone()),
            href: href.clone(),
            about,
            below: Some(view! { <Answer proposal=one/> }.into_any()),
        }
    });
    Pile { section: Section::Waits, heading: Some(heading), things: things.collect(), below: None }
}

/// What became of it, and when.
fn outcome(proposal: &Proposal) -> Text {
    let on = proposal.decided_at.unwrap_or(proposal.created_at).in_copenhagen().date;
    let status = proposal.status;
    text_by(move |locale| {
        let date = day(locale, on);
        match status {
            ProposalStatus::Declined => td_string!(locale, desk.declined, date = date),
            ProposalStatus::Adjusted => td_string!(locale, desk.adjusted, date = date),
            _ => td_string!(locale, desk.accepted, date = date),
        }
    })
}

/// The words, and the button that takes it from the desk.
#[component]
fn Answer(proposal: Proposal) -> impl IntoView {
    let api = use_api();
    let lang = danish();
    let has_failed = RwSignal::new(false);
    let id = proposal.id;
    let note = move |_| {
        let input = ProposalAnswerNoteInput { id: id.clone() };
        leptos::task::spawn_local(async move {
            match api.send(proposal_answer_note::ask(input)).await {
                Ok(answer) if answer.proposal_answer_note.done => api.connection.try_again(),
                _ => drop(has_failed.try_set(true)),
            }
        });
    };
    let about = proposal.subject_name;
    view! {
        {proposal.answer.map(|words| view! { <p class="desk-words" lang=lang>{words}</p> })}
        <p class="form-actions">
            <button type="button" class="button button-secondary" on:click=note>
                {text!(desk.seen)}
                <span class="sr-only">": " {about}</span>
            </button>
        </p>
        <p role="status" class="small-text">{move || has_failed.get().then(|| text!(desk.seen_failed))}</p>
    }
}
