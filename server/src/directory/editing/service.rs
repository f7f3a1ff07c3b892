//! What a person can do to the entries of a directory. One function each: authorise, begin, hold against the rules,
//! write, tell, commit.

use std::sync::Arc;

use entity::directory::values::ChangeAction;
use entity::ids::{DirectoryChangeId, ServiceId};
use serde_json::json;

use super::writing::{Doing, Writing};
use super::{history, merge, store};
use crate::access::{Action, Entry, Subject};
use crate::ctx::Ctx;
use crate::directory::forms::{Form, key};
use crate::directory::graphql::ServiceStatus;
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::NodeId;

/// Longest word why, in characters.
const NOTE: usize = 200;

/// An entry that has been changed, and the directory as it is now.
#[derive(Clone)]
pub struct Edited {
    /// The directory.
    pub directory: Arc<Directory>,
    /// The entry.
    pub id: NodeId,
}

/// Makes an entry.
///
/// # Errors
/// What the policy says; `Refused`; the database's.
pub async fn create(ctx: &Ctx, municipality: &str, form: Form, note: Option<&str>) -> Result<Edited> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::DirectoryWrite, Subject::Municipality(directory.municipality.id))?;
    let note = tidy_note(note)?;
    let form = form.tidied();
    let mut writing = Writing::begin(ctx, directory.municipality.id).await?;
    writing.check(&form, None).await?;
    let id = writing.insert(ctx, None, &form, Doing::new(ChangeAction::Created, note.as_deref())).await?;
    Ok(Edited { directory: writing.finish(ctx).await?, id })
}

/// Sets an entry to what the form says, where it still has the revision that was read.
///
/// # Errors
/// What the policy says; `Stale`; `Refused`; the database's.
pub async fn update(ctx: &Ctx, id: NodeId, revision: i32, form: Form, note: Option<&str>) -> Result<Edited> {
    let directory = authorize(ctx, Action::DirectoryWrite, id)?;
    let note = tidy_note(note)?;
    let form = form.tidied();
    let mut writing = Writing::begin(ctx, directory.municipality.id).await?;
    let held = writing.held(id, revision)?;
    if held.kind() != form.kind() {
        return Err(Error::NotFound);
    }
    // What says the same is no change, and leaves the revision to those who read it.
    if held == form {
        return Ok(Edited { directory: writing.directory().clone(), id });
    }
    writing.check(&form, Some(id)).await?;
    writing.put(ctx, id, &form, Doing::new(ChangeAction::Updated, note.as_deref())).await?;
    Ok(Edited { directory: writing.finish(ctx).await?, id })
}

/// Closes a service for good, and says which one took its place.
///
/// # Errors
/// What the policy says; `Stale`; `Refused` for a successor that is not there, closed, or the service itself.
pub async fn close(
    ctx: &Ctx,
    id: ServiceId,
    revision: i32,
    successor: Option<NodeId>,
    note: Option<&str>,
) -> Result<Edited> {
    let node = NodeId::Service(id);
    let directory = authorize(ctx, Action::DirectoryWrite, node)?;
    let note = tidy_note(note)?;
    let mut writing = Writing::begin(ctx, directory.municipality.id).await?;
    let Form::Service(mut form) = writing.held(node, revision)? else { return Err(Error::NotFound) };
    let successor = match successor {
        None => None,
        Some(NodeId::Service(other)) if other != id && is_open(writing.directory(), other) => Some(other),
        Some(_) => {
            let message = "Only another service of this municipality that is not closed can take its place.";
            return Err(Refusal::new(RefusalCode::NotFound, "successorId", message).into());
        }
    };
    form.status = ServiceStatus::Closed;
    form.paused_until = None;
    let beside = successor.map(|id| ("successorId", json!(NodeId::Service(id).to_string())));
    let doing = Doing { beside, ..Doing::new(ChangeAction::Closed, note.as_deref()) };
    writing.put(ctx, node, &Form::Service(form), doing).await?;
    store::set_successor(writing.tx(), id, successor).await?;
    Ok(Edited { directory: writing.finish(ctx).await?, id: node })
}

fn is_open(directory: &Directory, id: ServiceId) -> bool {
    let status = directory.service(id).map(|at| directory.services[at].row.status);
    status.is_some_and(|status| ServiceStatus::from(status) != ServiceStatus::Closed)
}

/// Makes one entry part of another: what hangs on it moves over, and it is taken out. Returns the other.
///
/// # Errors
/// What the policy says; `Stale` where either has changed; `Refused` where they don't go together.
pub async fn merge(ctx: &Ctx, merging: merge::Merging<'_>) -> Result<Edited> {
    let directory = authorize(ctx, Action::DirectoryWrite, merging.id)?;
    let into = authorize(ctx, Action::DirectoryWrite, merging.into)?;
    if directory.municipality.id != into.municipality.id {
        return Err(Error::NotFound);
    }
    let note = tidy_note(merging.note)?;
    let mut writing = Writing::begin(ctx, directory.municipality.id).await?;
    let merging = merge::Merging { note: note.as_deref(), ..merging };
    merge::merge(ctx, &mut writing, &merging).await?;
    Ok(Edited { directory: writing.finish(ctx).await?, id: merging.into })
}

