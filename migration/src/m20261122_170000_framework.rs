//! The overall framework: what is written, what is laid before the steering group, the editions that are kept; and
//! plans with their goals and activities.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        written(manager).await?;
        decided(manager).await?;
        planned(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "activity",
                "goal",
                "plan",
                "framework_receipt",
                "framework_edition_content",
                "framework_edition",
                "framework_remark",
                "framework_verdict",
                "framework_submission",
                "framework_change",
                "register_row",
                "framework_writing",
                "framework_question",
                "framework_section",
                "framework",
            ],
        )
        .await
    }
}

async fn written(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = tenant_table("framework");
    table
        .col(string_len("state", 24))
        .col(date_null("due_on"))
        .col(integer("approvals_needed"))
        .col(integer("interval_months"))
        .col(string_len("visibility", 24));
    edited(&mut table);
    manager.create_table(table).await?;
    // One in each municipality; the index serves for reading too.
    let one = Index::create()
        .name("ux_framework_municipality")
        .table("framework")
        .col("municipality_id")
        .unique()
        .to_owned();
    manager.create_index(one).await?;

    let mut table = tenant_table("framework_section");
    belongs_to(&mut table, "framework_section", "framework");
    table.col(string_len("section", 24)).col(uuid_null("person_id"));
    reference(&mut table, "framework_section", "person_id", "person", ForeignKeyAction::SetNull);
    table.col(date_null("due_on")).col(boolean("is_done"));
    edited(&mut table);
    create(manager, "framework_section", table).await?;
    index(manager, "framework_section", "person_id").await?;
    unique_in_municipality(manager, "framework_section", "section").await?;

    let mut table = tenant_table("framework_question");
    belongs_to(&mut table, "framework_question", "framework");
    table
        .col(string_len("section", 24))
        .col(string_null("key"))
        .col(text_null("title"))
        .col(text_null("guidance"))
        .col(integer("position"))
        .col(boolean("is_hidden"))
        .col(text("answer"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(uuid_null("answered_by"));
    edited(&mut table);
    create(manager, "framework_question", table).await?;
    unique_in_municipality(manager, "framework_question", "key").await?;

    let mut table = Table::create()
        .table("framework_writing")
        .col(uuid("framework_question_id"))
        .col(uuid("person_id"))
        .col(uuid("municipality_id"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("framework_question_id").col("person_id"))
        .to_owned();
    let writing = [
        ("framework_question_id", "framework_question"),
        ("person_id", "person"),
        ("municipality_id", "municipality"),
    ];
    for (column, target) in writing {
        reference(&mut table, "framework_writing", column, target, ForeignKeyAction::Cascade);
    }
    create(manager, "framework_writing", table).await?;

    let mut table = tenant_table("register_row");
    belongs_to(&mut table, "register_row", "framework");
    table.col(string_len("register", 24)).col(integer("position")).col(text("form"));
    edited(&mut table);
    create(manager, "register_row", table).await?;
    index(manager, "register_row", "framework_id").await?;

    let mut table = tenant_table("framework_change");
    table
        .col(string_len("part", 24))
        .col(uuid("subject_id"))
        .col(string("subject_name"))
        .col(string_len("action", 24))
        .col(integer("revision"))
        .col(timestamp_with_time_zone("at"))
        .col(string("actor"))
        .col(uuid_null("person_id"))
        .col(text_null("before"))
        .col(text_null("after"));
    create(manager, "framework_change", table).await?;
    index(manager, "framework_change", "subject_id").await
}

async fn decided(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = tenant_table("framework_submission");
    belongs_to(&mut table, "framework_submission", "framework");
    table
        .col(string_len("state", 24))
        .col(text_null("note"))
        .col(timestamp_with_time_zone("submitted_at"))
        .col(uuid_null("submitted_by"))
        .col(integer("approvals_needed"))
        .col(text("content"))
        .col(timestamp_with_time_zone_null("decided_at"));
    create(manager, "framework_submission", table).await?;

    people_of(manager, "framework_verdict", "framework_submission", |table| {
        table.col(boolean("approves")).col(text_null("note")).col(timestamp_with_time_zone("at"));
    })
    .await?;

    let mut table = tenant_table("framework_remark");
    belongs_to(&mut table, "framework_remark", "framework_submission");
    table
        .col(string_len("section", 24))
        .col(uuid_null("person_id"))
        .col(text("text"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("settled_at"));
    create(manager, "framework_remark", table).await?;
    index(manager, "framework_remark", "framework_submission_id").await?;

    let mut table = tenant_table("framework_edition");
    belongs_to(&mut table, "framework_edition", "framework");
    table.col(uuid_null("framework_submission_id"));
    reference(
        &mut table,
        "framework_edition",
        "framework_submission_id",
        "framework_submission",
        ForeignKeyAction::SetNull,
    );
    table.col(integer("number")).col(date("approved_on")).col(date("due_on")).col(string_null("updated_by"));
    create(manager, "framework_edition", table).await?;
    unique_in_municipality(manager, "framework_edition", "number").await?;

    // Apart from the edition, so that listing editions does not read books.
    let mut table = tenant_table("framework_edition_content");
    reference(&mut table, "framework_edition_content", "id", "framework_edition", ForeignKeyAction::Cascade);
    table.col(text("content")).col(text("danish")).col(text("english"));
    create(manager, "framework_edition_content", table).await?;

    people_of(manager, "framework_receipt", "framework_edition", |table| {
        table.col(timestamp_with_time_zone("told_at")).col(timestamp_with_time_zone_null("read_at"));
    })
    .await
}

/// A table with a row for each person and thing.
async fn people_of(
    manager: &SchemaManager<'_>,
    name: &'static str,
    thing: &'static str,
    columns: impl FnOnce(&mut TableCreateStatement),
) -> Result<(), DbErr> {
    let thing_id = format!("{thing}_id");
    let mut table = Table::create()
        .table(name)
        .col(uuid(thing_id.clone()))
        .col(uuid("person_id"))
        .col(uuid("municipality_id"))
        .primary_key(Index::create().col(thing_id.clone()).col("person_id"))
        .to_owned();
    reference(&mut table, name, &thing_id, thing, ForeignKeyAction::Cascade);
    reference(&mut table, name, "person_id", "person", ForeignKeyAction::Cascade);
    reference(&mut table, name, "municipality_id", "municipality", ForeignKeyAction::Cascade);
    columns(&mut table);
    create(manager, name, table).await
}

async fn planned(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut table = tenant_table("plan");
    table
        .col(string_len("kind", 24))
        .col(string("title"))
        .col(date_null("begins_on"))
        .col(date_null("ends_on"))
        .col(text_null("mission"))
        .col(text_null("values"))
        .col(text_null("vision"))
        .col(string_len("visibility", 24));
    edited(&mut table);
    create(manager, "plan", table).await?;

    let mut table = tenant_table("goal");
    belongs_to(&mut table, "goal", "plan");
    table
        .col(string_null("key"))
        .col(integer("position"))
        .col(string_null("title"))
        .col(text_null("why"))
        .col(text_null("aim"))
        .col(text("voices"));
    edited(&mut table);
    create(manager, "goal", table).await?;
    index(manager, "goal", "plan_id").await?;

    let mut table = tenant_table("activity");
    belongs_to(&mut table, "activity", "goal");
    table
        .col(integer("position"))
        .col(string_null("sub_goal"))
        .col(string("title"))
        .col(string_null("responsible"))
        .col(uuid_null("responsible_person_id"))
        .col(uuid_null("responsible_organisation_id"))
        .col(text_null("others"))
        .col(date_null("starts_on"))
        .col(date_null("due_on"))
        .col(string_len("status", 24))
        .col(date_null("done_on"))
        .col(date_null("follow_up_on"))
        .col(string_len_null("result", 24))
        .col(text_null("notes"));
    for (column, target) in
        [("responsible_person_id", "person"), ("responsible_organisation_id", "organisation")]
    {
        reference(&mut table, "activity", column, target, ForeignKeyAction::SetNull);
    }
    edited(&mut table);
    create(manager, "activity", table).await?;
    for column in ["goal_id", "responsible_person_id", "responsible_organisation_id"] {
        index(manager, "activity", column).await?;
    }
    Ok(())
}
