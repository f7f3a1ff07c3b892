//! The directory, part four: facts about a service: law, room, price and figures.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = tenant_table("legal_basis");
        belongs_to(&mut table, "legal_basis", "service");
        table.col(string("act")).col(string("paragraph")).col(integer("position"));
        create(manager, "legal_basis", table).await?;

        let mut table = tenant_table("service_capacity");
        belongs_to(&mut table, "service_capacity", "service");
        table
            .col(string("unit"))
            .col(integer("maximum"))
            .col(string_null("description"))
            .col(integer("position"));
        create(manager, "service_capacity", table).await?;

        let mut table = tenant_table("cost_option");
        belongs_to(&mut table, "cost_option", "service");
        table
            .col(double("amount"))
            .col(string_len("currency", 3))
            .col(string("description"))
            .col(integer("position"));
        create(manager, "cost_option", table).await?;

        let mut table = tenant_table("key_figure");
        belongs_to(&mut table, "key_figure", "service");
        table
            .col(string("label"))
            .col(double("value"))
            .col(double_null("value_to"))
            .col(string("unit"))
            .col(integer("year"))
            .col(string_null("description"))
            .col(string("source"))
            .col(integer("position"));
        create(manager, "key_figure", table).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["key_figure", "cost_option", "service_capacity", "legal_basis"]).await
    }
}
