//! Something that is done for a goal.

use sea_orm::entity::prelude::*;

use crate::ids::{ActivityId, GoalId, MunicipalityId, OrganisationId, PersonId};
use crate::plan::values::{ActivityResult, ActivityStatus};

/// A row of `activity`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "activity")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActivityId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The goal.
    pub goal_id: GoalId,
    /// Its place under the goal, from 0.
    pub position: i32,
    /// The part of the goal that it serves.
    pub sub_goal: Option<String>,
    /// What is done.
    pub title: String,
    /// Who is responsible, by name.
    pub responsible: Option<String>,
    /// Who is responsible, where they have an account.
    pub responsible_person_id: Option<PersonId>,
    /// The organisation that is responsible, where it stands in the directory.
    pub responsible_organisation_id: Option<OrganisationId>,
    /// Who else takes part.
    pub others: Option<String>,
    /// The day it starts.
    pub starts_on: Option<Date>,
    /// The day it is to be done.
    pub due_on: Option<Date>,
    /// Where it stands.
    pub status: ActivityStatus,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// The day it is followed up.
    pub follow_up_on: Option<Date>,
    /// What comes of it.
    pub result: Option<ActivityResult>,
    /// Notes, in Markdown.
    pub notes: Option<String>,
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
