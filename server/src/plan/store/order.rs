//! The order of goals in a plan and of activities under a goal: positions from 0 without gaps. Two statements, however
//! long the list is.

use entity::ids::{GoalId, PlanId};
use entity::plan::{activity, goal};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::error::Result;

/// Declares the same for both lists. Hold what the list belongs to first.
macro_rules! list {
    ($table:ident of $parent:ident: $id:ident; $count:ident, $shift:ident, $delete:ident) => {
        /// How many there are.
        pub(in crate::plan) async fn $count(tx: &impl ConnectionTrait, of: $id) -> Result<usize> {
            let found = $table::Entity::find().filter($table::Column::$parent.eq(of)).count(tx).await?;
            Ok(usize::try_from(found).unwrap_or(usize::MAX))
        }

        /// Makes way: those between two places move towards the one that is being left.
        pub(in crate::plan) async fn $shift(
            tx: &impl ConnectionTrait,
            of: $id,
            from: i32,
            to: i32,
        ) -> Result<()> {
            let place = $table::Column::Position;
            let (step, low, high) = if to > from { (-1, from + 1, to) } else { (1, to, from - 1) };
            $table::Entity::update_many()
                .col_expr(place, Expr::col(place).add(step))
                .filter($table::Column::$parent.eq(of))
                .filter(place.between(low, high))
                .exec(tx)
                .await?;
            Ok(())
        }

        /// Deletes one with all that belongs to it and closes the gap.
        pub(in crate::plan) async fn $delete(
            tx: &impl ConnectionTrait,
            of: $id,
            row: &$table::Model,
        ) -> Result<()> {
            $table::Entity::delete_by_id(row.id).exec(tx).await?;
            $shift(tx, of, row.position, i32::MAX).await
        }
    };
}

list!(goal of PlanId: PlanId; count_goals, shift_goals, delete_goal);
list!(activity of GoalId: GoalId; count_activities, shift_activities, delete_activity);
