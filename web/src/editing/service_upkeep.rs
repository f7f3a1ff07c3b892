//! On a service's page, for those who keep it right: whose duty it is, when it is to be checked again, and the one press
//! that says that it is right.

use leptos::prelude::*;

use super::confirm::Confirm;
pub(crate) use super::queries::upkeep::CheckedService;
use super::queries::upkeep::{CheckingNode, CheckingService, DutyNode, Owner, checking, duty};
use crate::api::{Api, Failure, remote, use_api};
use crate::format::words::day;
use crate::identity::viewer::use_viewer;
use crate::language::{Text, td_string, text_by};
use crate::text;
use crate::ui::shown::changing;

/// How it stands; who looks after it, if the reader may know.
type Standing = Option<(CheckingService, Option<Option<Owner>>)>;

/// The lines; nothing for a visitor. `checked` gets what a press has changed.
#[component]
pub(crate) fn ServiceUpkeep(id: cynic::Id, name: String, checked: Callback<CheckedService>) -> impl IntoView {
    let api = use_api();
    let viewer = use_viewer();
    let next = RwSignal::new(None);
    let asked = id.clone();
    let standing = remote(api, move || {
        let (person, leads, id) = (viewer.key(), viewer.may().edit_directory, asked.clone());
        let question = format!("{} {person:?} {leads}", id.inner());
        (question, async move { if person.is_some() { ask(api, id, leads).await } else { Ok(None) } })
    });
    let told = Callback::new(move |service: CheckedService| {
        let _ = next.try_set(service.next_check_on);
        let _ = checked.try_run(service);
    });
    changing(Box::new(move || {
        let Some((service, owner)) = standing.known().and_then(|known| Standing::clone(&known)) else {
            return ().into_any();
        };
        let due = service.next_check_on;
        let due = text_by(move |locale| {
            let date = next.get().or(due);
            date.map(|date| td_string!(locale, editing.next_check, date = day(locale, date)))
                .unwrap_or_default()
        });
        let duty: Option<Text> = owner.map(|owner| match owner {
            Some(owner) => text!(editing.owner_is, name = owner.name.clone()),
            None => text!(editing.owner_none),
        });
        if !service.can_confirm && duty.is_none() {
            return ().into_any();
        }
        let confirm = service.can_confirm.then(|| {
            view! {
                <p class="form-actions">
                    <Confirm id=id.clone() revision=service.revision name=name.clone() checked=told/>
                </p>
            }
        });
        view! {
            <p>
                {duty.map(|words| view! { <span>{words}</span> ". " })}
                <span>{due}</span>
            </p>
            {confirm}
        }
        .into_any()
    }))
}

async fn ask(api: Api, id: cynic::Id, leads: bool) -> Result<Standing, Failure> {
    let Some(CheckingNode::Service(service)) = api.send(checking(id.clone())).await?.node else {
        return Ok(None);
    };
    let owner = match leads {
        true => match api.send(duty(id)).await?.node {
            Some(DutyNode::Service(one)) => Some(one.owner),
            _ => None,
        },
        false => None,
    };
    Ok(Some((service, owner)))
}
