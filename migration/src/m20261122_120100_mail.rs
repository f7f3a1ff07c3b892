//! The outbox: mails written in the transaction of what they tell of, sent afterwards.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create().table("outgoing_mail").col(pk_uuid("id")).to_owned();
        may_belong_to(&mut table, "outgoing_mail", "municipality");
        table
            .col(string_null("dedupe_key").unique_key())
            .col(string_len("recipient", 254))
            .col(string("subject"))
            .col(text("body"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("due_at"))
            .col(integer("attempts").default(0))
            .col(timestamp_with_time_zone_null("claimed_until"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .col(timestamp_with_time_zone_null("failed_at"))
            .col(text_null("last_error"));
        manager.create_table(table).await?;
        index(manager, "outgoing_mail", "due_at").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["outgoing_mail"]).await
    }
}
