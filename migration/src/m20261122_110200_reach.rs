//! The directory, part three: where, when and by what number one reaches a service, a contact or an organisation.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = tenant_table("location");
        may_belong_to(&mut table, "location", "organisation");
        table
            .col(string_null("name"))
            .col(string("address_1"))
            .col(string_len_null("postal_code", 10))
            .col(string_null("city"))
            .col(double_null("latitude"))
            .col(double_null("longitude"))
            .col(integer("position"));
        create(manager, "location", table).await?;

        let table = join_table("service_at_location", "service", "location");
        create(manager, "service_at_location", table).await?;

        let mut table = tenant_table("phone");
        may_belong_to(&mut table, "phone", "organisation");
        may_belong_to(&mut table, "phone", "contact");
        may_belong_to(&mut table, "phone", "service");
        table
            .col(string_len("number", 20))
            .col(string_len("kind", 16))
            .col(string_null("description"))
            .col(integer("position"));
        create(manager, "phone", table).await?;

        let mut table = tenant_table("email");
        may_belong_to(&mut table, "email", "organisation");
        may_belong_to(&mut table, "email", "contact");
        may_belong_to(&mut table, "email", "service");
        table.col(string("address")).col(string_null("description")).col(integer("position"));
        create(manager, "email", table).await?;

        let mut table = tenant_table("link");
        may_belong_to(&mut table, "link", "organisation");
        may_belong_to(&mut table, "link", "service");
        table.col(text("url")).col(string_null("label")).col(integer("position"));
        create(manager, "link", table).await?;

        let mut table = tenant_table("schedule");
        may_belong_to(&mut table, "schedule", "contact");
        may_belong_to(&mut table, "schedule", "service");
        table
            .col(json("byday"))
            .col(string_len("weeks", 16))
            .col(time_null("opens_at"))
            .col(time_null("closes_at"))
            .col(date_null("valid_from"))
            .col(date_null("valid_to"))
            .col(string_null("description"))
            .col(integer("position"));
        create(manager, "schedule", table).await?;

        let mut table = tenant_table("schedule_exception");
        may_belong_to(&mut table, "schedule_exception", "contact");
        may_belong_to(&mut table, "schedule_exception", "service");
        table
            .col(date("valid_from"))
            .col(date("valid_to"))
            .col(boolean("closed"))
            .col(time_null("opens_at"))
            .col(time_null("closes_at"))
            .col(string_null("description"))
            .col(integer("position"));
        create(manager, "schedule_exception", table).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["schedule_exception", "schedule", "link", "email", "phone", "service_at_location", "location"],
        )
        .await
    }
}
