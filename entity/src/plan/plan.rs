//! An action plan, a strategy, or the steps of a launch.

use sea_orm::entity::prelude::*;

use crate::directory::values::Visibility;
use crate::ids::{MunicipalityId, PlanId};
use crate::plan::values::PlanKind;

/// A row of `plan`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlanId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Which of them.
    pub kind: PlanKind,
    /// What it is called.
    pub title: String,
    /// The day it begins.
    pub begins_on: Option<Date>,
    /// The day by which its goals are to be met.
    pub ends_on: Option<Date>,
    /// The mission, in Markdown.
    pub mission: Option<String>,
    /// The values, in Markdown.
    pub values: Option<String>,
    /// The vision, in Markdown.
    pub vision: Option<String>,
    /// Who may read it.
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
