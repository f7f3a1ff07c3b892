//! How often something failed lately, by account or network address.

use sea_orm::entity::prelude::*;

/// A row of `throttle`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "throttle")]
pub struct Model {
    /// For example `account:<hash>`, `address:192.0.2.7`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Failures since the window began.
    pub failures: i32,
    /// When counting began.
    pub window_began_at: DateTimeUtc,
    /// Until when nothing is tried.
    pub blocked_until: Option<DateTimeUtc>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
