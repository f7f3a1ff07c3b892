//! Setting an entry back to what it was, and taking a deletion back.

use leptos::prelude::*;

use super::queries::history::{
    Change, ChangeAction, ChangesVariables, EntryRestoreInput, entry_restore, page,
};
use crate::api::{Api, Failure, use_api};
use crate::directory::here::use_here;
use crate::language::Text;
use crate::text;
use crate::ui::alert::{Alert, Gravity};

/// Sets back what the entry was after the change; false where that is refused, as when somebody was faster.
///
/// # Errors
/// Where a question is not answered.
pub(super) async fn restore(api: Api, slug: String, change: Change) -> Result<bool, Failure> {
    let newest = newest(api, slug, change.subject_id.clone()).await?;
    let revision = newest.map_or(change.revision, |newest| revision_now(&newest));
    send(api, change.id, revision).await
}

/// Takes an entry's deletion back; false where that is refused.
async fn undo(api: Api, slug: String, subject: cynic::Id) -> Result<bool, Failure> {
    match newest(api, slug, subject).await? {
        Some(newest) if newest.action == ChangeAction::Deleted => send(api, newest.id, 0).await,
        _ => Ok(false),
    }
}

/// The newest change tells the entry's revision now; what was taken out has none.
fn revision_now(newest: &Change) -> i32 {
    if newest.action == ChangeAction::Deleted { 0 } else { newest.revision }
}

async fn newest(api: Api, slug: String, subject: cynic::Id) -> Result<Option<Change>, Failure> {
    let question = page(ChangesVariables { slug, subject: Some(subject), first: 1, after: None });
    let found = api.send(question).await?.municipality;
    Ok(found.and_then(|found| found.changes.nodes.into_iter().next()))
}

async fn send(api: Api, change_id: cynic::Id, revision: i32) -> Result<bool, Failure> {
    let answer = api.send(entry_restore::ask(EntryRestoreInput { change_id, revision })).await?;
    Ok(answer.entry_restore.user_errors.is_empty())
}

/// Says that something was deleted, and takes it back with one press.
#[component]
pub(super) fn DeletedNotice(
    /// What was deleted.
    id: cynic::Id,
    /// Its name.
    name: String,
    /// Called when it is there again.
    undone: Callback<()>,
) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let is_busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<Text>);
    let (refused, failed) = (text!(editing.restore_stale), text!(editing.restore_failed));
    let press = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let (slug, id) = (slug.clone(), id.clone());
        leptos::task::spawn_local(async move {
            let answer = undo(api, slug, id).await;
            let _ = is_busy.try_set(false);
            match answer {
                Ok(true) => drop(undone.try_run(())),
                Ok(false) => drop(problem.try_set(Some(refused))),
                Err(_) => drop(problem.try_set(Some(failed))),
            }
        });
    };
    view! {
        <Alert gravity=Gravity::Warning heading=text!(editing.deleted, name = name.clone()) is_news=true>
            <p class="alert-text">{text!(editing.deleted_do)}</p>
            <p class="form-actions">
                <button type="button" class="button button-secondary" on:click=press>
                    {text!(editing.undo)}
                </button>
            </p>
            {move || problem.get().map(|words| view! { <p class="alert-text" role="alert">{words}</p> })}
        </Alert>
    }
}
