//! A proposal taken over with changes: the entry's form with what was proposed put in, so that what others have changed
//! meanwhile stays.

use leptos::prelude::*;
use serde_json::Value;

use super::editor::{Attempt, Awaited, Editing, Editor, Outcome, Way};
use super::fields::Source;
use super::queries::choices::{Choices, load};
use super::queries::entry::{Entry, by_id};
use super::queries::forms::{FilledContact, FilledOrganisation, FilledService};
use super::queries::history::EntryKind;
use super::queries::proposals::{Proposal, ProposalAcceptInput, proposal_accept};
use super::saving::outcome;
use super::specs;
use crate::api::{Api, Failure, use_api};
use crate::directory::here::use_here;
use crate::routes;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::shown::changing;

/// Everything that a form can refer to.
const SOURCES: &[Source] = &[
    Source::Organisations,
    Source::Contacts,
    Source::Services,
    Source::Themes,
    Source::TargetGroups,
    Source::People,
];

/// The form, once all it needs is there.
#[component]
pub(super) fn Adjust(proposal: Proposal) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let found = RwSignal::new(None::<Result<(Option<Entry>, Choices), Failure>>);
    let (place, subject) = (slug.clone(), proposal.subject_id.clone());
    leptos::task::spawn_local(async move {
        let answer = async {
            let entry = match subject {
                Some(id) => api.send(by_id(id)).await?.entry(),
                None => None,
            };
            Ok((entry, load(api, place, SOURCES).await?))
        };
        let answer = answer.await;
        let _ = found.try_set(Some(answer));
    });
    changing(Box::new(move || match found.get() {
        None => view! { <LoadingCards/> }.into_any(),
        Some(Err(failure)) => view! { <FailureNotice failure=failure/> }.into_any(),
        Some(Ok((current, choices))) => {
            view! { <Editor editing=editing(api, &slug, &proposal, current, choices)/> }.into_any()
        }
    }))
}

fn editing(api: Api, slug: &str, proposal: &Proposal, current: Option<Entry>, choices: Choices) -> Editing {
    let proposed = proposal.form().unwrap_or_default();
    let now = current.as_ref().map_or(0, |entry| entry.revision);
    let base = current.map_or_else(|| proposed.clone(), |entry| entry.form);
    let changed: Vec<&str> = proposal.fields.iter().map(|one| one.field.as_str()).collect();
    let start = with_fields_of(&base, &proposed, &changed);
    let (id, revision, kind) = (proposal.id.clone(), proposal.revision, proposal.kind);
    let back = routes::proposals(slug);
    let after = back.clone();
    Editing {
        name: id.inner().to_owned(),
        sections: specs::of_kind(kind),
        base,
        start: Some(start),
        revision: now,
        choices,
        way: Way::Adjust,
        save: Callback::new(move |attempt: Attempt| -> Awaited {
            Box::pin(accept(api, id.clone(), revision, kind, attempt, after.clone()))
        }),
        back,
    }
}

/// One form with some fields of another.
fn with_fields_of(form: &Value, other: &Value, fields: &[&str]) -> Value {
    let mut together = form.clone();
    for field in fields {
        // A field that neither form has is none that is edited.
        if let Some(value) = other.get(*field) {
            together[*field] = value.clone();
        }
    }
    together
}

async fn accept(
    api: Api,
    id: cynic::Id,
    revision: i32,
    kind: EntryKind,
    attempt: Attempt,
    after: String,
) -> Result<Outcome, Failure> {
    let form = |of| Some(attempt.form.clone()).filter(|_| kind == of);
    let input = ProposalAcceptInput {
        id,
        revision,
        service_form: form(EntryKind::Service).map(FilledService),
        contact_form: form(EntryKind::Contact).map(FilledContact),
        organisation_form: form(EntryKind::Organisation).map(FilledOrganisation),
        subject_revision: Some(attempt.revision),
        answer: attempt.note.clone(),
    };
    let done = api.send(proposal_accept::ask(input)).await?.proposal_accept;
    if done.user_errors.is_empty() {
        api.connection.try_again();
    }
    Ok(outcome(done.user_errors, || after))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::with_fields_of;

    #[test]
    fn what_others_changed_meanwhile_stays() {
        let now = json!({ "name": "A", "title": "changed meanwhile", "phones": [] });
        let proposed = json!({ "name": "A", "title": "old", "phones": ["1"] });
        let start = with_fields_of(&now, &proposed, &["phones"]);
        assert_eq!(start, json!({ "name": "A", "title": "changed meanwhile", "phones": ["1"] }));
    }
}
