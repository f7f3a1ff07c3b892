//! Beginning a framework: with the model's questions, or with what another municipality has published.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::directory::values::{ChangeAction, Visibility};
use entity::framework::values::{FrameworkState, Part, Register, Section};
use entity::framework::{framework, framework_change, framework_question, framework_section, register_row};
use entity::ids::{FrameworkId, FrameworkQuestionId, FrameworkSectionId, MunicipalityId, RegisterRowId};
use sea_orm::ConnectionTrait;
use serde_json::Value;

use super::super::read::Draft;
use super::super::rules::{self, Beginning};
use super::super::{state, store};
use super::{name, reload};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db::{self, insert_all};
use crate::directory::service as directory_service;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::content::Content;
use crate::framework::history::{self, Happening};
use crate::framework::model::SECTIONS;
use crate::ids::Opaque;

/// Months from an approval to the next update, where nothing else is set: twice a year (the model, page 4).
const MONTHS: i32 = 6;

/// Begins a municipality's framework. `copy_from`: the slug of the municipality whose newest edition is copied.
///
/// # Errors
/// What the policy says; a refusal where there is one already, or nothing to copy; the database's.
pub(in crate::framework::draft) async fn begin(
    ctx: &Ctx,
    municipality: &str,
    copy_from: Option<&str>,
) -> Result<Arc<Draft>> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    let here = directory.municipality.id;
    ctx.authorize(Action::FrameworkWrite, Subject::Internal(here))?;
    let copied = match copy_from {
        Some(slug) => Some(published(ctx, slug).await?),
        None => None,
    };
    let tx = db::begin(ctx.app().db()).await?;
    store::hold_municipality(&tx, here).await?;
    if store::find(&tx, here).await?.is_some() {
        let message = "The framework has been begun already.";
        return Err(Refusal::new(RefusalCode::InUse, "municipality", message).into());
    }
    let framework = empty(ctx, here);
    let subject = framework.id.show();
    insert_all(&tx, vec![framework.clone()]).await?;
    let happening = Happening {
        part: Part::Framework,
        id: framework.id.0,
        name: &directory.municipality.name,
        action: ChangeAction::Created,
        revision: framework.revision,
        before: None,
        after: Some(state::of_framework(&framework)),
    };
    history::record(ctx, &tx, here, happening).await?;
    let rows = copied.as_ref().map(rules::rows).unwrap_or_default();
    fill(ctx, &tx, &framework, rules::questions(copied.as_ref()), rows).await?;
    let told = match &copied {
        Some(content) => format!("Begun as a copy of {}", content.municipality),
        None => "Begun with the model's questions".to_owned(),
    };
    audit::record(ctx, &tx, Some(here), Action::FrameworkWrite, subject, Told::words(told)).await?;
    tx.commit().await?;
    reload(ctx, here).await
}

/// What a municipality's newest edition says, for those who may read it.
async fn published(ctx: &Ctx, slug: &str) -> Result<Content> {
    let nothing = || {
        let message = "There is no edition of this municipality's framework that you can read.";
        Refusal::new(RefusalCode::NotFound, "copyFrom", message)
    };
    let directory = directory_service::open(ctx, slug)?.ok_or_else(nothing)?;
    let there = directory.municipality.id;
    let framework = store::find(ctx.app().db(), there).await?.ok_or_else(nothing)?;
    if !ctx.may(Action::EditionRead, Subject::shown(there, framework.visibility)) {
        return Err(nothing().into());
    }
    let content = store::newest_content(ctx.app().db(), there).await?.ok_or_else(nothing)?;
    serde_json::from_str(&content)
        .map_err(|error| Error::Data { file: "framework_edition_content".into(), message: error.to_string() })
}

/// A framework in which nothing stands yet.
pub(super) fn empty(ctx: &Ctx, here: MunicipalityId) -> framework::Model {
    framework::Model {
        id: FrameworkId(ctx.new_key()),
        municipality_id: here,
        state: FrameworkState::Draft,
        due_on: None,
        next_update_by: None,
        approvals_needed: 1,
        interval_months: MONTHS,
        // Open it is once somebody says so.
        visibility: Visibility::SignedIn,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    }
}

/// Writes the sections, the questions, and the rows of the registers.
pub(super) async fn fill(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    framework: &framework::Model,
    questions: Vec<Beginning>,
    rows: Vec<(Register, i32, Value)>,
) -> Result<()> {
    let now = ctx.now();
    let section = |section| framework_section::Model {
        id: FrameworkSectionId(ctx.new_key()),
        municipality_id: framework.municipality_id,
        framework_id: framework.id,
        section,
        person_id: None,
        due_on: None,
        is_done: false,
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    insert_all(tx, SECTIONS.into_iter().map(section).collect()).await?;
    let mut places: BTreeMap<Section, i32> = BTreeMap::new();
    let questions = questions.into_iter().map(|beginning| {
        let place = places.entry(beginning.section).or_default();
        *place += 1;
        question(ctx, framework, beginning, *place - 1, now)
    });
    let questions: Vec<framework_question::Model> = questions.collect();
    let rows: Vec<register_row::Model> = rows.into_iter().map(|row| self::row(ctx, framework, row)).collect();
    let mut changes: Vec<framework_change::Model> = Vec::new();
    for question in questions.iter().filter(|question| !question.answer.is_empty()) {
        let after = Some(state::QuestionState::json(question));
        changes.push(created(ctx, framework, Part::Question, question.id.0, name(question), after));
    }
    insert_all(tx, questions).await?;
    insert_all(tx, rows).await?;
    insert_all(tx, changes).await
}

fn created(
    ctx: &Ctx,
    framework: &framework::Model,
    part: Part,
    id: uuid::Uuid,
    name: &str,
    after: Option<Value>,
) -> framework_change::Model {
    let action = ChangeAction::Created;
    let happening = Happening { part, id, name, action, revision: 1, before: None, after };
    history::row(ctx, framework.municipality_id, happening)
}

/// A question as it begins. Whose answer is copied nobody here has answered.
fn question(
    ctx: &Ctx,
    framework: &framework::Model,
    beginning: Beginning,
    position: i32,
    now: DateTime<Utc>,
) -> framework_question::Model {
    framework_question::Model {
        id: FrameworkQuestionId(ctx.new_key()),
        municipality_id: framework.municipality_id,
        framework_id: framework.id,
        section: beginning.section,
        key: beginning.key,
        title: beginning.title,
        guidance: beginning.guidance,
        position,
        is_hidden: false,
        answer: beginning.answer,
        answered_at: None,
        answered_by: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}

fn row(
    ctx: &Ctx,
    framework: &framework::Model,
    (register, position, form): (Register, i32, Value),
) -> register_row::Model {
    register_row::Model {
        id: RegisterRowId(ctx.new_key()),
        municipality_id: framework.municipality_id,
        framework_id: framework.id,
        register,
        position,
        form: form.to_string(),
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    }
}
