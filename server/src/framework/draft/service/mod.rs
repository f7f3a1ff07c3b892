//! What a person can do with the draft. One function each: authorise, begin, hold against the rules, write, tell, commit.

mod answers;
mod beginning;
mod loading;
mod questions;
mod restoring;
mod sections;
mod settings;
mod writing;

use std::sync::Arc;

use entity::framework::framework_question;
use entity::ids::{FrameworkQuestionId, MunicipalityId};
use sea_orm::ConnectionTrait;

pub(super) use answers::{answer, latest};
pub(super) use beginning::begin;
pub(crate) use loading::{Approved, Written, load};
pub(super) use questions::{OwnQuestion, create, delete, move_to, update};
pub(super) use restoring::{Restored, can_restore, restore};
pub(super) use sections::{Giving, update as update_section};
pub(super) use settings::update as update_settings;
pub(super) use writing::note as note_writing;

use super::read::{Draft, model_question};
use super::store;
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::error::{Error, Result};

/// The municipality's draft; none where nothing has been begun, and for those without a role there.
///
/// # Errors
/// The database's.
pub(in crate::framework) async fn open(ctx: &Ctx, directory: &Arc<Directory>) -> Result<Option<Arc<Draft>>> {
    if !ctx.may(Action::FrameworkRead, Subject::Internal(directory.municipality.id)) {
        return Ok(None);
    }
    Draft::load(ctx, ctx.app().db(), directory.clone()).await
}

/// The draft as it is after a change.
///
/// # Errors
/// `NotFound` where it is gone; the database's.
pub(in crate::framework) async fn reload(ctx: &Ctx, municipality: MunicipalityId) -> Result<Arc<Draft>> {
    let directory = ctx.app().directories().by_id(municipality).ok_or(Error::NotFound)?;
    Draft::load(ctx, ctx.app().db(), directory).await?.ok_or(Error::NotFound)
}

/// A question in the draft that it stands in.
pub(super) struct Asked {
    /// The draft.
    pub draft: Arc<Draft>,
    /// The question's place in it.
    pub at: usize,
}

/// The question as it is after a change.
async fn asked(ctx: &Ctx, municipality: MunicipalityId, id: FrameworkQuestionId) -> Result<Asked> {
    let draft = reload(ctx, municipality).await?;
    let at = draft.question_at(id).ok_or(Error::NotFound)?;
    Ok(Asked { draft, at })
}

/// The question, where it still has this revision.
async fn held(
    tx: &impl ConnectionTrait,
    id: FrameworkQuestionId,
    revision: i32,
) -> Result<framework_question::Model> {
    let row = store::question(tx, id).await?.ok_or(Error::NotFound)?;
    if row.revision == revision { Ok(row) } else { Err(Error::Stale) }
}

/// Lets on whoever may write in the section of a question.
async fn authorize_section(ctx: &Ctx, question: &framework_question::Model) -> Result<()> {
    let here = question.municipality_id;
    let section = store::section_of(ctx.app().db(), here, question.section).await?;
    let assignee = section.and_then(|section| section.person_id);
    ctx.authorize(Action::SectionWrite, Subject::Task(here, assignee))
}

/// What a question is called in the history, which is read in Danish.
fn name(question: &framework_question::Model) -> &str {
    let own = question.title.as_deref().or(question.key.as_deref()).unwrap_or_default();
    model_question(question).map_or(own, |question| &question.words(Language::Danish).title)
}
