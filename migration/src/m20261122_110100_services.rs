//! The directory, part two: services, and the themes and target groups they are found by.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = tenant_table("theme");
        table
            .col(string_len("slug", 120))
            .col(string("name"))
            .col(string("name_en"))
            .col(text_null("description"))
            .col(string_len("icon", 40))
            .col(integer("position"));
        create(manager, "theme", table).await?;
        unique_in_municipality(manager, "theme", "slug").await?;

        let mut table = tenant_table("target_group");
        table
            .col(string_len("slug", 120))
            .col(string("name"))
            .col(string("name_en"))
            .col(integer("position"));
        create(manager, "target_group", table).await?;
        unique_in_municipality(manager, "target_group", "slug").await?;

        let mut table = tenant_table("service");
        belongs_to(&mut table, "service", "organisation");
        table
            .col(uuid_null("parent_id"))
            .col(string_len("slug", 120))
            .col(string("name"))
            .col(json("alternate_names"))
            .col(text_null("purpose"))
            .col(text("description"))
            .col(text_null("eligibility_description"))
            .col(integer_null("minimum_age"))
            .col(integer_null("maximum_age"))
            .col(string_len("access", 16))
            .col(text_null("application_process"))
            .col(text_null("interpretation_services"))
            .col(json("languages"))
            .col(text_null("fees_description"))
            .col(string_len("status", 16))
            .col(date_null("paused_until"))
            .col(date_null("assured_date"))
            .col(string_null("assurer"))
            .col(string_null("source"))
            .col(text_null("source_note"))
            .col(integer("position"));
        reference(&mut table, "service", "parent_id", "service", ForeignKeyAction::NoAction);
        edited(&mut table);
        create(manager, "service", table).await?;
        unique_in_municipality(manager, "service", "slug").await?;

        let table = join_table("service_theme", "service", "theme");
        create(manager, "service_theme", table).await?;

        let table = join_table("service_target_group", "service", "target_group");
        create(manager, "service_target_group", table).await?;

        let mut table = join_table("service_contact", "service", "contact");
        table.col(string_null("role"));
        create(manager, "service_contact", table).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["service_contact", "service_target_group", "service_theme", "service", "target_group", "theme"],
        )
        .await
    }
}
