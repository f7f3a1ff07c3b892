//! `/<m>/personer`: who belongs to the municipality, as what, and inviting more.

use leptos::prelude::*;

use super::invite_form::InviteForm;
use super::person_card::PersonCard;
use super::queries::people::{PersonInMunicipality, page};
use crate::api::{Api, Failure, remote, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::language::text_by;
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, DoneNotice};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;

/// Most pages of people that are fetched; a municipality has far fewer.
const MOST_PAGES: usize = 40;

/// The page.
#[component]
pub(crate) fn PeoplePage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let answer = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), everybody(api, slug))
    });
    let people = Memo::new(move |_| answer.known().map(|people| people.as_ref().clone()));
    let failure = Memo::new(move |_| answer.get().and_then(Result::err));
    // One attempt for all the cards: what went wrong stands above them, where it is read aloud.
    let attempt = Attempt::new(super::person_card::words);
    let summary = text_by(move |locale| {
        let count = people.with(|people| people.as_ref().map(Vec::len));
        count
            .map(|count| counted!(locale, count, identity.person_one, identity.person_many))
            .unwrap_or_default()
    });
    let nobody = move || {
        people.with(|people| people.as_ref().is_some_and(Vec::is_empty)).then(|| {
            view! {
                <EmptyNotice heading=text!(identity.people_none)>
                    <p>{text!(identity.people_none_do)}</p>
                </EmptyNotice>
            }
        })
    };
    let list = move || {
        view! {
            <h2 class="h4 list-summary" id="people">{summary}</h2>
            <AttemptErrors attempt=attempt fields=&[]/>
            <DoneNotice attempt=attempt label=text!(identity.done)/>
            {nobody}
            <ul class="nobullet-list own-cards no-max-width" aria-labelledby="people">
                <For
                    each=move || people.get().unwrap_or_default()
                    // A person with another role is another card.
                    key=|person: &PersonInMunicipality| format!("{person:?}")
                    children=move |person| view! { <PersonCard person=person attempt=attempt/> }
                />
            </ul>
        }
        .into_any()
    };
    let is_known = Memo::new(move |_| people.with(Option::is_some));
    view! {
        <PageHeading title=text!(identity.people)/>
        <p class="font-lead">{text!(identity.people_lead)}</p>
        {changing(Box::new(move || match (is_known.get(), failure.get()) {
            (true, None) => list(),
            (_, Some(failure)) => view! { <FailureNotice failure=failure/> }.into_any(),
            (false, None) => view! { <LoadingCards/> }.into_any(),
        }))}
        <section aria-labelledby="invite">
            <h2 class="h3" id="invite">{text!(identity.invite)}</h2>
            <InviteForm/>
        </section>
    }
}

async fn everybody(api: Api, slug: String) -> Result<Vec<PersonInMunicipality>, Failure> {
    let mut people = Vec::new();
    let mut after = None;
    for _ in 0..MOST_PAGES {
        let answer = api.send(page(slug.clone(), after)).await?;
        let Some(found) = answer.municipality.map(|municipality| municipality.people) else { break };
        people.extend(found.nodes);
        after = found.page_info.end_cursor.filter(|_| found.page_info.has_next_page);
        if after.is_none() {
            break;
        }
    }
    Ok(people)
}
