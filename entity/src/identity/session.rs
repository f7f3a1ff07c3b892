//! A browser that somebody has signed in with. Only a hash of its token is kept.

use sea_orm::entity::prelude::*;

use crate::ids::{PersonId, SessionId};

/// A row of `session`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    /// Who.
    pub person_id: PersonId,
    /// SHA-256 of the token, in hexadecimal; unique.
    pub token_hash: String,
    /// When it began.
    pub created_at: DateTimeUtc,
    /// When it was last used, to about five minutes.
    pub last_seen_at: DateTimeUtc,
    /// When it ends by itself.
    pub expires_at: DateTimeUtc,
    /// The network address it began from.
    pub address: Option<String>,
    /// What the browser calls itself.
    pub user_agent: Option<String>,
    /// When the second factor was shown.
    pub second_factor_at: Option<DateTimeUtc>,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
