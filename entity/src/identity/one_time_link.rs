//! A link that was sent by mail and works once. Only a hash of its token is kept.

use sea_orm::entity::prelude::*;

use crate::identity::values::LinkPurpose;
use crate::ids::{OneTimeLinkId, PersonId, ServiceId};

/// A row of `one_time_link`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "one_time_link")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OneTimeLinkId,
    /// What it opens.
    pub purpose: LinkPurpose,
    /// SHA-256 of the token, in hexadecimal; unique.
    pub token_hash: String,
    /// For whom.
    pub person_id: PersonId,
    /// The service to confirm, where that is its purpose.
    pub service_id: Option<ServiceId>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it stops working.
    pub expires_at: DateTimeUtc,
    /// When it was used.
    pub used_at: Option<DateTimeUtc>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
