//! A directory that stays true: history, proposals, duties to check, a municipality's own words, imports, and
//! catalogue editions that are kept.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add_columns(
            manager,
            "service",
            [uuid_null("owner_id"), integer_null("check_interval_days"), uuid_null("successor_id")],
        )
        .await?;
        for name in ["theme", "target_group"] {
            add_columns(manager, name, [integer("revision").default(1).to_owned()]).await?;
        }
        add_columns(manager, "catalogue_edition", [integer_null("number"), uuid_null("fixed_by")]).await?;
        // Apart from the edition, so that listing editions does not read books.
        let mut table = tenant_table("catalogue_content");
        reference(&mut table, "catalogue_content", "id", "catalogue_edition", ForeignKeyAction::Cascade);
        table.col(text("directory"));
        create(manager, "catalogue_content", table).await?;

        let mut table = tenant_table("directory_change");
        table
            .col(string_len("kind", 24))
            .col(uuid("subject_id"))
            .col(string("subject_name"))
            .col(string_len("action", 24))
            .col(integer("revision"))
            .col(timestamp_with_time_zone("at"))
            .col(string("actor"))
            .col(uuid_null("person_id"))
            .col(string_null("note"))
            .col(text_null("before"))
            .col(text_null("after"));
        create(manager, "directory_change", table).await?;
        index(manager, "directory_change", "subject_id").await?;
        index(manager, "directory_change", "at").await?;

        let mut table = tenant_table("proposal");
        table
            .col(string_len("kind", 24))
            .col(uuid_null("subject_id"))
            .col(string("subject_name"))
            .col(integer_null("base_revision"))
            .col(text_null("base"))
            .col(text_null("proposed"))
            .col(text_null("message"));
        may_belong_to(&mut table, "proposal", "person");
        may_belong_to(&mut table, "proposal", "organisation");
        table
            .col(string_null("proposer_name"))
            .col(string_null("proposer_email"))
            .col(string_len("status", 24))
            .col(uuid_null("decided_by"))
            .col(timestamp_with_time_zone_null("decided_at"))
            .col(text_null("answer"));
        edited(&mut table);
        create(manager, "proposal", table).await?;

        let mut table = tenant_table("concept");
        table.col(string("label")).col(json("official")).col(json("lay"));
        edited(&mut table);
        create(manager, "concept", table).await?;
        unique_in_municipality(manager, "concept", "label").await?;

        let mut table = tenant_table("import_run");
        table
            .col(uuid_null("person_id"))
            .col(string("file_name"))
            .col(string_len("format", 24))
            .col(text("content"))
            .col(string_len("status", 24))
            .col(integer("total"))
            .col(integer("done"))
            .col(text("report"))
            .col(big_integer("base_revision"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"));
        create(manager, "import_run", table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["import_run", "concept", "proposal", "directory_change", "catalogue_content"])
            .await?;
        drop_columns(manager, "catalogue_edition", ["number", "fixed_by"]).await?;
        for name in ["target_group", "theme"] {
            drop_columns(manager, name, ["revision"]).await?;
        }
        drop_columns(manager, "service", ["owner_id", "check_interval_days", "successor_id"]).await
    }
}
