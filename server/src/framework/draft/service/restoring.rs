//! Setting questions, answers and rows back to what they were.

use entity::directory::values::ChangeAction;
use entity::framework::values::{FrameworkState, Part, Section};
use entity::framework::{framework, framework_change, framework_question};
use entity::ids::{FrameworkChangeId, FrameworkQuestionId, MunicipalityId, RegisterRowId};
use sea_orm::ConnectionTrait;
use serde_json::Value;

use super::super::read::Draft;
use super::super::state::QuestionState;
use super::super::store;
use super::super::writable::writable;
use super::answers::begin_history;
use super::{Asked, asked, name, questions};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db::{self, insert_all};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::history::{self, Happening};
use crate::framework::registers::forms::RegisterForm;
use crate::framework::registers::{self, Row};
use crate::framework::values::Register;
use crate::ids::Opaque;

/// What has been set back.
pub(in crate::framework::draft) enum Restored {
    /// A question with its answer.
    Question(Asked),
    /// A row of a register.
    Row(Row),
}

/// Sets a part to the state that a change left it in; takes a deletion back. What is gone is made anew, under its old
/// key; its revision is then 0.
///
/// # Errors
/// What the policy says; `Stale`; refusals; the database's.
pub(in crate::framework::draft) async fn restore(
    ctx: &Ctx,
    change: FrameworkChangeId,
    revision: i32,
) -> Result<Restored> {
    let change = history::find(ctx, change).await?;
    match change.part {
        Part::Question => question(ctx, &change, revision).await.map(Restored::Question),
        Part::RegisterRow if kept_row(&change).is_some() => {
            registers::service::restore(ctx, &change, revision).await.map(Restored::Row)
        }
        _ => Err(nothing_to_restore().into()),
    }
}

fn nothing_to_restore() -> Refusal {
    Refusal::new(RefusalCode::Invalid, "changeId", "This change says nothing that can be set back.")
}

async fn question(ctx: &Ctx, change: &framework_change::Model, revision: i32) -> Result<Asked> {
    let (here, id) = (change.municipality_id, FrameworkQuestionId(change.subject_id));
    let state = history::state(change).and_then(QuestionState::read).ok_or_else(nothing_to_restore)?;
    let found = store::question(ctx.app().db(), id).await?;
    let section = store::section_of(ctx.app().db(), here, Section::from(state.section)).await?;
    let subject = Subject::Task(here, section.and_then(|section| section.person_id));
    ctx.authorize(action(found.as_ref(), &state), subject)?;
    let tx = db::begin(ctx.app().db()).await?;
    let framework = writable(&tx, here).await?;
    match store::question(&tx, id).await? {
        Some(row) if row.revision != revision => return Err(Error::Stale),
        // It says so already.
        Some(row) if QuestionState::of(&row) == state => {}
        Some(row) => put(ctx, &tx, &framework, &row, state).await?,
        None if revision != 0 => return Err(Error::Stale),
        None => insert(ctx, &tx, &framework, id, state).await?,
    }
    tx.commit().await?;
    asked(ctx, here, id).await
}

/// An answer can be set back by whoever may give one; how and whether the question is asked, by the project leaders.
fn action(row: Option<&framework_question::Model>, state: &QuestionState) -> Action {
    let is_answer = row.is_some_and(|row| QuestionState::of(row).asks_the_same(state));
    if is_answer { Action::SectionWrite } else { Action::FrameworkWrite }
}

async fn put(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    framework: &framework::Model,
    before: &framework_question::Model,
    state: QuestionState,
) -> Result<()> {
    begin_history(ctx, tx, framework, before).await?;
    let mut after = before.clone();
    state.put_into(&mut after);
    if after.answer != before.answer {
        after.answered_at = Some(ctx.now());
        after.answered_by = ctx.person().map(|person| person.id);
    }
    after.revision += 1;
    after.updated_at = ctx.now();
    store::put::<framework_question::Entity>(tx, after.clone()).await?;
    tell(ctx, tx, Some(before), &after).await
}

async fn insert(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    framework: &framework::Model,
    id: FrameworkQuestionId,
    state: QuestionState,
) -> Result<()> {
    let here: MunicipalityId = framework.municipality_id;
    let section = Section::from(state.section);
    let mut row = framework_question::Model {
        id,
        municipality_id: here,
        framework_id: framework.id,
        section,
        key: state.key.clone(),
        title: None,
        guidance: None,
        position: questions::last(tx, here, section).await?,
        is_hidden: false,
        answer: String::new(),
        answered_at: Some(ctx.now()),
        answered_by: ctx.person().map(|person| person.id),
        revision: history::last_revision(tx, here, id.0).await?.unwrap_or_default() + 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    state.put_into(&mut row);
    insert_all(tx, vec![row.clone()]).await?;
    tell(ctx, tx, None, &row).await
}

async fn tell(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    before: Option<&framework_question::Model>,
    after: &framework_question::Model,
) -> Result<()> {
    let here = after.municipality_id;
    let (was, is) = (before.map(QuestionState::json), QuestionState::json(after));
    let told = Told {
        detail: Some(format!("Restored: {}", name(after))),
        before: was.clone(),
        after: Some(is.clone()),
    };
    let happening = Happening {
        part: Part::Question,
        id: after.id.0,
        name: name(after),
        action: ChangeAction::Restored,
        revision: after.revision,
        before: was,
        after: Some(is),
    };
    history::record(ctx, tx, here, happening).await?;
    audit::record(ctx, tx, Some(here), Action::SectionWrite, after.id.show(), told).await
}

/// Whether setting that state again would change anything, and whether the viewer may.
pub(in crate::framework::draft) fn can_restore(
    ctx: &Ctx,
    draft: &Draft,
    change: &framework_change::Model,
) -> bool {
    if draft.framework.state == FrameworkState::Submitted {
        return false;
    }
    match change.part {
        Part::Question => {
            let Some(state) = history::state(change).and_then(QuestionState::read) else { return false };
            let row =
                draft.question_at(FrameworkQuestionId(change.subject_id)).map(|at| &draft.questions[at]);
            let section = draft.section(Section::from(state.section));
            let assignee = section.ok().and_then(|section| section.person_id);
            let may = ctx.may(action(row, &state), Subject::Task(draft.municipality(), assignee));
            may && row.is_none_or(|row| QuestionState::of(row) != state)
        }
        Part::RegisterRow => {
            let Some(form) = kept_row(change) else { return false };
            let row = draft.row_at(RegisterRowId(change.subject_id)).map(|at| &draft.rows[at]);
            let now = row.and_then(|row| RegisterForm::read(row.register, &read(&row.form)?).ok());
            let section = registers::rules::section_of(form.register());
            let section = section.and_then(|section| draft.section(section).ok());
            let subject = Subject::Task(draft.municipality(), section.and_then(|section| section.person_id));
            ctx.may(Action::SectionWrite, subject) && now != Some(form)
        }
        _ => false,
    }
}

/// What the history has kept of a row; none where it says nothing of one.
fn kept_row(change: &framework_change::Model) -> Option<RegisterForm> {
    let state = history::state(change)?;
    let register: Register = serde_json::from_value(state.get("register")?.clone()).ok()?;
    RegisterForm::read(register.into(), &state).ok()
}

fn read(json: &str) -> Option<Value> {
    serde_json::from_str(json).ok()
}
