//! What a member of the steering group says of a submission.

use sea_orm::entity::prelude::*;

use crate::ids::{FrameworkSubmissionId, MunicipalityId, PersonId};

/// A row of `framework_verdict`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_verdict")]
pub struct Model {
    /// The submission.
    #[sea_orm(primary_key, auto_increment = false)]
    pub framework_submission_id: FrameworkSubmissionId,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Whether they approve; otherwise it goes back.
    pub approves: bool,
    /// Why, in a word.
    pub note: Option<String>,
    /// When.
    pub at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
