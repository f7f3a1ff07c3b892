//! Who is to update the framework next time (the model's schema: *skal opdateres af*), and as each edition was told.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Where it stands.
const TABLES: [&str; 2] = ["framework", "framework_edition"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            add_columns(manager, table, [string_null("next_update_by")]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            drop_columns(manager, table, ["next_update_by"]).await?;
        }
        Ok(())
    }
}
