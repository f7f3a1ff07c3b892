//! An approved framework: it never changes.

use sea_orm::entity::prelude::*;

use crate::ids::{FrameworkEditionId, FrameworkId, FrameworkSubmissionId, MunicipalityId};

/// A row of `framework_edition`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_edition")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkEditionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The framework.
    pub framework_id: FrameworkId,
    /// What was approved; none for one that was loaded.
    pub framework_submission_id: Option<FrameworkSubmissionId>,
    /// Counts the editions of the municipality, from 1.
    pub number: i32,
    /// The day it was approved.
    pub approved_on: Date,
    /// The day by which the next is due.
    pub due_on: Date,
    /// Who had updated it, by name.
    pub updated_by: Option<String>,
    /// Who was to update it next, by name.
    pub next_update_by: Option<String>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
