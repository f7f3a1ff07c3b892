//! The tenant: municipalities.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("municipality")
            .col(pk_uuid("id"))
            .col(string_len("slug", 40).unique_key())
            .col(string_len("code", 3).unique_key())
            .col(string("name"))
            .col(string_null("website"))
            .col(big_integer("directory_revision").default(1))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"))
            .to_owned();
        manager.create_table(table).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["municipality"]).await
    }
}
