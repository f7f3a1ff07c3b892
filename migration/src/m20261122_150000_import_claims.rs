//! Who has an import in hand, so that one whose instance is gone does not wait for ever; and why one failed.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [string_len_null("failure", 24), timestamp_with_time_zone_null("claimed_until")];
        add_columns(manager, "import_run", columns).await?;
        // Looked for every minute.
        index(manager, "import_run", "status").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop().name("ix_import_run_status").table("import_run").to_owned();
        manager.drop_index(index).await?;
        drop_columns(manager, "import_run", ["failure", "claimed_until"]).await
    }
}
