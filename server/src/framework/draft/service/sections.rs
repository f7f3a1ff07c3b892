//! Sections: to whom each is given, until when, and whether they are done.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::directory::values::ChangeAction;
use entity::framework::framework_section;
use entity::framework::values::Part;
use entity::ids::{FrameworkSectionId, PersonId};
use sea_orm::ConnectionTrait;

use super::super::read::Draft;
use super::super::writable::writable;
use super::super::{letters, rules, state, store};
use super::reload;
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::history::{self, Happening};
use crate::framework::words;
use crate::ids::Opaque;
use crate::mail;

/// To whom a section is to be given.
#[derive(Clone, Copy, Debug)]
pub(in crate::framework::draft) struct Giving {
    /// The person; none where to nobody.
    pub person: Option<PersonId>,
    /// The day by which they are to be done.
    pub due_on: Option<NaiveDate>,
    /// Whether they say that it is done.
    pub is_done: bool,
}

/// Gives a section to somebody, or says that it is done. Whoever has it may say the latter; project leaders both.
/// Returns the draft and the section's place in it.
///
/// # Errors
/// What the policy says; `Stale`; refusals; the database's.
pub(in crate::framework::draft) async fn update(
    ctx: &Ctx,
    id: FrameworkSectionId,
    revision: i32,
    giving: Giving,
) -> Result<(Arc<Draft>, usize)> {
    let found = store::section(ctx.app().db(), id).await?.ok_or(Error::NotFound)?;
    let here = found.municipality_id;
    ctx.authorize(Action::SectionWrite, Subject::Task(here, found.person_id))?;
    let directory = ctx.app().directories().by_id(here).ok_or(Error::NotFound)?;
    let refusals = rules::section(giving.due_on);
    if !refusals.is_empty() {
        return Err(Error::Refused(refusals));
    }
    let tx = db::begin(ctx.app().db()).await?;
    writable(&tx, here).await?;
    let before = store::section(&tx, id).await?.ok_or(Error::NotFound)?;
    if before.revision != revision {
        return Err(Error::Stale);
    }
    let mut after = before.clone();
    after.person_id = giving.person;
    after.due_on = giving.due_on;
    after.is_done = giving.is_done;
    let is_given = (after.person_id, after.due_on) != (before.person_id, before.due_on);
    let action = if is_given { Action::FrameworkWrite } else { Action::SectionWrite };
    ctx.authorize(action, Subject::Task(here, before.person_id))?;
    if after != before {
        if after.person_id != before.person_id {
            tell(ctx, &tx, &directory, &after).await?;
        }
        after.revision += 1;
        after.updated_at = ctx.now();
        write(ctx, &tx, action, &before, after).await?;
    }
    tx.commit().await?;
    let draft = reload(ctx, here).await?;
    let at = draft.section_at(id).ok_or(Error::NotFound)?;
    Ok((draft, at))
}

/// Tells somebody that the section is theirs now, unless they took it themself.
async fn tell(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    directory: &Directory,
    section: &framework_section::Model,
) -> Result<()> {
    let Some(id) = section.person_id else { return Ok(()) };
    let person = store::person_here(tx, section.municipality_id, id).await?.ok_or_else(|| {
        let message = "Choose somebody who has a role in this municipality.";
        Refusal::new(RefusalCode::NotFound, "assigneeId", message)
    })?;
    let giver = ctx.person().filter(|giver| giver.id != id);
    let Some(giver) = giver else { return Ok(()) };
    mail::enqueue(ctx, tx, letters::given(ctx, directory, section, &person, &giver.name)).await
}

async fn write(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    action: Action,
    before: &framework_section::Model,
    after: framework_section::Model,
) -> Result<()> {
    let here = after.municipality_id;
    let (was, is) = (state::of_section(before), state::of_section(&after));
    let happening = Happening {
        part: Part::Section,
        id: after.id.0,
        name: words::section(after.section, Language::Danish),
        action: ChangeAction::Updated,
        revision: after.revision,
        before: Some(was.clone()),
        after: Some(is.clone()),
    };
    let subject = after.id.show();
    let detail = words::section(after.section, Language::English).to_owned();
    store::put::<framework_section::Entity>(tx, after).await?;
    history::record(ctx, tx, here, happening).await?;
    let told = Told { detail: Some(detail), before: Some(was), after: Some(is) };
    audit::record(ctx, tx, Some(here), action, subject, told).await
}
