//! Saving an entry of any kind: made, changed, or proposed; and where to go afterwards.

use super::editor::{Attempt, Outcome, Way};
use super::fields::tree::Flaw;
use super::queries::forms::{FilledContact, FilledOrganisation, FilledService, as_json};
use super::queries::history::EntryKind;
use super::queries::save::*;
use super::saving_taxonomy;
use crate::api::{Api, Failure, UserError, UserErrorCode};
use crate::directory::search::Search;
use crate::routes;

/// What is saved.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// In which municipality.
    pub(crate) municipality: String,
    /// What kind of entry.
    pub(crate) kind: EntryKind,
    /// Which entry; none for a new one.
    pub(crate) id: Option<cynic::Id>,
    /// What becomes of it.
    pub(crate) way: Way,
}

/// Saves, and tells what came of it.
///
/// # Errors
/// Everything that is not about what was typed.
pub(crate) async fn save(api: Api, target: Target, attempt: Attempt) -> Result<Outcome, Failure> {
    match (&target.id, target.way) {
        (Some(id), Way::Propose) => propose(api, &target, id.clone(), attempt).await,
        (Some(id), _) => update(api, &target, id.clone(), attempt).await,
        (None, _) => create(api, &target, attempt).await,
    }
}

/// What was wrong, or that it is done.
pub(crate) fn outcome(errors: Vec<UserError>, address: impl FnOnce() -> String) -> Outcome {
    if errors.is_empty() {
        Outcome::Saved(address())
    } else {
        Outcome::Wrong(errors.into_iter().map(Flaw::from).collect())
    }
}

/// Where a contact is seen: in the look-up, by its name.
pub(crate) fn contact_address(municipality: &str, name: &str) -> String {
    format!("{}{}", routes::contacts(municipality), Search::of_text(name).query(1))
}

/// What came of a change: saved, wrong, or the other's version where somebody was faster.
pub(super) fn changed<F: serde::Serialize>(
    errors: Vec<UserError>,
    (current, revision, by): (Option<F>, Option<i32>, Option<String>),
    address: impl FnOnce() -> String,
) -> Outcome {
    let is_stale = errors.iter().any(|error| error.code == UserErrorCode::Stale);
    match (current, revision) {
        (Some(current), Some(revision)) if is_stale => {
            Outcome::Stale { form: as_json(&current), revision, by }
        }
        _ => outcome(errors, address),
    }
}

async fn update(api: Api, target: &Target, id: cynic::Id, attempt: Attempt) -> Result<Outcome, Failure> {
    let Attempt { form, revision, note } = attempt;
    let place = target.municipality.as_str();
    Ok(match target.kind {
        EntryKind::Organisation => {
            let form = FilledOrganisation(form);
            let answer = api
                .send(organisation_update::ask(OrganisationUpdateInput { id, revision, form, note }))
                .await?;
            let done = answer.organisation_update;
            changed(done.user_errors, (done.current, done.current_revision, done.changed_by), || {
                done.organisation.map_or_else(
                    || routes::organisations(place),
                    |saved| routes::organisation(place, &saved.slug),
                )
            })
        }
        EntryKind::Service => {
            let form = FilledService(form);
            let answer =
                api.send(service_update::ask(ServiceUpdateInput { id, revision, form, note })).await?;
            let done = answer.service_update;
            changed(done.user_errors, (done.current, done.current_revision, done.changed_by), || {
                done.service
                    .map_or_else(|| routes::services(place, ""), |saved| routes::service(place, &saved.slug))
            })
        }
        EntryKind::Contact => {
            let name = form["name"].as_str().unwrap_or_default().to_owned();
            let form = FilledContact(form);
            let answer =
                api.send(contact_update::ask(ContactUpdateInput { id, revision, form, note })).await?;
            let done = answer.contact_update;
            changed(done.user_errors, (done.current, done.current_revision, done.changed_by), || {
                contact_address(place, &name)
            })
        }
        EntryKind::Theme | EntryKind::TargetGroup | EntryKind::Concept => {
            let attempt = Attempt { form, revision, note };
            saving_taxonomy::update(api, place, target.kind, id, attempt).await?
        }
    })
}

async fn create(api: Api, target: &Target, attempt: Attempt) -> Result<Outcome, Failure> {
    let Attempt { form, note, .. } = attempt;
    let (place, municipality) = (target.municipality.as_str(), target.municipality.clone());
    Ok(match target.kind {
        EntryKind::Organisation => {
            let input = OrganisationCreateInput { municipality, form: FilledOrganisation(form), note };
            let made = api.send(organisation_create::ask(input)).await?.organisation_create;
            outcome(made.user_errors, || {
                made.organisation.map_or_else(
                    || routes::organisations(place),
                    |made| routes::organisation(place, &made.slug),
                )
            })
        }
        EntryKind::Service => {
            let input = ServiceCreateInput { municipality, form: FilledService(form), note };
            let made = api.send(service_create::ask(input)).await?.service_create;
            outcome(made.user_errors, || {
                made.service
                    .map_or_else(|| routes::services(place, ""), |made| routes::service(place, &made.slug))
            })
        }
        EntryKind::Contact => {
            let name = form["name"].as_str().unwrap_or_default().to_owned();
            let input = ContactCreateInput { municipality, form: FilledContact(form), note };
            let made = api.send(contact_create::ask(input)).await?.contact_create;
            outcome(made.user_errors, || contact_address(place, &name))
        }
        EntryKind::Theme | EntryKind::TargetGroup | EntryKind::Concept => {
            saving_taxonomy::create(api, municipality, target.kind, form, note).await?
        }
    })
}

async fn propose(api: Api, target: &Target, id: cynic::Id, attempt: Attempt) -> Result<Outcome, Failure> {
    let form = |kind| Some(attempt.form.clone()).filter(|_| target.kind == kind);
    let input = ProposalMakeInput {
        subject: id,
        revision: attempt.revision,
        service_form: form(EntryKind::Service).map(FilledService),
        contact_form: form(EntryKind::Contact).map(FilledContact),
        organisation_form: form(EntryKind::Organisation).map(FilledOrganisation),
        message: attempt.note.clone(),
    };
    let made = api.send(proposal_make::ask(input)).await?.proposal_make;
    Ok(outcome(made.user_errors, || routes::proposals(&target.municipality)))
}
