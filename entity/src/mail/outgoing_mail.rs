//! A mail to be sent, written in the transaction of what it tells of.

use sea_orm::entity::prelude::*;

use crate::ids::{MunicipalityId, OutgoingMailId};

/// A row of `outgoing_mail`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outgoing_mail")]
pub struct Model {
    /// Key; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OutgoingMailId,
    /// The tenant, where there is one.
    pub municipality_id: Option<MunicipalityId>,
    /// What it may be sent only once for; unique.
    pub dedupe_key: Option<String>,
    /// Mail address.
    pub recipient: String,
    /// Subject line; names no citizen.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// When it was written.
    pub created_at: DateTimeUtc,
    /// When to try next.
    pub due_at: DateTimeUtc,
    /// How often it was tried.
    pub attempts: i32,
    /// Until when one instance has it in hand.
    pub claimed_until: Option<DateTimeUtc>,
    /// When the server took it.
    pub sent_at: Option<DateTimeUtc>,
    /// When it was given up.
    pub failed_at: Option<DateTimeUtc>,
    /// What the server said last.
    pub last_error: Option<String>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
