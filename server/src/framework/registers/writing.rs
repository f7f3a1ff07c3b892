//! A transaction that changes rows of the registers: authorised, and with the framework held, so that nobody lays it
//! before the steering group meanwhile.

use std::sync::Arc;

use entity::directory::values::ChangeAction;
use entity::framework::values::{Part, Register, Section};
use entity::framework::{framework, register_row};
use entity::ids::{MunicipalityId, RegisterRowId};
use sea_orm::DatabaseTransaction;
use serde::Deserialize;
use serde_json::{Value, json};

use super::forms::RegisterForm;
use super::row::Row;
use super::{rules, store};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::Directory;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::draft::writable::writable;
use crate::framework::history::{self, Happening};
use crate::framework::values::Register as Shown;
use crate::ids::Opaque;

/// Field in which the history keeps which register a row is of, beside what its form says.
const REGISTER: &str = "register";

/// A transaction that changes rows.
pub(super) struct Writing {
    tx: DatabaseTransaction,
    directory: Arc<Directory>,
    framework: framework::Model,
}

impl Writing {
    /// Begins, for whoever may write in the section of the register.
    ///
    /// # Errors
    /// What the policy says; `NotFound` without a framework; a refusal `IN_USE` while it is submitted; the database's.
    pub(super) async fn begin(ctx: &Ctx, municipality: MunicipalityId, register: Register) -> Result<Self> {
        authorize(ctx, municipality, register).await?;
        let directory = ctx.app().directories().by_id(municipality).ok_or(Error::NotFound)?;
        let tx = db::begin(ctx.app().db()).await?;
        let framework = writable(&tx, municipality).await?;
        Ok(Self { tx, directory, framework })
    }

    /// The row as it is now; none where it is gone.
    pub(super) async fn find(&self, id: RegisterRowId) -> Result<Option<Row>> {
        let row = store::find(&self.tx, id).await?;
        row.map(|row| Row::read(self.directory.clone(), row)).transpose()
    }

    /// The row as it is now, where it has this revision.
    ///
    /// # Errors
    /// `NotFound`, or `Stale`.
    pub(super) async fn held(&self, id: RegisterRowId, revision: i32) -> Result<Row> {
        let row = self.find(id).await?.ok_or(Error::NotFound)?;
        if row.row.revision == revision { Ok(row) } else { Err(Error::Stale) }
    }

    /// How many rows the register has.
    pub(super) async fn count(&self, register: Register) -> Result<u64> {
        store::count(&self.tx, self.framework.id, register).await
    }

    /// The form as it is to be stored, where nothing is wrong with it. `before`: what stands in the row now.
    ///
    /// # Errors
    /// `Refused`, with all that is wrong.
    pub(super) fn checked(&self, form: RegisterForm, before: Option<&RegisterForm>) -> Result<RegisterForm> {
        let mut form = form.tidied().filled(&self.directory);
        if let Some(before) = before {
            form = form.letting_go(before, &self.directory);
        }
        let refusals = form.check(&self.directory);
        if refusals.is_empty() { Ok(form) } else { Err(Error::Refused(refusals)) }
    }

