//! The audit log. It keeps no foreign keys: an entry outlives what it tells of.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("audit_entry")
            .col(pk_uuid("id"))
            .col(uuid_null("municipality_id"))
            .col(timestamp_with_time_zone("at"))
            .col(string("actor"))
            .col(string("action"))
            .col(string("subject"))
            .col(text_null("detail"))
            .to_owned();
        manager.create_table(table).await?;
        let index = Index::create()
            .name("ix_audit_entry_municipality_at")
            .table("audit_entry")
            .col("municipality_id")
            .col("at")
            .to_owned();
        manager.create_index(index).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["audit_entry"]).await
    }
}
