//! What happened to a part of a framework or plan: its history.

use sea_orm::entity::prelude::*;

use crate::directory::values::ChangeAction;
use crate::framework::values::Part;
use crate::ids::{FrameworkChangeId, MunicipalityId, PersonId, PlanId};

/// A row of `framework_change`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_change")]
pub struct Model {
    /// Key; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkChangeId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Kind of part.
    pub part: Part,
    /// Key of the part; it may be gone.
    pub subject_id: Uuid,
    /// The plan that it is, or stands in; it may be gone.
    pub plan_id: Option<PlanId>,
    /// What it was called then.
    pub subject_name: String,
    /// What was done.
    pub action: ChangeAction,
    /// The revision that it left behind.
    pub revision: i32,
    /// When.
    pub at: DateTimeUtc,
    /// Who, as the audit log names them.
    pub actor: String,
    /// Who, where somebody had signed in.
    pub person_id: Option<PersonId>,
    /// The part before, as JSON.
    pub before: Option<String>,
    /// The part after, as JSON.
    pub after: Option<String>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
