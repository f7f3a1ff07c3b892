//! A remark on a section of a submission.

use sea_orm::entity::prelude::*;

use crate::framework::values::Section;
use crate::ids::{FrameworkRemarkId, FrameworkSubmissionId, MunicipalityId, PersonId};

/// A row of `framework_remark`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_remark")]
pub struct Model {
    /// Key; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkRemarkId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The submission.
    pub framework_submission_id: FrameworkSubmissionId,
    /// The section.
    pub section: Section,
    /// Who.
    pub person_id: Option<PersonId>,
    /// What they say.
    pub text: String,
    /// When.
    pub at: DateTimeUtc,
    /// When the project leader had seen to it.
    pub settled_at: Option<DateTimeUtc>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