/// Takes an entry out. A contact is taken from its services first; nothing else may hang on what goes.
///
/// # Errors
/// What the policy says; `Stale`; a refusal `IN_USE`.
pub async fn delete(ctx: &Ctx, id: NodeId, revision: i32, note: Option<&str>) -> Result<()> {
    let directory = authorize(ctx, Action::DirectoryWrite, id)?;
    let note = tidy_note(note)?;
    let mut writing = Writing::begin(ctx, directory.municipality.id).await?;
    writing.held(id, revision)?;
    merge::let_go(ctx, &mut writing, id, note.as_deref()).await?;
    writing.delete(ctx, id, Doing::new(ChangeAction::Deleted, note.as_deref())).await?;
    writing.finish(ctx).await?;
    Ok(())
}

/// Sets an entry to the state that a change left it in; takes a deletion back. What is gone is made anew, under its
/// old key; its revision is then 0.
///
/// # Errors
/// What the policy says; `Stale`; `Refused` where that state does not go with what is there now.
pub async fn restore(ctx: &Ctx, change: DirectoryChangeId, revision: i32) -> Result<Edited> {
    let change = history::find(ctx, change).await?;
    ctx.authorize(Action::DirectoryWrite, Subject::Municipality(change.municipality_id))?;
    let id = history::subject(&change);
    let form = history::state(&change)?.ok_or_else(|| {
        Refusal::new(RefusalCode::Invalid, "changeId", "This change says nothing about what the entry was.")
    })?;
    let mut writing = Writing::begin(ctx, change.municipality_id).await?;
    let doing = Doing::new(ChangeAction::Restored, None);
    if Form::of(writing.directory(), id).is_some() {
        let held = writing.held(id, revision)?;
        if held == form {
            return Ok(Edited { directory: writing.directory().clone(), id });
        }
        writing.check(&form, Some(id)).await?;
        writing.put(ctx, id, &form, doing).await?;
    } else if revision != 0 {
        return Err(Error::Stale);
    } else {
        writing.check(&form, None).await?;
        writing.insert(ctx, Some(id), &form, doing).await?;
    }
    Ok(Edited { directory: writing.finish(ctx).await?, id })
}

/// An entry as it is now, for whoever was too late.
pub struct Latest {
    /// Its form.
    pub form: Form,
    /// Its revision.
    pub revision: i32,
    /// Who has changed it last; none where nobody has.
    pub changed_by: Option<String>,
}

/// The entry as it is now, and who has changed it.
///
/// # Errors
/// What the policy says; the database's.
pub async fn latest(ctx: &Ctx, id: NodeId) -> Result<Latest> {
    let directory = authorize(ctx, Action::DirectoryWrite, id)?;
    let (form, revision) = Form::of(&directory, id).ok_or(Error::NotFound)?;
    let changed_by = history::last_actor(ctx, directory.municipality.id, id).await?;
    Ok(Latest { form, revision, changed_by })
}

/// The form of an entry, for those who may change it or propose how.
///
/// # Errors
/// What the policy says.
pub fn form(ctx: &Ctx, directory: &Directory, id: NodeId) -> Result<Form> {
    with_subject(directory, id, |subject| {
        let may_propose = ctx.may(Action::ProposalMake, subject);
        if may_propose { Ok(()) } else { ctx.authorize(Action::DirectoryWrite, subject) }
    })?;
    Form::of(directory, id).map(|(form, _)| form).ok_or(Error::NotFound)
}

/// The municipality's own words, by place in the directory.
///
/// # Errors
/// What the policy says.
pub fn concepts(ctx: &Ctx, directory: &Directory) -> Result<usize> {
    ctx.authorize(Action::DirectoryWrite, Subject::Municipality(directory.municipality.id))?;
    Ok(directory.concepts.len())
}

/// Lets on whoever may do it to the entry; returns the directory it stands in.
fn authorize(ctx: &Ctx, action: Action, id: NodeId) -> Result<Arc<Directory>> {
    let (directory, _) = directory_service::find_node(ctx, id)?.ok_or(Error::NotFound)?;
    with_subject(&directory, id, |subject| ctx.authorize(action, subject))?;
    Ok(directory)
}

/// Asks the policy about an entry.
pub(crate) fn with_subject<T>(
    directory: &Directory,
    id: NodeId,
    ask: impl FnOnce(Subject<'_>) -> Result<T>,
) -> Result<T> {
    let (organisation, owner) = match id {
        NodeId::Organisation(id) => (directory.organisation(id), None),
        NodeId::Contact(id) => (directory.contact(id).map(|at| directory.contacts[at].organisation), None),
        NodeId::Service(id) => {
            let entry = directory.service(id).map(|at| &directory.services[at]);
            (entry.map(|entry| entry.organisation), entry.and_then(|entry| entry.row.owner_id))
        }
        _ => (None, None),
    };
    let within = organisation.map(|at| directory.within(at)).unwrap_or_default();
    ask(Subject::Entry(Entry { municipality: directory.municipality.id, within: &within, owner }))
}

/// The key of the service that this id is of.
///
/// # Errors
/// `NotFound` for any other.
pub fn service_id(id: &str) -> Result<ServiceId> {
    key!(id, Service).ok_or(Error::NotFound)
}

fn tidy_note(note: Option<&str>) -> Result<Option<String>> {
    let note = note.map(str::trim).filter(|note| !note.is_empty());
    let is_readable = |note: &&str| !note.chars().any(|c| c.is_control() && c != '\n');
    if note.is_some_and(|note| note.chars().count() > NOTE) {
        return Err(Refusal::new(RefusalCode::TooLong, "note", format!("At most {NOTE} characters.")).into());
    }
    if note.is_some() && note.filter(is_readable).is_none() {
        let message = "There are characters in it that can't be shown.";
        return Err(Refusal::new(RefusalCode::Invalid, "note", message).into());
    }
    Ok(note.map(str::to_owned))
}
