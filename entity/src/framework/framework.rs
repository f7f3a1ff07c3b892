//! A municipality's framework while it is written: its state, and when it is due again.

use sea_orm::entity::prelude::*;

use crate::directory::values::Visibility;
use crate::framework::values::FrameworkState;
use crate::ids::{FrameworkId, MunicipalityId};

/// A row of `framework`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Whether it can be written in.
    pub state: FrameworkState,
    /// The day by which it is to be updated; none before the first edition.
    pub due_on: Option<Date>,
    /// Who is to update it by then, by name.
    pub next_update_by: Option<String>,
    /// How many of the steering group must approve an edition.
    pub approvals_needed: i32,
    /// Months from an approval to the next update.
    pub interval_months: i32,
    /// Who may read its editions.
    pub visibility: Visibility,
    /// Counts up with every change; a stale write is refused by it.
    pub revision: i32,
    /// When the row was made.
    pub created_at: DateTimeUtc,
    /// When it was last changed.
    pub updated_at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