    /// Puts a row in as the last of its register.
    ///
    /// # Errors
    /// A refusal `TOO_LONG` where the register is full; the database's.
    pub(super) async fn insert(
        &self,
        ctx: &Ctx,
        id: RegisterRowId,
        form: RegisterForm,
        action: ChangeAction,
    ) -> Result<Row> {
        let there = self.count(form.register()).await?;
        if there >= rules::MOST {
            let message = format!("A register has at most {} rows.", rules::MOST);
            return Err(Refusal::new(RefusalCode::TooLong, "", message).into());
        }
        let last = history::last_revision(&self.tx, self.framework.municipality_id, id.0).await?;
        let row = register_row::Model {
            id,
            municipality_id: self.framework.municipality_id,
            framework_id: self.framework.id,
            register: form.register(),
            position: i32::try_from(there).unwrap_or(i32::MAX),
            form: form.to_json().to_string(),
            // One that was there before goes on counting where it stopped.
            revision: last.unwrap_or_default() + 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        store::insert(&self.tx, row.clone()).await?;
        self.note(ctx, &row, action, None, Some(&form)).await?;
        Row::read(self.directory.clone(), row)
    }

    /// Sets a row to what the form says.
    ///
    /// # Errors
    /// `Stale`; the database's.
    pub(super) async fn put(
        &self,
        ctx: &Ctx,
        held: &Row,
        form: &RegisterForm,
        action: ChangeAction,
    ) -> Result<Row> {
        self.begin_history(ctx, held).await?;
        let row = self.write(ctx, held, held.row.position, form).await?;
        self.note(ctx, &row, action, Some(&held.form), Some(form)).await?;
        Row::read(self.directory.clone(), row)
    }

    /// Gives a row another place in its register. What is said stays the same, so only the audit log tells of it.
    ///
    /// # Errors
    /// `Stale`; the database's.
    pub(super) async fn place(&self, ctx: &Ctx, held: &Row, position: i32) -> Result<Row> {
        store::make_room(&self.tx, &held.row, position).await?;
        let row = self.write(ctx, held, position, &held.form).await?;
        let place = |position: i32| Some(json!({ "position": position }));
        let told = Told {
            detail: Some(format!("Moved: {}", held.form.title())),
            before: place(held.row.position),
            after: place(position),
        };
        self.tell(ctx, held.row.id, told).await?;
        Row::read(self.directory.clone(), row)
    }

    /// Takes a row out.
    ///
    /// # Errors
    /// The database's.
    pub(super) async fn delete(&self, ctx: &Ctx, held: &Row) -> Result<()> {
        self.begin_history(ctx, held).await?;
        store::delete(&self.tx, &held.row).await?;
        let mut gone = (*held.row).clone();
        gone.revision += 1;
        self.note(ctx, &gone, ChangeAction::Deleted, Some(&held.form), None).await
    }

    /// Commits.
    ///
    /// # Errors
    /// The database's.
    pub(super) async fn finish(self) -> Result<()> {
        Ok(self.tx.commit().await?)
    }

    async fn write(
        &self,
        ctx: &Ctx,
        held: &Row,
        position: i32,
        form: &RegisterForm,
    ) -> Result<register_row::Model> {
        let row = register_row::Model {
            position,
            form: form.to_json().to_string(),
            revision: held.row.revision + 1,
            updated_at: ctx.now(),
            ..(*held.row).clone()
        };
        store::update(&self.tx, &row).await?;
        Ok(row)
    }

    /// Writes down what a row said before its first change, where it was not made by somebody here.
    async fn begin_history(&self, ctx: &Ctx, held: &Row) -> Result<()> {
        let first = Happening {
            part: Part::RegisterRow,
            id: held.row.id.0,
            name: &held.form.title(),
            action: ChangeAction::Created,
            revision: held.row.revision,
            before: None,
            after: Some(kept(&held.form)),
        };
        history::begin(ctx, &self.tx, held.row.municipality_id, held.row.created_at, first).await
    }

    /// Writes the change into the row's history and into the audit log.
    async fn note(
        &self,
        ctx: &Ctx,
        row: &register_row::Model,
        action: ChangeAction,
        before: Option<&RegisterForm>,
        after: Option<&RegisterForm>,
    ) -> Result<()> {
        let name = after.or(before).map(RegisterForm::title).unwrap_or_default();
        let (before, after) = (before.map(kept), after.map(kept));
        let happening = Happening {
            part: Part::RegisterRow,
            id: row.id.0,
            name: &name,
            action,
            revision: row.revision,
            before: before.clone(),
            after: after.clone(),
        };
        history::record(ctx, &self.tx, self.framework.municipality_id, happening).await?;
        let detail = Some(format!("{action:?}: {name}"));
        self.tell(ctx, row.id, Told { detail, before, after }).await
    }

    async fn tell(&self, ctx: &Ctx, id: RegisterRowId, told: Told) -> Result<()> {
        let municipality = Some(self.framework.municipality_id);
        audit::record(ctx, &self.tx, municipality, Action::SectionWrite, id.show(), told).await
    }
}

/// Lets on whoever may write in the section of the register: the project leader, or to whom the section is given.
pub(super) async fn authorize(ctx: &Ctx, municipality: MunicipalityId, register: Register) -> Result<()> {
    let section = rules::section_of(register).unwrap_or(Section::TargetGroup);
    let assignee = store::assignee(ctx.app().db(), municipality, section).await?;
    ctx.authorize(Action::SectionWrite, Subject::Task(municipality, assignee))
}

/// As the history keeps a row: what its form says, and which register it is of.
fn kept(form: &RegisterForm) -> Value {
    let mut json = form.to_json();
    if let Some(fields) = json.as_object_mut() {
        let register = serde_json::to_value(Shown::from(form.register()));
        fields.insert(REGISTER.to_owned(), register.unwrap_or_default());
    }
    json
}

/// What the history kept of a row.
///
/// # Errors
/// `Data` where it can't be read.
pub(super) fn read_kept(json: &Value) -> Result<RegisterForm> {
    let unreadable = |error: serde_json::Error| Error::Data {
        file: "framework_change".to_owned(),
        message: error.to_string(),
    };
    let register = Shown::deserialize(&json[REGISTER]).map_err(unreadable)?;
    RegisterForm::read(register.into(), json)
}
