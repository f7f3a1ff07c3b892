//! Plans, goals and activities in the database.

mod due;
mod order;

use std::collections::{HashMap, HashSet};

use entity::directory::values::Visibility;
use entity::identity::{municipality, person, role_grant};
use entity::ids::{ActivityId, GoalId, MunicipalityId, PersonId, PlanId};
use entity::plan::{activity, goal, plan};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

pub(super) use due::{due, people, titles};
pub(super) use order::{
    count_activities, count_goals, delete_activity, delete_goal, shift_activities, shift_goals,
};

use super::whole::Wanted;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// The municipality's plans, the newest first.
pub(super) async fn plans(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
    wanted: Wanted,
) -> Result<Vec<plan::Model>> {
    let mut found = plan::Entity::find().filter(plan::Column::MunicipalityId.eq(here));
    if let Some(id) = wanted.one {
        found = found.filter(plan::Column::Id.eq(id));
    }
    if wanted.public_alone {
        found = found.filter(plan::Column::Visibility.eq(Visibility::Public));
    }
    Ok(found.order_by_desc(plan::Column::CreatedAt).order_by_asc(plan::Column::Title).all(db).await?)
}

/// The goals of these plans, in order.
pub(super) async fn goals(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
    plans: &[PlanId],
) -> Result<Vec<goal::Model>> {
    let found = goal::Entity::find()
        .filter(goal::Column::MunicipalityId.eq(here))
        .filter(goal::Column::PlanId.is_in(plans.iter().copied()));
    Ok(found.order_by_asc(goal::Column::Position).order_by_asc(goal::Column::Id).all(db).await?)
}

/// The activities of these goals, in order.
pub(super) async fn activities(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
    goals: &[goal::Model],
) -> Result<Vec<activity::Model>> {
    let found = activity::Entity::find()
        .filter(activity::Column::MunicipalityId.eq(here))
        .filter(activity::Column::GoalId.is_in(goals.iter().map(|goal| goal.id)));
    Ok(found.order_by_asc(activity::Column::Position).order_by_asc(activity::Column::Id).all(db).await?)
}

/// What these people are called.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    people: HashSet<PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let found: Vec<(PersonId, String)> = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .column(person::Column::Name)
        .filter(person::Column::Id.is_in(people))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

/// Whether the person has a role here.
pub(super) async fn has_role(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
    person: PersonId,
) -> Result<bool> {
    let roles = role_grant::Entity::find()
        .filter(role_grant::Column::PersonId.eq(person))
        .filter(role_grant::Column::MunicipalityId.eq(here));
    Ok(roles.count(db).await? > 0)
}

/// Holds the municipality's list of plans until the transaction is over; returns how many there are.
pub(super) async fn hold_list(tx: &impl ConnectionTrait, here: MunicipalityId) -> Result<usize> {
    // A lock that lets others refer to the municipality meanwhile.
    municipality::Entity::find_by_id(here).lock(LockType::NoKeyUpdate).one(tx).await?;
    let found = plan::Entity::find().filter(plan::Column::MunicipalityId.eq(here)).count(tx).await?;
    Ok(usize::try_from(found).unwrap_or(usize::MAX))
}

/// Declares how one kind of row is found, held until the transaction is over, and written over where it still has the
/// revision that was read.
macro_rules! table {
    ($table:ident of $id:ident: $find:ident, $hold:ident, $overwrite:ident) => {
        pub(super) async fn $find(db: &impl ConnectionTrait, id: $id) -> Result<$table::Model> {
            $table::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
        }

        pub(super) async fn $hold(tx: &impl ConnectionTrait, id: $id) -> Result<$table::Model> {
            $table::Entity::find_by_id(id).lock_exclusive().one(tx).await?.ok_or(Error::NotFound)
        }

        pub(super) async fn $overwrite(
            ctx: &Ctx,
            tx: &impl ConnectionTrait,
            row: $table::Model,
        ) -> Result<$table::Model> {
            let (id, held) = (row.id, row.revision);
            let row = $table::Model { revision: held + 1, updated_at: ctx.now(), ..row };
            let written = $table::Entity::update_many()
                .set(row.clone().into_active_model().reset_all())
                .filter($table::Column::Id.eq(id))
                .filter($table::Column::Revision.eq(held))
                .exec(tx)
                .await?;
            if written.rows_affected == 1 { Ok(row) } else { Err(Error::Stale) }
        }
    };
}

table!(plan of PlanId: plan, hold_plan, overwrite_plan);
table!(goal of GoalId: goal, hold_goal, overwrite_goal);
table!(activity of ActivityId: activity, hold_activity, overwrite_activity);

/// Deletes a plan with all that belongs to it.
pub(super) async fn delete_plan(tx: &impl ConnectionTrait, id: PlanId) -> Result<()> {
    plan::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}
