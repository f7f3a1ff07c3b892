//! One proposal: who, when, why, field by field what would be changed, where it stands, and what can be done about it.

use leptos::prelude::*;

use super::adjust::Adjust;
use super::decide::Decide;
use super::differences::Differences;
use super::queries::proposals::{Proposal, ProposalStatus};
use crate::clock;
use crate::directory::here::use_here;
use crate::format::words::near_past;
use crate::identity::viewer::use_viewer;
use crate::language::{Text, danish, text_by};
use crate::ui::alert::{Alert, Gravity};
use crate::ui::shown::changing;
use crate::{routes, text};

/// The card.
#[component]
pub(super) fn ProposalCard(proposal: Proposal) -> impl IntoView {
    let lang = danish();
    let slug = use_here().slug_untracked();
    let (at, today) = (proposal.created_at, clock::today());
    let when = text_by(move |locale| near_past(locale, at, today));
    let is_open = proposal.status == ProposalStatus::Pending;
    let is_report = proposal.form().is_none();
    let is_adjusting = RwSignal::new(false);
    let decides = untrack(|| use_viewer().may().decide_proposals);
    let history = proposal.subject_id.clone().map(|id| routes::history_of(&slug, id.inner()));
    let by =
        proposal.proposer_name.clone().map(Signal::stored).unwrap_or_else(|| text!(editing.proposer_unknown));
    let email = proposal.proposer_email.clone().filter(|_| decides).map(|address| {
        let href = format!("mailto:{address}");
        view! { " · " <a href=href>{address}</a> }
    });
    let shown = proposal.clone();
    let actions = changing(Box::new(move || {
        if !is_open {
            ().into_any()
        } else if is_adjusting.get() {
            view! { <Adjust proposal=shown.clone()/> }.into_any()
        } else {
            view! { <Decide proposal=shown.clone() decides=decides is_adjusting=is_adjusting/> }.into_any()
        }
    }));
    view! {
        <li class="change">
            <article>
                <h2 class="h4">
                    {if is_report { text!(editing.report_about) } else { text!(editing.proposal_for) }}
                    " "
                    <span lang=lang>{proposal.subject_name.clone()}</span>
                </h2>
                <p class="small-text">
                    {by} {email} " · " {when} " · " {status(proposal.status)}
                    {history.map(|href| view! { " · " <a href=href>{text!(editing.history)}</a> })}
                </p>
                {proposal.message.clone().map(|words| view! { <p class="version" lang=lang>{words}</p> })}
                {(proposal.is_outdated && is_open)
                    .then(|| {
                        view! {
                            <Alert gravity=Gravity::Warning heading=text!(editing.outdated)>
                                <p class="alert-text">{text!(editing.outdated_do)}</p>
                            </Alert>
                        }
                    })}
                <Differences kind=proposal.kind fields=proposal.fields.clone()/>
                {proposal
                    .answer
                    .clone()
                    .map(|words| {
                        view! {
                            <p>
                                <span class="weight-semibold">{text!(editing.answered)}</span>
                                " "
                                <span class="version" lang=lang>{words}</span>
                            </p>
                        }
                    })}
                {actions}
            </article>
        </li>
    }
}

fn status(status: ProposalStatus) -> Text {
    match status {
        ProposalStatus::Pending => text!(editing.status_pending),
        ProposalStatus::Accepted => text!(editing.status_accepted),
        ProposalStatus::Adjusted => text!(editing.status_adjusted),
        ProposalStatus::Declined => text!(editing.status_declined),
        ProposalStatus::Withdrawn => text!(editing.status_withdrawn),
    }
}
