//! A question of a framework with its answer: one of the model's, or one of the municipality's own.

use sea_orm::entity::prelude::*;

use crate::framework::values::Section;
use crate::ids::{FrameworkId, FrameworkQuestionId, MunicipalityId, PersonId};

/// A row of `framework_question`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_question")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkQuestionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The framework.
    pub framework_id: FrameworkId,
    /// The section it stands in.
    pub section: Section,
    /// The model's name for it; none for one of the municipality's own.
    pub key: Option<String>,
    /// The question; none where the model's words stand.
    pub title: Option<String>,
    /// What to think of when answering; none where the model's words stand.
    pub guidance: Option<String>,
    /// Its place in the section, from 0.
    pub position: i32,
    /// Whether the municipality does without it.
    pub is_hidden: bool,
    /// The answer, in Markdown; empty where there is none.
    pub answer: String,
    /// When it was last answered.
    pub answered_at: Option<DateTimeUtc>,
    /// By whom.
    pub answered_by: Option<PersonId>,
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
