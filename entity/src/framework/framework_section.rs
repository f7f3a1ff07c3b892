//! A section of a framework: to whom it is given, until when, and whether they are done.

use sea_orm::entity::prelude::*;

use crate::framework::values::Section;
use crate::ids::{FrameworkId, FrameworkSectionId, MunicipalityId, PersonId};

/// A row of `framework_section`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_section")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkSectionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The framework.
    pub framework_id: FrameworkId,
    /// Which.
    pub section: Section,
    /// To whom it is given.
    pub person_id: Option<PersonId>,
    /// Until when.
    pub due_on: Option<Date>,
    /// Whether they say that it is done.
    pub is_done: bool,
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
