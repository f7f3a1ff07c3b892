//! A change tells of the plan that it was made in, so that a plan's history keeps what has been deleted from it.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::*;

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// The plan of what stands in one today. Of what is gone, nothing says it any more.
const KNOWN: [(&str, &str); 3] = [
    ("plan", "SELECT id FROM plan WHERE plan.id = subject_id"),
    ("goal", "SELECT plan_id FROM goal WHERE goal.id = subject_id"),
    (
        "activity",
        "SELECT goal.plan_id FROM activity JOIN goal ON goal.id = activity.goal_id WHERE activity.id = subject_id",
    ),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add_columns(manager, "framework_change", [uuid_null("plan_id")]).await?;
        for (part, plan) in KNOWN {
            let known = format!("UPDATE framework_change SET plan_id = ({plan}) WHERE part = '{part}'");
            manager.get_connection().execute_unprepared(&known).await?;
        }
        index(manager, "framework_change", "plan_id").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop().name("ix_framework_change_plan_id").table("framework_change").to_owned();
        manager.drop_index(index).await?;
        drop_columns(manager, "framework_change", ["plan_id"]).await
    }
}
