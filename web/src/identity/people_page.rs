//! `/<m>/personer`: who belongs to the municipality, as what, and inviting more.

use leptos::html;
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
use crate::ui::field::{Field, Takes};
use crate::ui::icon::{Icon, icon};
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;

/// Most pages of people that are fetched; a municipality has far fewer.
const MOST_PAGES: usize = 40;

/// Up to how many people are seen at a glance; with more there is a field to find one.
const FEW: usize = 10;

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
    let typed = RwSignal::new(String::new());
    let has_filter =
        Memo::new(move |_| people.with(|people| people.as_ref().is_some_and(|all| all.len() > FEW)));
    let found = Memo::new(move |_| {
        let mut found = people.get().unwrap_or_default();
        if has_filter.get() {
            let wanted = typed.get().trim().to_lowercase();
            found.retain(|one| fits(one, &wanted));
        }
        found
    });
    let none_found = move || {
        let is_none =
            found.with(Vec::is_empty) && people.with(|all| all.as_ref().is_some_and(|all| !all.is_empty()));
        is_none.then(|| text!(identity.people_none_found))
    };
    let list = move || {
        view! {
            <h2 class="h4 list-summary" id="people">{summary}</h2>
            <Show when=move || has_filter.get()>
                <div class="people-filter">
                    <Field
                        id="people-filter"
                        label=text!(identity.people_filter)
                        value=typed
                        takes=Takes::Line("off")
                        hint=text!(identity.people_filter_hint)
                    />
                </div>
            </Show>
            <p role="status">{none_found}</p>
            <AttemptErrors attempt=attempt fields=&[]/>
            <DoneNotice attempt=attempt label=text!(identity.done)/>
            {nobody}
            <ul class="nobullet-list own-cards no-max-width" aria-labelledby="people">
                <For
                    each=move || found.get()
                    // A person with another role is another card.
                    key=|person: &PersonInMunicipality| format!("{person:?}")
                    children=move |person| view! { <PersonCard person=person attempt=attempt/> }
                />
            </ul>
        }
        .into_any()
    };
    // Not a link: the router would take it for a way to another page.
    let invite = NodeRef::<html::H2>::new();
    let to_invite = move |_| {
        if let Some(heading) = invite.get_untracked() {
            heading.scroll_into_view();
            let _ = heading.focus();
        }
    };
    let is_known = Memo::new(move |_| people.with(Option::is_some));
    view! {
        <PageHeading title=text!(identity.people)/>
        <p class="font-lead">{text!(identity.people_lead)}</p>
        <p class="way-to-invite">
            <button type="button" class="button button-secondary" on:click=to_invite>
                {icon(Icon::Plus)}
                {text!(identity.invite)}
            </button>
        </p>
        {changing(Box::new(move || match (is_known.get(), failure.get()) {
            (true, None) => list(),
            (_, Some(failure)) => view! { <FailureNotice failure=failure/> }.into_any(),
            (false, None) => view! { <LoadingCards/> }.into_any(),
        }))}
        <section aria-labelledby="invite">
            <h2 class="h3" id="invite" tabindex="-1" node_ref=invite>{text!(identity.invite)}</h2>
            <InviteForm/>
        </section>
    }
}

/// Whether the person's name, address, role's organisation has all the words.
fn fits(one: &PersonInMunicipality, wanted: &str) -> bool {
    let organisations = one.roles.iter().filter_map(|grant| Some(grant.organisation.as_ref()?.name.as_str()));
    let all = [one.person.name.as_str(), one.person.email.as_str()].into_iter().chain(organisations);
    let all = all.collect::<Vec<_>>().join(" ").to_lowercase();
    wanted.split_whitespace().all(|word| all.contains(word))
}

async fn everybody(api: Api, slug: String) -> Result<Vec<PersonInMunicipality>, Failure> {
    let mut people = Vec::new();
    let mut after = None;
    for _ in 0..MOST_PAGES {
        let answer = api.send(page(slug.clone(), after)).await?;
        let Some(found) = answer.municipality.map(|municipality| municipality.people) else { break };
        people.extend(found.nodes);
        after = found.page_info.next();
        if after.is_none() {
            break;
        }
    }
    Ok(people)
}
