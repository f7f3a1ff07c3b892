//! Who is writing where: told by the browsers of those who are, and forgotten after a minute.

use entity::framework::values::FrameworkState;
use entity::ids::FrameworkQuestionId;

use super::super::store;
use super::authorize_section;
use crate::ctx::Ctx;
use crate::error::{Error, Refusal, RefusalCode, Result};

/// Notes that whoever asks is writing an answer, or no longer is. Returns the names of the others who are, and the
/// question's revision. Nobody is told but those who look at the same question, so the audit log isn't either.
///
/// # Errors
/// What the policy says; a refusal `IN_USE` while the framework lies before the steering group; the database's.
pub(in crate::framework::draft) async fn note(
    ctx: &Ctx,
    id: FrameworkQuestionId,
    is_writing: bool,
) -> Result<(Vec<String>, i32)> {
    let db = ctx.app().db();
    let question = store::question(db, id).await?.ok_or(Error::NotFound)?;
    authorize_section(ctx, &question).await?;
    let person = ctx.person().ok_or(Error::NotFound)?.id;
    let framework = store::find(db, question.municipality_id).await?.ok_or(Error::NotFound)?;
    if is_writing && framework.state == FrameworkState::Submitted {
        let message = "The framework lies before the steering group. Take it back to change it.";
        return Err(Refusal::new(RefusalCode::InUse, "", message).into());
    }
    store::note_writing(ctx, db, &question, person, is_writing).await?;
    Ok((store::writing_in(ctx, db, id, person).await?, question.revision))
}
