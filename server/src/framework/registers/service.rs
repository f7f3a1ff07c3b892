//! What a person can do with the rows of the registers. One function each: authorise, begin, hold against the rules,
//! write, tell, commit.

use entity::directory::values::ChangeAction;
use entity::framework::framework_change;
use entity::ids::RegisterRowId;

use super::forms::RegisterForm;
use super::row::Row;
use super::store;
use super::writing::{self, Writing};
use crate::ctx::Ctx;
use crate::directory::service as directory;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::history;

/// Puts a row into its register, as the last.
///
/// # Errors
/// What the policy says; `Refused`; the database's.
pub(super) async fn create(ctx: &Ctx, municipality: &str, form: RegisterForm) -> Result<Row> {
    let directory = directory::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    let writing = Writing::begin(ctx, directory.municipality.id, form.register()).await?;
    let form = writing.checked(form, None)?;
    let row = writing.insert(ctx, RegisterRowId(ctx.new_key()), form, ChangeAction::Created).await?;
    writing.finish().await?;
    Ok(row)
}

/// Sets a row to what the form says, where it still has the revision that was read.
///
/// # Errors
/// What the policy says; `Stale`; `Refused`; the database's.
pub(super) async fn update(ctx: &Ctx, id: RegisterRowId, revision: i32, form: RegisterForm) -> Result<Row> {
    let writing = begin(ctx, id).await?;
    let held = writing.held(id, revision).await?;
    if held.row.register != form.register() {
        let message = "The row is of another register.";
        return Err(Refusal::new(RefusalCode::Invalid, "form", message).into());
    }
    let form = writing.checked(form, Some(&held.form))?;
    // What says the same is no change, and leaves the revision to those who read it.
    if form == *held.form {
        return Ok(held);
    }
    let row = writing.put(ctx, &held, &form, ChangeAction::Updated).await?;
    writing.finish().await?;
    Ok(row)
}

/// Gives a row another place in its register; beyond the end is the end.
///
/// # Errors
/// What the policy says; `Stale`; `Refused` for a place before the first; the database's.
pub(super) async fn move_to(ctx: &Ctx, id: RegisterRowId, revision: i32, position: i32) -> Result<Row> {
    let writing = begin(ctx, id).await?;
    let held = writing.held(id, revision).await?;
    if position < 0 {
        return Err(Refusal::new(RefusalCode::Invalid, "position", "The first place is 0.").into());
    }
    let there = writing.count(held.row.register).await?;
    let position = position.min(i32::try_from(there).unwrap_or(i32::MAX) - 1);
    if position == held.row.position {
        return Ok(held);
    }
    let row = writing.place(ctx, &held, position).await?;
    writing.finish().await?;
    Ok(row)
}

/// Takes a row out. Its history stays, and it can be restored from there.
///
/// # Errors
/// What the policy says; `Stale`; the database's.
pub(super) async fn delete(ctx: &Ctx, id: RegisterRowId, revision: i32) -> Result<()> {
    let writing = begin(ctx, id).await?;
    let held = writing.held(id, revision).await?;
    writing.delete(ctx, &held).await?;
    writing.finish().await
}

/// Sets a row to the state that a change left it in; takes a deletion back. What is gone is made anew, under its old key
/// and as the last of its register; its revision is then 0. Organisations that are gone meanwhile stay by name.
///
/// # Errors
/// What the policy says; `Stale`; `Refused` where that state does not go with what is there now; the database's.
pub(in crate::framework) async fn restore(
    ctx: &Ctx,
    change: &framework_change::Model,
    revision: i32,
) -> Result<Row> {
    let form = state(change).ok_or(Error::NotFound)?;
    let writing = Writing::begin(ctx, change.municipality_id, form.register()).await?;
    let form = writing.checked(form.clone(), Some(&form))?;
    let id = RegisterRowId(change.subject_id);
    let row = match writing.find(id).await? {
        Some(held) if held.row.revision != revision => return Err(Error::Stale),
        Some(held) if *held.form == form => return Ok(held),
        Some(held) => writing.put(ctx, &held, &form, ChangeAction::Restored).await?,
        None if revision != 0 => return Err(Error::Stale),
        None => writing.insert(ctx, id, form, ChangeAction::Restored).await?,
    };
    writing.finish().await?;
    Ok(row)
}

/// The state that a change left a row in, or that a deletion took away.
fn state(change: &framework_change::Model) -> Option<RegisterForm> {
    writing::read_kept(&history::state(change)?).ok()
}

/// The row as it is now, for whoever was too late.
///
/// # Errors
/// What the policy says; `NotFound` where it is gone; the database's.
pub(super) async fn latest(ctx: &Ctx, id: RegisterRowId) -> Result<Row> {
    let row = store::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    writing::authorize(ctx, row.municipality_id, row.register).await?;
    let directory = ctx.app().directories().by_id(row.municipality_id).ok_or(Error::NotFound)?;
    Row::read(directory, row)
}

/// Begins to write in the register that a row stands in.
async fn begin(ctx: &Ctx, id: RegisterRowId) -> Result<Writing> {
    let row = store::find(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    Writing::begin(ctx, row.municipality_id, row.register).await
}
