//! Setting a part of the framework back to what it was, and taking a deletion back.

use super::queries::history::{FrameworkChange, FrameworkChangeRestoreInput, Of, framework_change_restore};
use crate::api::{Api, Failure, UserError, UserErrorCode};
use crate::editing::queries::history::ChangeAction;

/// Sets back what the part was after the change.
///
/// # Errors
/// Where a question is not answered.
pub(super) async fn restore(
    api: Api,
    slug: String,
    change: FrameworkChange,
) -> Result<Vec<UserError>, Failure> {
    let newest = newest(api, slug, change.subject_id.clone()).await?;
    let revision = newest.map_or(change.revision, |newest| revision_now(&newest));
    send(api, change.id, revision).await
}

/// Takes the deletion of a part back.
///
/// # Errors
/// Where a question is not answered.
pub(super) async fn undo(api: Api, slug: String, subject: cynic::Id) -> Result<Vec<UserError>, Failure> {
    match newest(api, slug, subject).await? {
        Some(newest) if newest.action == ChangeAction::Deleted => send(api, newest.id, 0).await,
        _ => Ok(vec![UserError { code: UserErrorCode::Stale, field: Some(String::new()) }]),
    }
}

/// The newest change tells the part's revision now; what was taken out has none.
fn revision_now(newest: &FrameworkChange) -> i32 {
    if newest.action == ChangeAction::Deleted { 0 } else { newest.revision }
}

async fn newest(api: Api, slug: String, subject: cynic::Id) -> Result<Option<FrameworkChange>, Failure> {
    let history = Of::Part(subject.into_inner()).page(api, slug, (1, None)).await?;
    Ok(history.and_then(|history| history.changes.nodes.into_iter().next()))
}

async fn send(api: Api, change_id: cynic::Id, revision: i32) -> Result<Vec<UserError>, Failure> {
    let answer =
        api.send(framework_change_restore::ask(FrameworkChangeRestoreInput { change_id, revision })).await?;
    Ok(answer.framework_change_restore.user_errors)
}
