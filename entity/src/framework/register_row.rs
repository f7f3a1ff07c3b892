//! A row of one of a framework's registers: a forum, an agreement, a pathway …

use sea_orm::entity::prelude::*;

use crate::framework::values::Register;
use crate::ids::{FrameworkId, MunicipalityId, RegisterRowId};

/// A row of `register_row`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_row")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RegisterRowId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The framework.
    pub framework_id: FrameworkId,
    /// Which register.
    pub register: Register,
    /// Its place in the register, from 0.
    pub position: i32,
    /// What it says, as JSON of its form.
    pub form: String,
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
