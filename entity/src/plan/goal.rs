//! A goal of a plan; a focus area of a strategy; a step of a launch.

use sea_orm::entity::prelude::*;

use crate::ids::{GoalId, MunicipalityId, PlanId};

/// A row of `goal`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "goal")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GoalId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The plan.
    pub plan_id: PlanId,
    /// The model's name for it; none for the municipality's own.
    pub key: Option<String>,
    /// Its place in the plan, from 0.
    pub position: i32,
    /// The goal; none where the model's words stand.
    pub title: Option<String>,
    /// Why it was chosen, in Markdown.
    pub why: Option<String>,
    /// What is to be reached, in Markdown.
    pub aim: Option<String>,
    /// What council, staff and citizens say of it, as JSON of forms.
    pub voices: String,
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
