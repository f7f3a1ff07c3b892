//! What can be done about a proposal: accept, adjust, decline with a word why — or take it back, where it is one's own.

use leptos::prelude::*;

use super::queries::proposals::{
    Proposal, ProposalAcceptInput, ProposalDeclineInput, ProposalWithdrawInput, proposal_accept,
    proposal_decline, proposal_withdraw,
};
use crate::api::{Api, Failure, UserError, UserErrorCode, use_api};
use crate::language::Text;
use crate::text;
use crate::ui::alert::{Alert, Gravity};

/// What is decided.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decision {
    Accept,
    Decline,
    Withdraw,
}

/// The buttons, and the word to whoever proposed it.
#[component]
pub(super) fn Decide(proposal: Proposal, decides: bool, is_adjusting: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let answer = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<Text>);
    let lacks_answer = RwSignal::new(false);
    let (stale, refused, failed) =
        (text!(editing.decide_stale), text!(editing.decide_refused), text!(editing.decide_failed));
    let id = proposal.id.inner().replace(':', "-");
    let is_report = proposal.form().is_none();
    let may_accept = is_report || !proposal.is_outdated;
    let decide = Callback::new(move |decision: Decision| {
        if is_busy.get_untracked() {
            return;
        }
        let words = answer.get_untracked().trim().to_owned();
        lacks_answer.set(decision == Decision::Decline && words.is_empty());
        if lacks_answer.get_untracked() {
            return;
        }
        problem.set(None);
        is_busy.set(true);
        let proposal = proposal.clone();
        leptos::task::spawn_local(async move {
            let errors = send(api, &proposal, decision, words).await;
            let _ = is_busy.try_set(false);
            let _ = problem.try_set(match errors {
                Ok(errors) if errors.is_empty() => {
                    api.connection.try_again();
                    None
                }
                Ok(errors) if errors.iter().any(|error| error.code == UserErrorCode::Stale) => Some(stale),
                Ok(_) => Some(refused),
                Err(_) => Some(failed),
            });
        });
    });
    let told = move || {
        problem
            .get()
            .map(|words| view! { <Alert gravity=Gravity::Error heading=words is_news=true>""</Alert> })
    };
    if !decides {
        return view! {
            {told}
            <p class="form-actions">
                <button type="button" class="button button-secondary" on:click=move |_| decide.run(Decision::Withdraw)>
                    {text!(editing.withdraw)}
                </button>
            </p>
        }
        .into_any();
    }
    let (box_id, error_id) = (format!("answer-{id}"), format!("answer-{id}-error"));
    view! {
        {told}
        <div class="form-group" class:form-error=lacks_answer>
            <label class="form-label" for=box_id.clone()>{text!(editing.answer)}</label>
            <span class="form-hint">{text!(editing.answer_hint)}</span>
            <Show when=move || lacks_answer.get()>
                <span class="form-error-message" role="alert" id=error_id.clone()>{text!(editing.decline_why)}</span>
            </Show>
            <textarea
                class="form-input"
                id=box_id
                rows="2"
                maxlength="2000"
                prop:value=answer
                on:input=move |event| answer.set(event_target_value(&event))
            ></textarea>
        </div>
        <p class="form-actions">
            {may_accept
                .then(|| {
                    let words = if is_report { text!(editing.report_mended) } else { text!(editing.accept) };
                    view! {
                        <button
                            type="button"
                            class="button button-primary"
                            on:click=move |_| decide.run(Decision::Accept)
                        >
                            {words}
                        </button>
                    }
                })}
            {(!is_report)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button-secondary"
                            on:click=move |_| is_adjusting.set(true)
                        >
                            {text!(editing.adjust)}
                        </button>
                    }
                })}
            <button type="button" class="button button-secondary" on:click=move |_| decide.run(Decision::Decline)>
                {text!(editing.decline)}
            </button>
        </p>
    }
    .into_any()
}

async fn send(
    api: Api,
    proposal: &Proposal,
    decision: Decision,
    words: String,
) -> Result<Vec<UserError>, Failure> {
    let (id, revision) = (proposal.id.clone(), proposal.revision);
    Ok(match decision {
        Decision::Accept => {
            let answer = Some(words).filter(|words| !words.is_empty());
            let input = ProposalAcceptInput {
                id,
                revision,
                service_form: None,
                contact_form: None,
                organisation_form: None,
                subject_revision: None,
                answer,
            };
            api.send(proposal_accept::ask(input)).await?.proposal_accept.user_errors
        }
        Decision::Decline => {
            let input = ProposalDeclineInput { id, revision, answer: words };
            api.send(proposal_decline::ask(input)).await?.proposal_decline.user_errors
        }
        Decision::Withdraw => {
            let input = ProposalWithdrawInput { id, revision };
            api.send(proposal_withdraw::ask(input)).await?.proposal_withdraw.user_errors
        }
    })
}
