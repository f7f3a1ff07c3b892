//! A framework as it was laid before the steering group, and what they decided.

use sea_orm::entity::prelude::*;

use crate::framework::values::SubmissionState;
use crate::ids::{FrameworkId, FrameworkSubmissionId, MunicipalityId, PersonId};

/// A row of `framework_submission`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_submission")]
pub struct Model {
    /// Key; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkSubmissionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The framework.
    pub framework_id: FrameworkId,
    /// Where it stands.
    pub state: SubmissionState,
    /// What the project leader says to it.
    pub note: Option<String>,
    /// When.
    pub submitted_at: DateTimeUtc,
    /// By whom.
    pub submitted_by: Option<PersonId>,
    /// How many must approve.
    pub approvals_needed: i32,
    /// What was laid before them, as JSON of `Content`.
    pub content: String,
    /// When it was decided.
    pub decided_at: Option<DateTimeUtc>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
