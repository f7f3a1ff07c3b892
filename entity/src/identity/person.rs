//! Somebody who can sign in. A person may have roles in several municipalities.

use sea_orm::entity::prelude::*;

use crate::ids::PersonId;

/// A row of `person`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    /// Mail address in lower case; unique; what one signs in with.
    pub email: String,
    /// Full name.
    pub name: String,
    /// Argon2id in PHC form; none until an invitation has been answered.
    pub password_hash: Option<String>,
    /// Shared secret of the authenticator app (RFC 6238), base 32.
    pub totp_secret: Option<String>,
    /// When a first code proved that the app knows the secret.
    pub totp_confirmed_at: Option<DateTimeUtc>,
    /// The time step of the last code taken; none is taken twice.
    pub totp_last_step: Option<i64>,
    /// `da` or `en`: the language of mails.
    pub language: String,
    /// Since when the person may not sign in.
    pub blocked_at: Option<DateTimeUtc>,
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
