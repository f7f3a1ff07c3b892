//! Indexes by owner: an entry's numbers, addresses and facts are written anew with each change of the entry, and a file
//! changes thousands of them.

use sea_orm_migration::prelude::*;

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// Tables with the columns that say whose a row is.
const OWNED: &[(&str, &[&str])] = &[
    ("service", &["organisation_id"]),
    ("service_theme", &["theme_id"]),
    ("service_target_group", &["target_group_id"]),
    ("service_contact", &["contact_id"]),
    ("service_at_location", &["location_id"]),
    ("legal_basis", &["service_id"]),
    ("service_capacity", &["service_id"]),
    ("cost_option", &["service_id"]),
    ("key_figure", &["service_id"]),
    ("location", &["organisation_id"]),
    ("phone", &["organisation_id", "contact_id", "service_id"]),
    ("email", &["organisation_id", "contact_id", "service_id"]),
    ("link", &["organisation_id", "service_id"]),
    ("schedule", &["contact_id", "service_id"]),
    ("schedule_exception", &["contact_id", "service_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in OWNED {
            for column in *columns {
                index(manager, table, column).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in OWNED {
            for column in *columns {
                let name = format!("ix_{table}_{column}");
                manager.drop_index(Index::drop().name(name).table(*table).to_owned()).await?;
            }
        }
        Ok(())
    }
}
