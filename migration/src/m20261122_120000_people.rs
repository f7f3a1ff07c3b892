//! People, their roles and sessions, the links they get by mail, and what slows down guessing.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create().table("person").col(pk_uuid("id")).to_owned();
        table
            .col(string_len("email", 254).unique_key())
            .col(string("name"))
            .col(string_null("password_hash"))
            .col(string_null("totp_secret"))
            .col(timestamp_with_time_zone_null("totp_confirmed_at"))
            .col(big_integer_null("totp_last_step"))
            .col(string_len("language", 2).default("da"))
            .col(timestamp_with_time_zone_null("blocked_at"));
        edited(&mut table);
        manager.create_table(table).await?;

        let mut table = Table::create().table("role_grant").col(pk_uuid("id")).to_owned();
        belongs_to(&mut table, "role_grant", "person");
        table.col(string_len("role", 24));
        may_belong_to(&mut table, "role_grant", "municipality");
        may_belong_to(&mut table, "role_grant", "organisation");
        table.col(timestamp_with_time_zone("created_at"));
        manager.create_table(table).await?;
        index(manager, "role_grant", "person_id").await?;
        index(manager, "role_grant", "municipality_id").await?;

        let mut table = Table::create().table("session").col(pk_uuid("id")).to_owned();
        belongs_to(&mut table, "session", "person");
        table
            .col(string_len("token_hash", 64).unique_key())
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("last_seen_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(string_null("address"))
            .col(string_null("user_agent"))
            .col(timestamp_with_time_zone_null("second_factor_at"));
        manager.create_table(table).await?;
        index(manager, "session", "person_id").await?;

        let mut table = Table::create().table("one_time_link").col(pk_uuid("id")).to_owned();
        table.col(string_len("purpose", 24)).col(string_len("token_hash", 64).unique_key());
        belongs_to(&mut table, "one_time_link", "person");
        may_belong_to(&mut table, "one_time_link", "service");
        table
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("used_at"));
        manager.create_table(table).await?;
        index(manager, "one_time_link", "person_id").await?;

        let table = Table::create()
            .table("throttle")
            .col(string("key").primary_key())
            .col(integer("failures"))
            .col(timestamp_with_time_zone("window_began_at"))
            .col(timestamp_with_time_zone_null("blocked_until"))
            .to_owned();
        manager.create_table(table).await?;

        let mut table = Table::create()
            .table("last_look")
            .col(uuid("person_id"))
            .col(uuid("municipality_id"))
            .col(timestamp_with_time_zone("looked_at"))
            .primary_key(Index::create().col("person_id").col("municipality_id"))
            .to_owned();
        reference(&mut table, "last_look", "person_id", "person", ForeignKeyAction::Cascade);
        reference(&mut table, "last_look", "municipality_id", "municipality", ForeignKeyAction::Cascade);
        manager.create_table(table).await?;

        add_columns(
            manager,
            "municipality",
            [
                boolean("second_factor_required").default(false).to_owned(),
                integer("check_interval_days").default(180).to_owned(),
                integer("revision").default(1).to_owned(),
            ],
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_columns(manager, "municipality", ["second_factor_required", "check_interval_days", "revision"])
            .await?;
        drop_all(manager, &["last_look", "throttle", "one_time_link", "session", "role_grant", "person"])
            .await
    }
}
