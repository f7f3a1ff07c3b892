//! A person of the municipality: roles, when they were here last, and what a project leader can do about it.

use leptos::prelude::*;

use super::queries::people::{
    PersonBlockInput, PersonInMunicipality, PersonSecondFactorResetInput, PersonSessionsRevokeInput,
    RoleRevokeInput, person_block, person_second_factor_reset, person_sessions_revoke, role_revoke,
};
use super::queries::viewer::{Person, RoleGrant};
use super::viewer::use_viewer;
use super::words as role_words;
use crate::api::{UserErrorCode, use_api};
use crate::counted;
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::language::{Locale, td_string, text_by};
use crate::text;
use crate::ui::attempt::Attempt;
use crate::ui::sure_button::SureButton;

/// The card.
#[component]
pub(crate) fn PersonCard(person: PersonInMunicipality, attempt: Attempt) -> impl IntoView {
    let viewer = use_viewer();
    let PersonInMunicipality { person, roles, sessions, last_seen_at, invitation_pending } = person;
    let is_me = viewer.me().is_some_and(|me| me.person.id == person.id);
    let state = text_by(move |locale| {
        if invitation_pending {
            return td_string!(locale, identity.invitation_pending).to_owned();
        }
        match last_seen_at {
            Some(at) => td_string!(locale, identity.last_seen, date = day(locale, at.in_copenhagen().date)),
            None => td_string!(locale, identity.never_seen).to_owned(),
        }
    });
    let browsers = sessions.len();
    let lines = roles.clone().into_iter().map(|grant| {
        let line = text_by(move |locale| {
            // The municipality is the page's own.
            role_words::grant(locale, &RoleGrant { municipality: None, ..grant.clone() })
        });
        view! { <li>{line}</li> }
    });
    view! {
        <li class="card own-card">
            <article class="card-content">
                <h3 class="h4 card-heading">{person.name.clone()}</h3>
                <p class="card-address">{person.email.clone()}</p>
                {person.is_blocked.then(|| view! { <p class="is-blocked">{text!(identity.blocked)}</p> })}
                <ul class="nobullet-list role-list">{lines.collect_view()}</ul>
                <p class="small-text">{state}</p>
                {if is_me {
                    view! { <p class="small-text">{text!(identity.this_is_you)}</p> }.into_any()
                } else {
                    view! { <Doings person=person roles=roles browsers=browsers attempt=attempt/> }.into_any()
                }}
            </article>
        </li>
    }
}

/// The way to take a role; it says which where there are several.
#[component]
fn TakeRole(grant: RoleGrant, name: String, is_only: bool, attempt: Attempt) -> impl IntoView {
    let api = use_api();
    let id = grant.id.clone();
    let take = Callback::new(move |()| {
        let input = RoleRevokeInput { id: id.clone() };
        let work = async move { Ok(((), api.send(role_revoke::ask(input)).await?.role_revoke.user_errors)) };
        attempt.run(work, move |()| api.connection.try_again());
    });
    let label = text_by(move |locale| {
        if is_only {
            return td_string!(locale, identity.role_take).to_owned();
        }
        let role = role_words::grant(locale, &RoleGrant { municipality: None, ..grant.clone() });
        td_string!(locale, identity.role_take_of, role = role)
    });
    view! { <SureButton label=label sure=text!(identity.role_take_sure) about=name act=take/> }
}

/// What can be done about somebody else's account.
#[component]
fn Doings(person: Person, roles: Vec<RoleGrant>, browsers: usize, attempt: Attempt) -> impl IntoView {
    let api = use_api();
    let slug = StoredValue::new(use_here().slug_untracked());
    let id = StoredValue::new(person.id.clone());
    let again = move |()| api.connection.try_again();
    let end_sessions = Callback::new(move |()| {
        let input = PersonSessionsRevokeInput { municipality: slug.get_value(), person: id.get_value() };
        let question = person_sessions_revoke::ask(input);
        let work = async move { Ok(((), api.send(question).await?.person_sessions_revoke.user_errors)) };
        attempt.run(work, again);
    });
    let reset = Callback::new(move |()| {
        let input = PersonSecondFactorResetInput { municipality: slug.get_value(), person: id.get_value() };
        let question = person_second_factor_reset::ask(input);
        let work = async move { Ok(((), api.send(question).await?.person_second_factor_reset.user_errors)) };
        attempt.run(work, again);
    });
    let is_blocked = person.is_blocked;
    let block = Callback::new(move |()| {
        let (municipality, person) = (slug.get_value(), id.get_value());
        let question = person_block::ask(PersonBlockInput { municipality, person, blocked: !is_blocked });
        let work = async move { Ok(((), api.send(question).await?.person_block.user_errors)) };
        attempt.run(work, again);
    });
    let signed_in = text_by(move |locale| {
        counted!(locale, browsers, identity.end_session_one, identity.end_session_many)
    });
    let block_label = if is_blocked { text!(identity.let_in) } else { text!(identity.block) };
    let block_sure = if is_blocked { text!(identity.let_in_sure) } else { text!(identity.block_sure) };
    let name = person.name;
    let is_only = roles.len() == 1;
    let takes = roles.into_iter().map(|grant| {
        view! { <TakeRole grant=grant name=name.clone() is_only=is_only attempt=attempt/> }
    });
    let takes = takes.collect_view();
    view! {
        <div class="form-actions">
            {takes}
            {(browsers > 0)
                .then(|| {
                    let (about, act) = (name.clone(), end_sessions);
                    view! { <SureButton label=signed_in sure=text!(identity.end_sessions_sure) about=about act=act/> }
                })}
            {person
                .has_second_factor
                .then(|| {
                    view! {
                        <SureButton
                            label=text!(identity.phone_lost)
                            sure=text!(identity.phone_lost_sure)
                            about=name.clone()
                            act=reset
                        />
                    }
                })}
            <SureButton label=block_label sure=block_sure about=name.clone() act=block/>
        </div>
    }
}

/// What can go wrong with what is done about people.
pub(super) fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("person", UserErrorCode::InUse) => Some(td_string!(locale, identity.person_elsewhere)),
        (_, UserErrorCode::InUse) => Some(td_string!(locale, identity.last_leader)),
        _ => None,
    }
}
