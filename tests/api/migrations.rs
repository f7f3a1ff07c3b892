//! Migrations: all the way up, all the way down, and up again to the same tables.

use migration::Migrator;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;
use server::db;
use tests::database::{Kind, TestDatabase};

const SQLITE: &str = "SELECT m.type || ' ' || m.name || coalesce(' ' || p.name || ' ' || p.type || ' ' || p.\"notnull\" || ' ' \
    || p.pk, '') || ' ' || coalesce(m.sql, '') AS line FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) p \
    WHERE m.name NOT LIKE 'sqlite_%' AND m.name <> 'seaql_migrations' ORDER BY line";
const POSTGRES: &str = "SELECT line FROM (
    SELECT 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' ||
        coalesce(column_default, '') AS line
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
) AS lines WHERE line NOT LIKE '%seaql_migrations%' ORDER BY line";

/// Every table, column, index and constraint, a line each.
async fn schema(db: &DatabaseConnection, kind: Kind) -> Vec<String> {
    let sql = if kind == Kind::Sqlite { SQLITE } else { POSTGRES };
    let rows =
        db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("a schema");
    rows.iter().map(|row| row.try_get("", "line").expect("a line")).collect()
}

async fn up_down_up(kind: Kind) {
    let database = TestDatabase::bare(kind).await;
    let db = database.connect().await;
    assert!(db::require_migrated(&db).await.is_err(), "a bare database is refused");
    let steps = db::migrate(&db).await.expect("up");
    assert_eq!(steps, Migrator::migrations().len());
    db::require_migrated(&db).await.expect("a migrated database");
    let first = schema(&db, kind).await;
    assert!(first.iter().any(|line| line.contains("directory_revision")), "{first:?}");

    Migrator::down(&db, None).await.expect("down");
    assert_eq!(schema(&db, kind).await, Vec::<String>::new());

    assert_eq!(db::migrate(&db).await.expect("up again"), steps);
    assert_eq!(schema(&db, kind).await, first);
    assert_eq!(db::migrate(&db).await.expect("nothing left"), 0);
}

/// A full database goes down too.
async fn down_with_rows(kind: Kind) {
    let database = TestDatabase::with_samples(kind).await;
    let db = database.connect().await;
    Migrator::down(&db, None).await.expect("down");
    assert_eq!(schema(&db, kind).await, Vec::<String>::new());
}

mod every_change_can_be_taken_back_and_made_again {
    use super::*;

    #[tokio::test]
    async fn sqlite() {
        up_down_up(Kind::Sqlite).await;
    }

    #[tokio::test]
    async fn postgres() {
        up_down_up(Kind::Postgres).await;
    }
}

mod a_database_with_rows_in_it_can_be_taken_down {
    use super::*;

    #[tokio::test]
    async fn sqlite() {
        down_with_rows(Kind::Sqlite).await;
    }

    #[tokio::test]
    async fn postgres() {
        down_with_rows(Kind::Postgres).await;
    }
}
