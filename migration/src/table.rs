//! What the tables have in common: the tenant, references that follow their parent, and names of constraints.

use sea_orm_migration::{prelude::*, schema::*};

/// Starts a table that belongs to a municipality: key, tenant, and the tenant's index to follow by [`create`].
pub fn tenant_table(name: &'static str) -> TableCreateStatement {
    let mut table = Table::create().table(name).col(pk_uuid("id")).to_owned();
    tenant(&mut table, name);
    table
}

/// Starts a table that joins two others; its key is the pair.
pub fn join_table(name: &'static str, one: &'static str, other: &'static str) -> TableCreateStatement {
    let (one_id, other_id) = (format!("{one}_id"), format!("{other}_id"));
    let mut table = Table::create()
        .table(name)
        .col(uuid(one_id.clone()))
        .col(uuid(other_id.clone()))
        .col(integer("position"))
        .primary_key(Index::create().col(one_id).col(other_id))
        .to_owned();
    tenant(&mut table, name);
    refers(&mut table, name, one);
    refers(&mut table, name, other);
    table
}

/// Adds the columns of a row that people edit.
pub fn edited(table: &mut TableCreateStatement) -> &mut TableCreateStatement {
    table
        .col(integer("revision").default(1))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
}

/// Adds a required column `<target>_id` that goes when its target goes.
pub fn belongs_to(table: &mut TableCreateStatement, name: &'static str, target: &'static str) {
    table.col(uuid(format!("{target}_id")));
    refers(table, name, target);
}

/// Adds an optional column `<target>_id` that goes when its target goes.
pub fn may_belong_to(table: &mut TableCreateStatement, name: &'static str, target: &'static str) {
    table.col(uuid_null(format!("{target}_id")));
    refers(table, name, target);
}

/// Creates the table and the index by which it is read: its tenant.
pub async fn create(
    manager: &SchemaManager<'_>,
    name: &'static str,
    table: TableCreateStatement,
) -> Result<(), DbErr> {
    manager.create_table(table).await?;
    let index =
        Index::create().name(format!("ix_{name}_municipality")).table(name).col("municipality_id").to_owned();
    manager.create_index(index).await
}

/// Makes the columns unique within a municipality.
pub async fn unique_in_municipality(
    manager: &SchemaManager<'_>,
    name: &'static str,
    column: &'static str,
) -> Result<(), DbErr> {
    let index = Index::create()
        .name(format!("ux_{name}_{column}"))
        .table(name)
        .col("municipality_id")
        .col(column)
        .unique()
        .to_owned();
    manager.create_index(index).await
}

/// Drops the tables, in the order given.
pub async fn drop_all(manager: &SchemaManager<'_>, names: &[&'static str]) -> Result<(), DbErr> {
    for name in names {
        manager.drop_table(Table::drop().table(*name).to_owned()).await?;
    }
    Ok(())
}

fn tenant(table: &mut TableCreateStatement, name: &'static str) {
    belongs_to(table, name, "municipality");
}

fn refers(table: &mut TableCreateStatement, name: &'static str, target: &'static str) {
    reference(table, name, &format!("{target}_id"), target, ForeignKeyAction::Cascade);
}

/// Adds a foreign key on a column of any name.
pub fn reference(
    table: &mut TableCreateStatement,
    name: &'static str,
    column: &str,
    target: &'static str,
    on_delete: ForeignKeyAction,
) {
    table.foreign_key(
        ForeignKey::create()
            .name(format!("fk_{name}_{column}"))
            .from(name, column.to_owned())
            .to(target, "id")
            .on_delete(on_delete),
    );
}

/// Adds an index on one column.
pub async fn index(
    manager: &SchemaManager<'_>,
    name: &'static str,
    column: &'static str,
) -> Result<(), DbErr> {
    let index = Index::create().name(format!("ix_{name}_{column}")).table(name).col(column).to_owned();
    manager.create_index(index).await
}

/// Adds columns to a table that is there. One at a time, which is all that SQLite can do.
pub async fn add_columns(
    manager: &SchemaManager<'_>,
    name: &'static str,
    columns: impl IntoIterator<Item = ColumnDef>,
) -> Result<(), DbErr> {
    for column in columns {
        manager.alter_table(Table::alter().table(name).add_column(column).to_owned()).await?;
    }
    Ok(())
}

/// Takes columns out of a table.
pub async fn drop_columns(
    manager: &SchemaManager<'_>,
    name: &'static str,
    columns: impl IntoIterator<Item = &'static str>,
) -> Result<(), DbErr> {
    for column in columns {
        manager.alter_table(Table::alter().table(name).drop_column(column).to_owned()).await?;
    }
    Ok(())
}
