//! Opening hours that recur by week. HSDS: `schedule` (RFC 5545 rules).

use sea_orm::entity::prelude::*;

use crate::directory::values::Weeks;
use crate::ids::{ContactId, MunicipalityId, ScheduleId, ServiceId};
use crate::strings::Strings;

/// A row of `schedule`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schedule")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ScheduleId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Set where it belongs to a contact.
    pub contact_id: Option<ContactId>,
    /// Set where it belongs to a service.
    pub service_id: Option<ServiceId>,
    /// Weekdays as RFC 5545 writes them: MO TU WE TH FR SA SU.
    pub byday: Strings,
    /// Every week, or odd or even ISO weeks only. HSDS: `byweekno`.
    pub weeks: Weeks,
    /// Local time; none where the hours are not known.
    pub opens_at: Option<Time>,
    /// Local time; past midnight where it is before `opens_at`.
    pub closes_at: Option<Time>,
    /// First day it holds.
    pub valid_from: Option<Date>,
    /// Last day it holds.
    pub valid_to: Option<Date>,
    /// The rule in words.
    pub description: Option<String>,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
