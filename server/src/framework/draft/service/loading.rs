//! Loading a framework that was written elsewhere, with the edition it was approved as.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entity::directory::values::Visibility;
use entity::framework::values::Register;
use entity::framework::{framework, framework_edition};
use entity::ids::FrameworkEditionId;
use serde_json::Value;

use super::super::rules::{self, Beginning};
use super::super::store;
use super::beginning;
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db::{self, insert_all};
use crate::directory::Directory;
use crate::error::{Error, Result};
use crate::framework::content::Content;
use crate::framework::cycle;
use crate::framework::registers::forms::RegisterForm;
use crate::ids::Opaque;

/// A framework that was written elsewhere.
pub(crate) struct Written {
    /// What it was approved as; none for one that nobody has approved yet.
    pub approved: Option<Approved>,
    /// Answers by the model's name of the question.
    pub answers: BTreeMap<String, String>,
    /// The rows of the registers, in the order they stand.
    pub rows: Vec<RegisterForm>,
}

/// What a framework was approved as.
pub(crate) struct Approved {
    /// Number of the edition.
    pub number: i32,
    /// The day on which it was approved.
    pub approved_on: NaiveDate,
    /// The day by which the next is due.
    pub due_on: NaiveDate,
    /// Who updated it last, where the document says so.
    pub updated_by: Option<String>,
    /// Who is to update it next, where the document says so.
    pub next_update_by: Option<String>,
}

/// Makes a municipality's framework, with the edition that it was approved as; false where there is one already. The edition keeps the directory
/// as it is.
///
/// # Errors
/// What the policy says; `Data` where an answer or a row is not as it should be; the database's.
pub(crate) async fn load(ctx: &Ctx, directory: &Directory, written: Written) -> Result<bool> {
    ctx.authorize(Action::SampleLoad, Subject::Installation)?;
    let here = directory.municipality.id;
    let tx = db::begin(ctx.app().db()).await?;
    store::hold_municipality(&tx, here).await?;
    if store::find(&tx, here).await?.is_some() {
        return Ok(false);
    }
    let (questions, rows) = (questions(directory, written.answers)?, rows(directory, written.rows)?);
    let stands =
        written.approved.as_ref().map_or_else(|| "Draft".to_owned(), |one| format!("Edition {}", one.number));
    let told = Told::words(format!("{stands}, {} rows", rows.len()));
    let framework = framework::Model {
        due_on: written.approved.as_ref().map(|approved| approved.due_on),
        next_update_by: written.approved.as_ref().and_then(|approved| approved.next_update_by.clone()),
        visibility: Visibility::Public,
        ..beginning::empty(ctx, here)
    };
    insert_all(&tx, vec![framework.clone()]).await?;
    beginning::fill(ctx, &tx, &framework, questions, rows).await?;
    if let Some(approved) = written.approved {
        let edition = framework_edition::Model {
            id: FrameworkEditionId(ctx.new_key()),
            municipality_id: here,
            framework_id: framework.id,
            framework_submission_id: None,
            number: approved.number,
            approved_on: approved.approved_on,
            due_on: approved.due_on,
            updated_by: approved.updated_by,
            next_update_by: approved.next_update_by,
        };
        let content = Content::said(&tx, directory).await?;
        cycle::keep(&tx, directory, &edition, &content).await?;
    }
    audit::record(ctx, &tx, Some(here), Action::SampleLoad, framework.id.show(), told).await?;
    tx.commit().await?;
    Ok(true)
}

/// The model's questions with the answers.
fn questions(directory: &Directory, mut answers: BTreeMap<String, String>) -> Result<Vec<Beginning>> {
    let mut questions = rules::questions(None);
    for question in &mut questions {
        if let Some(answer) = question.key.as_deref().and_then(|key| answers.remove(key)) {
            question.answer = rules::answer(answer.trim_start()).map_err(Error::Refused)?;
        }
    }
    match answers.first_key_value() {
        Some((key, _)) => Err(wrong(directory, format!("the model has no question {key}"))),
        None => Ok(questions),
    }
}

/// The rows with their places in their registers.
fn rows(directory: &Directory, forms: Vec<RegisterForm>) -> Result<Vec<(Register, i32, Value)>> {
    let mut places: BTreeMap<Register, i32> = BTreeMap::new();
    let row = |form: RegisterForm| {
        let form = form.tidied().filled(directory);
        if let Some(refusal) = form.check(directory).first() {
            let message = format!("{}: {}: {}", form.title(), refusal.field, refusal.message);
            return Err(wrong(directory, message));
        }
        let place = places.entry(form.register()).or_default();
        *place += 1;
        Ok((form.register(), *place - 1, form.to_json()))
    };
    forms.into_iter().map(row).collect()
}

fn wrong(directory: &Directory, message: String) -> Error {
    Error::Data { file: format!("framework of {}", directory.municipality.slug), message }
}
