//! Days on which the usual opening hours do not hold.

use sea_orm::entity::prelude::*;

use crate::ids::{ContactId, MunicipalityId, ScheduleExceptionId, ServiceId};

/// A row of `schedule_exception`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schedule_exception")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ScheduleExceptionId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Set where it belongs to a contact.
    pub contact_id: Option<ContactId>,
    /// Set where it belongs to a service.
    pub service_id: Option<ServiceId>,
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_to: Date,
    /// Closed all day; otherwise the hours below hold.
    pub closed: bool,
    /// Local time.
    pub opens_at: Option<Time>,
    /// Local time.
    pub closes_at: Option<Time>,
    /// Why.
    pub description: Option<String>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
