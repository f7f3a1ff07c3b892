//! The audit log becomes tamper-evident: entries are numbered, and each carries the hash of the one before.
//! Entries from before this change keep no number and stand outside the chain.

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
            "audit_entry",
            [
                big_integer_null("sequence"),
                uuid_null("person_id"),
                string_null("address"),
                text_null("before"),
                text_null("after"),
                string_len_null("previous_hash", 64),
                string_len_null("hash", 64),
            ],
        )
        .await?;
        let unique = Index::create()
            .name("ux_audit_entry_sequence")
            .table("audit_entry")
            .col("sequence")
            .unique()
            .to_owned();
        manager.create_index(unique).await?;

        // One row: the end of the chain. Whoever adds an entry holds it until the transaction is over.
        let head = Table::create()
            .table("audit_head")
            .col(integer("id").primary_key())
            .col(big_integer("sequence"))
            .col(string_len("hash", 64))
            .to_owned();
        manager.create_table(head).await?;
        let first = Query::insert()
            .into_table("audit_head")
            .columns(["id", "sequence", "hash"])
            .values_panic([1.into(), 0_i64.into(), "0".repeat(64).into()])
            .to_owned();
        manager.execute(first).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["audit_head"]).await?;
        manager
            .drop_index(Index::drop().name("ux_audit_entry_sequence").table("audit_entry").to_owned())
            .await?;
        let columns = ["sequence", "person_id", "address", "before", "after", "previous_hash", "hash"];
        drop_columns(manager, "audit_entry", columns).await
    }
}
