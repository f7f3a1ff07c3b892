//! The end of the audit log's chain: one row. Whoever adds an entry holds it until the transaction is over.

use sea_orm::entity::prelude::*;

/// The row of `audit_head`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_head")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// Place of the last entry.
    pub sequence: i64,
    /// Its hash; zeros before the first.
    pub hash: String,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
