//! What has been reminded of, apart from the mail that it stood in: one mail may remind of many services. And whether
//! the answer to a proposal has been seen by whoever made it.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create().table("check_reminder").to_owned();
        for target in ["municipality", "service", "person"] {
            belongs_to(&mut table, "check_reminder", target);
        }
        let key = ["service_id", "check_on", "step", "person_id"];
        let mut primary = Index::create();
        for column in key {
            primary.col(column);
        }
        table
            .col(date("check_on"))
            .col(string_len("step", 24))
            .col(timestamp_with_time_zone("written_at"))
            .primary_key(&mut primary);
        create(manager, "check_reminder", table).await?;

        add_columns(manager, "proposal", [timestamp_with_time_zone_null("answer_seen_at")]).await?;
        // What was answered before is no news.
        let seen = Query::update()
            .table("proposal")
            .value("answer_seen_at", Expr::col("decided_at"))
            .and_where(Expr::col("decided_at").is_not_null())
            .to_owned();
        manager.execute(seen).await?;
        index(manager, "proposal", "person_id").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop().name("ix_proposal_person_id").table("proposal").to_owned();
        manager.drop_index(index).await?;
        drop_columns(manager, "proposal", ["answer_seen_at"]).await?;
        drop_all(manager, &["check_reminder"]).await
    }
}
