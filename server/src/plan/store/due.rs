//! What is late or to be followed up, and the people who are told. The rules say the same of one activity
//! ([`crate::plan::rules::waits_since`]).

use chrono::NaiveDate;
use entity::identity::{person, role_grant};
use entity::ids::{MunicipalityId, PersonId};
use entity::plan::values::ActivityStatus;
use entity::plan::{activity, goal, plan};
use sea_orm::sea_query::{Expr, Func, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};

use crate::error::Result;

/// Most activities that are read at once; more than that nobody looks through.
const MOST: u64 = 500;

/// Activities here that somebody has to report on, each with its goal: all, or those of one person. Where there are too
/// many, one person gets those that have waited longest; of all it is the newest, since the others have been told of.
/// One statement.
pub(in crate::plan) async fn due(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
    today: NaiveDate,
    of: Option<PersonId>,
) -> Result<Vec<(activity::Model, goal::Model)>> {
    use activity::Column::{DueOn, FollowUpOn, Result as ResultColumn, Status};
    let is_open = Status.is_in([ActivityStatus::Planned, ActivityStatus::Underway]);
    let overdue = Condition::all().add(is_open).add(DueOn.lt(today));
    let follow_up = Condition::all()
        .add(FollowUpOn.lte(today))
        .add(ResultColumn.is_null())
        .add(Status.ne(ActivityStatus::Dropped));
    let its_goal: RelationDef =
        activity::Entity::belongs_to(goal::Entity).from(activity::Column::GoalId).to(goal::Column::Id).into();
    let mut found = activity::Entity::find()
        .join(JoinType::InnerJoin, its_goal)
        .select_also(goal::Entity)
        .filter(activity::Column::MunicipalityId.eq(here))
        .filter(Condition::any().add(overdue).add(follow_up));
    let day =
        SimpleExpr::from(Func::coalesce([FollowUpOn, DueOn].map(|day| Expr::col((activity::Entity, day)))));
    found = match of {
        Some(person) => {
            let theirs = activity::Column::ResponsiblePersonId.eq(person);
            found.filter(theirs).order_by(day, Order::Asc)
        }
        None => found.order_by(day, Order::Desc),
    };
    let found = found.order_by_asc(activity::Column::Id).limit(MOST).all(db).await?;
    let mut found: Vec<_> = found.into_iter().filter_map(|(row, goal)| Some((row, goal?))).collect();
    found.sort_unstable_by_key(|(row, _)| row.id);
    Ok(found)
}

/// What the municipality's plans are called.
pub(in crate::plan) async fn titles(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
) -> Result<Vec<plan::Model>> {
    Ok(plan::Entity::find().filter(plan::Column::MunicipalityId.eq(here)).all(db).await?)
}

/// The roles in a municipality, and the people who have them and are not blocked.
pub(in crate::plan) async fn people(
    db: &impl ConnectionTrait,
    here: MunicipalityId,
) -> Result<(Vec<role_grant::Model>, Vec<person::Model>)> {
    let grants = role_grant::Entity::find().filter(role_grant::Column::MunicipalityId.eq(here));
    let grants = grants.all(db).await?;
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(grants.iter().map(|grant| grant.person_id)))
        .filter(person::Column::BlockedAt.is_null());
    Ok((grants, people.all(db).await?))
}
