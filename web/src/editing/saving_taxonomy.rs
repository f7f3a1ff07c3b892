//! Saving themes, target groups and the municipality's own words. Afterwards one is at their list.

use serde_json::Value;

use super::editor::{Attempt, Outcome};
use super::queries::forms::{FilledConcept, FilledTargetGroup, FilledTheme};
use super::queries::history::EntryKind;
use super::queries::save_taxonomy::*;
use super::saving::{changed, outcome};
use crate::api::{Api, Failure};
use crate::routes;

/// Where entries of such a kind are listed.
pub(super) fn list_address(kind: EntryKind, municipality: &str) -> String {
    match kind {
        EntryKind::Theme => routes::themes(municipality),
        EntryKind::TargetGroup => routes::target_groups(municipality),
        _ => routes::thesaurus(municipality),
    }
}

pub(super) async fn update(
    api: Api,
    place: &str,
    kind: EntryKind,
    id: cynic::Id,
    attempt: Attempt,
) -> Result<Outcome, Failure> {
    let Attempt { form, revision, note } = attempt;
    let address = || list_address(kind, place);
    Ok(match kind {
        EntryKind::Theme => {
            let form = FilledTheme(form);
            let answer = api.send(theme_update::ask(ThemeUpdateInput { id, revision, form, note })).await?;
            let done = answer.theme_update;
            changed(done.user_errors, (done.current, done.current_revision, done.changed_by), address)
        }
        EntryKind::TargetGroup => {
            let form = FilledTargetGroup(form);
            let answer = api
                .send(target_group_update::ask(TargetGroupUpdateInput { id, revision, form, note }))
                .await?;
            let done = answer.target_group_update;
            changed(done.user_errors, (done.current, done.current_revision, done.changed_by), address)
        }
        _ => {
            let form = FilledConcept(form);
            let answer =
                api.send(concept_update::ask(ConceptUpdateInput { id, revision, form, note })).await?;
            let done = answer.concept_update;
            changed(done.user_errors, (done.current, done.current_revision, done.changed_by), address)
        }
    })
}

pub(super) async fn create(
    api: Api,
    municipality: String,
    kind: EntryKind,
    form: Value,
    note: Option<String>,
) -> Result<Outcome, Failure> {
    let address = list_address(kind, &municipality);
    let errors = match kind {
        EntryKind::Theme => {
            let input = ThemeCreateInput { municipality, form: FilledTheme(form), note };
            api.send(theme_create::ask(input)).await?.theme_create.user_errors
        }
        EntryKind::TargetGroup => {
            let input = TargetGroupCreateInput { municipality, form: FilledTargetGroup(form), note };
            api.send(target_group_create::ask(input)).await?.target_group_create.user_errors
        }
        _ => {
            let input = ConceptCreateInput { municipality, form: FilledConcept(form), note };
            api.send(concept_create::ask(input)).await?.concept_create.user_errors
        }
    };
    Ok(outcome(errors, || address))
}
