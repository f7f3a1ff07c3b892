//! Inviting somebody to the municipality, or giving somebody who is here another role.

use leptos::prelude::*;

use super::queries::enums::Role;
use super::queries::people::{PersonInviteInput, person_invite};
use super::words as role_words;
use crate::api::{Api, Failure, UserErrorCode, remote, use_api};
use crate::directory::here::use_here;
use crate::directory::queries::organisations;
use crate::language::{Locale, td_string, use_language};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, DoneNotice, SubmitButton};
use crate::ui::field::{Choice, Field, Takes};

/// Most pages of organisations offered, a hundred each.
const MOST_PAGES: usize = 20;

/// The form.
#[component]
pub(crate) fn InviteForm() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let language = use_language();
    let attempt = Attempt::new(words);
    let (email, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let role = RwSignal::new(Role::Partner.key().to_owned());
    let organisation = RwSignal::new(String::new());
    let roles = Signal::derive(move || {
        let named = |role: Role| (role.key().to_owned(), role_words::role(language.get(), role).to_owned());
        Role::GIVEN.into_iter().map(named).collect::<Vec<_>>()
    });
    let is_for_one = Memo::new(move |_| Role::of_key(&role.get()).is_some_and(Role::is_for_an_organisation));
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        for (field, value) in [("email", email), ("name", name)] {
            if value.with_untracked(|value| value.trim().is_empty()) {
                return attempt.refuse(UserErrorCode::Required, field);
            }
        }
        let Some(role) = Role::of_key(&role.get_untracked()) else { return };
        let chosen = organisation.get_untracked();
        if role.is_for_an_organisation() && chosen.is_empty() {
            return attempt.refuse(UserErrorCode::Required, "organisation");
        }
        let input = PersonInviteInput {
            municipality: here.slug_untracked(),
            email: email.get_untracked().trim().to_owned(),
            name: name.get_untracked().trim().to_owned(),
            role,
            organisation: role.is_for_an_organisation().then_some(chosen),
        };
        let work = async move {
            let payload = api.send(person_invite::ask(input)).await?.person_invite;
            Ok(((), payload.user_errors))
        };
        attempt.run(work, move |()| {
            let _ = email.try_set(String::new());
            let _ = name.try_set(String::new());
            api.connection.try_again();
        });
    };
    view! {
        <p>{text!(identity.invite_lead)}</p>
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=&["email", "name", "role", "organisation"]/>
            <Field
                id="invite-name"
                label=text!(identity.name)
                value=name
                takes=Takes::Line("off")
                wrong=attempt.wrong_with("name")
            />
            <Field
                id="invite-email"
                label=text!(identity.email)
                value=email
                takes=Takes::Email("off")
                wrong=attempt.wrong_with("email")
            />
            <Choice
                id="invite-role"
                label=text!(identity.role)
                value=role
                options=roles
                wrong=attempt.wrong_with("role")
            />
            <Show when=move || is_for_one.get()>
                <Organisations organisation=organisation attempt=attempt/>
            </Show>
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(identity.invite_send)/>
            </p>
            <DoneNotice attempt=attempt label=text!(identity.invite_done)/>
        </form>
    }
}

/// The organisation that the role is for.
#[component]
fn Organisations(organisation: RwSignal<String>, attempt: Attempt) -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let language = use_language();
    let all = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), all_organisations(api, slug))
    });
    let options = Signal::derive(move || {
        let choose = (String::new(), td_string!(language.get(), identity.organisation_choose).to_owned());
        let known = all.known().map(|known| known.as_ref().clone()).unwrap_or_default();
        std::iter::once(choose).chain(known).collect::<Vec<_>>()
    });
    view! {
        <Choice
            id="invite-organisation"
            label=text!(identity.organisation)
            hint=text!(identity.organisation_hint)
            value=organisation
            options=options
            wrong=attempt.wrong_with("organisation")
        />
    }
}

/// Slugs and names, by the alphabet of the names as the screen sorts them.
async fn all_organisations(api: Api, slug: String) -> Result<Vec<(String, String)>, Failure> {
    let mut all = Vec::new();
    let mut after = None;
    for _ in 0..MOST_PAGES {
        let answer = api.ask(organisations::page(slug.clone(), after)).await?;
        let Some(found) = answer.municipality.map(|municipality| municipality.organisations) else { break };
        all.extend(found.nodes.into_iter().map(|one| (one.slug, one.name)));
        after = found.page_info.next();
        if after.is_none() {
            break;
        }
    }
    all.sort_by_cached_key(|(_, name)| name.to_lowercase());
    Ok(all)
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("email", UserErrorCode::Required) => Some(td_string!(locale, identity.email_required)),
        ("email", UserErrorCode::Invalid) => Some(td_string!(locale, identity.email_invalid)),
        ("email", UserErrorCode::InUse) => Some(td_string!(locale, identity.invite_blocked)),
        (_, UserErrorCode::Taken) => Some(td_string!(locale, identity.role_taken)),
        ("organisation", _) => Some(td_string!(locale, identity.organisation_required)),
        _ => None,
    }
}
