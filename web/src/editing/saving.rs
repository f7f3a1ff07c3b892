//! Saving an entry of any kind: made, changed, or proposed; and where to go afterwards.

use super::editor::{Attempt, Outcome, Way};
use super::fields::tree::Flaw;
use super::queries::forms::{FilledContact, FilledOrganisation, FilledService, as_json};
use super::queries::history::EntryKind;
use super::queries::save::*;
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

async fn update(api: Api, target: &Target, id: cynic::Id, attempt: Attempt) -> Result<Outcome, Failure> {
    let Attempt { form, revision, note } = attempt;
    let place = target.municipality.as_str();
    let name = form["name"].as_str().unwrap_or_default().to_owned();
    /// The other's version, if there is one.
    macro_rules! done {
        ($payload:expr, $saved:ident => $address:expr) => {{
            let payload = $payload;
            let is_stale = payload.user_errors.iter().any(|error| error.code == UserErrorCode::Stale);
            match (payload.current, payload.current_revision) {
                (Some(current), Some(revision)) if is_stale => {
                    Outcome::Stale { form: as_json(&current), revision, by: payload.changed_by }
                }
                _ => outcome(payload.user_errors, || $address),
            }
        }};
    }
    Ok(match target.kind {
        EntryKind::Organisation => {
            let answer = api
                .send(organisation_update::ask(OrganisationUpdateInput {
                    id,
                    revision,
                    form: FilledOrganisation(form),
                    note,
                }))
                .await?;
            let saved = answer.organisation_update.organisation.clone();
            done!(answer.organisation_update, saved => saved
                .map_or_else(|| routes::organisations(place), |saved| routes::organisation(place, &saved.slug)))
        }
        EntryKind::Service => {
            let answer = api
                .send(service_update::ask(ServiceUpdateInput {
                    id,
                    revision,
                    form: FilledService(form),
                    note,
                }))
                .await?;
            let saved = answer.service_update.service.clone();
            done!(answer.service_update, saved => saved
                .map_or_else(|| routes::services(place, ""), |saved| routes::service(place, &saved.slug)))
        }
        _ => {
            let answer = api
                .send(contact_update::ask(ContactUpdateInput {
                    id,
                    revision,
                    form: FilledContact(form),
                    note,
                }))
                .await?;
            done!(answer.contact_update, saved => contact_address(place, &name))
        }
    })
}

async fn create(api: Api, target: &Target, attempt: Attempt) -> Result<Outcome, Failure> {
    let Attempt { form, note, .. } = attempt;
    let (place, municipality) = (target.municipality.as_str(), target.municipality.clone());
    let name = form["name"].as_str().unwrap_or_default().to_owned();
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
        _ => {
            let input = ContactCreateInput { municipality, form: FilledContact(form), note };
            let made = api.send(contact_create::ask(input)).await?.contact_create;
            outcome(made.user_errors, || contact_address(place, &name))
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
