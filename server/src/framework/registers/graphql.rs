//! The registers in GraphQL. Thin; what happens is in `service`.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use entity::ids::RegisterRowId;

use super::forms::{RegisterForm, RegisterFormInput};
use super::row::{Row, row_links, service_links};
use super::{rules, service};
use crate::ctx::Ctx;
use crate::directory::upkeep::rules::today;
use crate::error::{Error, Result};
use crate::framework::values::Register;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::ids::Opaque;

/// A row of a register.
#[derive(Clone)]
pub struct RegisterRow(Row);

impl RegisterRow {
    /// The row as it was read.
    pub(in crate::framework) fn new(row: Row) -> Self {
        Self(row)
    }
}

/// A row of a register.
#[Object]
impl RegisterRow {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        self.0.row.id.show().into()
    }

    /// Which register.
    async fn register(&self) -> Register {
        self.0.row.register.into()
    }

    /// Counts up with every change; to be sent with the next one.
    async fn revision(&self) -> i32 {
        self.0.row.revision
    }

    /// Its place in the register, from 0.
    async fn position(&self) -> i32 {
        self.0.row.position
    }

    /// What it is called.
    async fn title(&self) -> String {
        self.0.form.title()
    }

    /// What it says.
    async fn form(&self) -> &RegisterForm {
        &self.0.form
    }

    /// Where the organisations that it names stand in the directory today.
    #[graphql(complexity = "5 * child_complexity")]
    async fn organisations(&self, context: &Context<'_>) -> Result<Vec<OrganisationLink>> {
        let links = row_links(&self.0.directory, &self.0.form);
        request(context).hand_out(links.len())?;
        Ok(links)
    }

    /// Where the services that it names stand in the directory today.
    #[graphql(complexity = "5 * child_complexity")]
    async fn services(&self, context: &Context<'_>) -> Result<Vec<ServiceLink>> {
        let links = service_links(&self.0.directory, &self.0.form);
        request(context).hand_out(links.len())?;
        Ok(links)
    }

    /// Whether it tells of something that ought to have been done by now: an agreement in force whose day to be
    /// evaluated has gone by.
    async fn is_overdue(&self, context: &Context<'_>) -> bool {
        rules::is_overdue(&self.0.form, today(request(context).now()))
    }

    /// When it was last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.row.updated_at
    }
}

/// An organisation that a row names, and where it stands in the directory.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct OrganisationLink {
    /// Its key.
    pub organisation_id: ID,
    /// What it is called today.
    pub name: String,
    /// Path of its page.
    pub path: String,
}

/// A service that a row names, and where it stands in the directory.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct ServiceLink {
    /// Its key.
    pub service_id: ID,
    /// What it is called.
    pub name: String,
    /// Path of its page.
    pub path: String,
}

/// Changes the rows of registers.
#[derive(Default)]
pub struct RegisterMutation;

#[Object]
impl RegisterMutation {
    /// Puts a row into a register, as the last.
    async fn register_row_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Where, and what it says.")] input: RegisterRowCreateInput,
    ) -> Result<RegisterRowPayload> {
        let made = service::create(request(context), &input.municipality, input.form.into()).await;
        RegisterRowPayload::of(made)
    }

    /// Changes a row, unless somebody else has meanwhile.
    async fn register_row_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: RegisterRowUpdateInput,
    ) -> Result<RegisterRowPayload> {
        let (ctx, id) = (request(context), row_id(&input.id)?);
        let changed = service::update(ctx, id, input.revision, input.form.into()).await;
        RegisterRowPayload::of_change(ctx, id, changed).await
    }

    /// Gives a row another place in its register.
    async fn register_row_move(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and where to.")] input: RegisterRowMoveInput,
    ) -> Result<RegisterRowPayload> {
        let (ctx, id) = (request(context), row_id(&input.id)?);
        let moved = service::move_to(ctx, id, input.revision, input.position).await;
        RegisterRowPayload::of_change(ctx, id, moved).await
    }

    /// Takes a row out. It can be taken back from its history.
    async fn register_row_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RegisterRowDeleteInput,
    ) -> Result<RegisterRowDeletePayload> {
        let id = row_id(&input.id)?;
        let (done, user_errors) = answered(service::delete(request(context), id, input.revision).await)?;
        Ok(RegisterRowDeletePayload { deleted_id: done.map(|()| id.show().into()), user_errors })
    }
}

/// A row to be made.
#[derive(InputObject)]
pub struct RegisterRowCreateInput {
    /// The municipality's slug.
    municipality: String,
    /// What it says, and by that which register it is of.
    form: RegisterFormInput,
}

/// A row to be changed.
#[derive(InputObject)]
pub struct RegisterRowUpdateInput {
    /// Which one.
    id: ID,
    /// The revision that was read.
    revision: i32,
    /// What it is to say, whole; of the same register.
    form: RegisterFormInput,
}

/// A row to be given another place.
#[derive(InputObject)]
pub struct RegisterRowMoveInput {
    /// Which one.
    id: ID,
    /// The revision that was read.
    revision: i32,
    /// The new place among the rows of its register, from 0.
    position: i32,
}

/// A row to be taken out.
#[derive(InputObject)]
pub struct RegisterRowDeleteInput {
    /// Which one.
    id: ID,
    /// The revision that was read.
    revision: i32,
}

/// The row that was made or changed; where somebody else has changed it meanwhile (`STALE`), what it says now.
#[derive(SimpleObject)]
pub struct RegisterRowPayload {
    /// The row as it is now; null where it was not changed.
    row: Option<RegisterRow>,
    /// What stands there now; only where the change came too late.
    latest: Option<RegisterRow>,
    /// What was wrong with what was typed, by the fields of the row's form.
    user_errors: Vec<UserError>,
}

impl RegisterRowPayload {
    fn of(result: Result<Row>) -> Result<Self> {
        let (row, user_errors) = answered(result)?;
        Ok(Self { row: row.map(RegisterRow), latest: None, user_errors })
    }

    async fn of_change(ctx: &Ctx, id: RegisterRowId, result: Result<Row>) -> Result<Self> {
        let is_stale = matches!(result, Err(Error::Stale));
        let payload = Self::of(result)?;
        let latest = if is_stale { Some(RegisterRow(service::latest(ctx, id).await?)) } else { None };
        Ok(Self { latest, ..payload })
    }
}

/// The row that was taken out.
#[derive(SimpleObject)]
pub struct RegisterRowDeletePayload {
    /// Its key; null where it was not taken out.
    deleted_id: Option<ID>,
    /// What stood in the way.
    user_errors: Vec<UserError>,
}

/// The row that an id of the API names.
fn row_id(id: &str) -> Result<RegisterRowId> {
    RegisterRowId::read(id).ok_or(Error::NotFound)
}
