//! The directory, part one: organisations with their contacts, and the catalogue edition.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = tenant_table("organisation");
        table
            .col(uuid_null("parent_id"))
            .col(string_len("slug", 120))
            .col(string("name"))
            .col(json("alternate_names"))
            .col(string_len("sector", 16))
            .col(text_null("description"))
            .col(string_len_null("tax_id", 8))
            .col(text_null("source_note"))
            .col(integer("position"));
        reference(&mut table, "organisation", "parent_id", "organisation", ForeignKeyAction::NoAction);
        edited(&mut table);
        create(manager, "organisation", table).await?;
        unique_in_municipality(manager, "organisation", "slug").await?;

        let mut table = tenant_table("contact");
        belongs_to(&mut table, "contact", "organisation");
        table
            .col(string_len("kind", 16))
            .col(string("name"))
            .col(string_null("title"))
            .col(string_null("department"))
            .col(string_len("visibility", 16))
            .col(text_null("source_note"));
        edited(&mut table);
        create(manager, "contact", table).await?;

        let mut table = tenant_table("catalogue_edition");
        table
            .col(string("title"))
            .col(string("edition"))
            .col(date("published_on"))
            .col(uuid_null("editor_id"))
            .col(string("source"))
            .col(text_null("source_note"));
        reference(&mut table, "catalogue_edition", "editor_id", "contact", ForeignKeyAction::SetNull);
        create(manager, "catalogue_edition", table).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["catalogue_edition", "contact", "organisation"]).await
    }
}
