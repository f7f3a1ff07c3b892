//! Somebody who is writing an answer just now.

use sea_orm::entity::prelude::*;

use crate::ids::{FrameworkQuestionId, MunicipalityId, PersonId};

/// A row of `framework_writing`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_writing")]
pub struct Model {
    /// The answer.
    #[sea_orm(primary_key, auto_increment = false)]
    pub framework_question_id: FrameworkQuestionId,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// When they were last seen writing.
    pub at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
