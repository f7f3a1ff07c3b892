//! `/<m>/forslag`: what is proposed and what is reported. The project leader sees everybody's, with what is to be
//! decided first; others see their own, with the answer.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::proposal_card::ProposalCard;
use super::queries::proposals::{Proposal, ProposalStatus, ProposalsVariables, page};
use crate::api::{Failure, remote, use_api};
use crate::directory::here::use_here;
use crate::identity::viewer::use_viewer;
use crate::not_found_page::NothingThere;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;
use crate::{routes, text};

/// The value of the address that asks for those that are decided.
const DECIDED: &str = "afgjorte";

/// The page.
#[component]
pub(crate) fn ProposalsPage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let query = use_query_map();
    let shows_decided = Memo::new(move |_| query.with(|query| query.get("vis").as_deref() == Some(DECIDED)));
    let decides = Memo::new(move |_| use_viewer().may().decide_proposals);
    let status = move || match (decides.get(), shows_decided.get()) {
        (false, _) => None,
        (true, false) => Some(vec![ProposalStatus::Pending]),
        (true, true) => Some(vec![
            ProposalStatus::Accepted,
            ProposalStatus::Adjusted,
            ProposalStatus::Declined,
            ProposalStatus::Withdrawn,
        ]),
    };
    let found = remote(api, move || {
        let (slug, status) = (here.slug(), status());
        let key = format!("{slug} {status:?}");
        let question = ProposalsVariables { slug, status: status.clone(), after: None };
        (key, async move {
            Ok(api.send(page(question)).await?.municipality.map(|found| (status, found.proposals)))
        })
    });
    view! {
        <PageHeading title=text!(editing.proposals)/>
        <Show when=move || decides.get()>
            <Which shows_decided=shows_decided.into()/>
        </Show>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            move |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some((status, found)) => {
                    let next = found.page_info.clone().next();
                    view! { <All status=status.clone() proposals=found.nodes.clone() next=next/> }.into_any()
                }
            },
        )}
    }
}

/// Those to decide, or those that are decided.
#[component]
fn Which(shows_decided: Signal<bool>) -> impl IntoView {
    let address = routes::proposals(&use_here().slug_untracked());
    let decided = format!("{address}?vis={DECIDED}");
    let current = move |is_decided: bool| (shows_decided.get() == is_decided).then_some("page");
    view! {
        <nav class="which" aria-label=text!(editing.proposals_which)>
            <a href=address aria-current=move || current(false)>{text!(editing.proposals_open)}</a>
            <a href=decided aria-current=move || current(true)>{text!(editing.proposals_decided)}</a>
        </nav>
    }
}

#[component]
fn All(status: Option<Vec<ProposalStatus>>, proposals: Vec<Proposal>, next: Option<String>) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    if proposals.is_empty() {
        return view! {
            <EmptyNotice heading=text!(editing.proposals_empty)>
                <p>{text!(editing.proposals_empty_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let proposals = RwSignal::new(proposals);
    let next = RwSignal::new(next);
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let (slug, status) = (slug.clone(), status.clone());
        let asked = page(ProposalsVariables { slug, status, after: next.get_untracked() });
        leptos::task::spawn_local(async move {
            match api.send(asked).await.map(|answer| answer.municipality) {
                Ok(Some(found)) => {
                    let _ = proposals.try_update(|all| all.extend(found.proposals.nodes));
                    let page = found.proposals.page_info;
                    let _ = next.try_set(page.next());
                }
                Ok(None) => {}
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    view! {
        <ul class="nobullet-list changes no-max-width">
            <For
                each=move || proposals.get()
                key=|one: &Proposal| one.id.inner().to_owned()
                children=|one| view! { <ProposalCard proposal=one/> }
            />
        </ul>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=move || next.get().is_some()>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {text!(editing.more_proposals)}
            </button>
        </Show>
    }
    .into_any()
}
