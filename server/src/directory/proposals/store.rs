//! Proposals in the database, and how many reports came from where.

use chrono::TimeDelta;
use entity::directory::proposal::{self, Column, Entity};
use entity::directory::values::ProposalStatus;
use entity::identity::values::Role;
use entity::identity::{person, role_grant, throttle};
use entity::ids::{MunicipalityId, PersonId, ProposalId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Select,
};

use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Reports that one place may send in an hour.
const REPORTS: i32 = 10;
/// How long reports are counted.
const WINDOW: TimeDelta = TimeDelta::hours(1);

/// Which proposals.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Whose directory.
    pub(in crate::directory::proposals) municipality: MunicipalityId,
    /// Only those of this person.
    pub(in crate::directory::proposals) proposer: Option<PersonId>,
    /// Only those that stand there; all where none are given.
    pub(in crate::directory::proposals) statuses: Vec<ProposalStatus>,
}

fn select(wanted: &Wanted) -> Select<Entity> {
    let mut found = Entity::find().filter(Column::MunicipalityId.eq(wanted.municipality));
    if let Some(proposer) = wanted.proposer {
        found = found.filter(Column::PersonId.eq(proposer));
    }
    if !wanted.statuses.is_empty() {
        found = found.filter(Column::Status.is_in(wanted.statuses.iter().copied()));
    }
    found
}

/// The newest first, one more than asked for.
pub(in crate::directory::proposals) async fn list(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
    size: u64,
    after: Option<ProposalId>,
) -> Result<Vec<proposal::Model>> {
    let mut found = select(wanted).order_by_desc(Column::Id).limit(size + 1);
    if let Some(after) = after {
        found = found.filter(Column::Id.lt(after));
    }
    Ok(found.all(db).await?)
}

/// How many.
pub(in crate::directory::proposals) async fn count(
    db: &impl ConnectionTrait,
    wanted: &Wanted,
) -> Result<u64> {
    Ok(select(wanted).count(db).await?)
}

/// What of the proposals here waits for a person, the longest first: theirs that wait for an answer or whose answer they
/// have not seen, and with `decides` everybody's that wait.
pub(in crate::directory::proposals) async fn waiting(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    person: PersonId,
    decides: bool,
    most: u64,
) -> Result<Vec<proposal::Model>> {
    let pending = Column::Status.eq(ProposalStatus::Pending);
    let theirs = Condition::any().add(pending.clone()).add(unseen());
    let mut waits = Condition::any().add(Condition::all().add(Column::PersonId.eq(person)).add(theirs));
    if decides {
        waits = waits.add(pending);
    }
    let found = Entity::find().filter(Column::MunicipalityId.eq(municipality)).filter(waits);
    Ok(found.order_by_asc(Column::Id).limit(most).all(db).await?)
}

/// Decided by somebody, and not looked at since by whoever made it.
fn unseen() -> Condition {
    let decided = [ProposalStatus::Accepted, ProposalStatus::Adjusted, ProposalStatus::Declined];
    Condition::all().add(Column::Status.is_in(decided)).add(Column::AnswerSeenAt.is_null())
}

/// Notes that whoever made the proposal has seen what became of it.
pub(in crate::directory::proposals) async fn see_answer(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ProposalId,
) -> Result<()> {
    let update = Entity::update_many()
        .col_expr(Column::AnswerSeenAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id))
        .filter(unseen());
    update.exec(db).await?;
    Ok(())
}

/// The proposal with this key.
pub(in crate::directory::proposals) async fn find(
    db: &impl ConnectionTrait,
    id: ProposalId,
) -> Result<Option<proposal::Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Puts in a proposal.
pub(in crate::directory::proposals) async fn insert(
    tx: &impl ConnectionTrait,
    row: proposal::Model,
) -> Result<()> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes what became of a proposal that waits and still has this revision; else nothing, and `Stale`.
pub(in crate::directory::proposals) async fn decide(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    row: &proposal::Model,
    status: ProposalStatus,
    answer: Option<&str>,
) -> Result<()> {
    let update = Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::DecidedBy, Expr::value(ctx.person().map(|person| person.id.0)))
        .col_expr(Column::DecidedAt, Expr::value(ctx.now()))
        .col_expr(Column::Answer, Expr::value(answer))
        .col_expr(Column::Revision, Expr::value(row.revision + 1))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Revision.eq(row.revision))
        .filter(Column::Status.eq(ProposalStatus::Pending));
    if update.exec(tx).await?.rows_affected == 1 { Ok(()) } else { Err(Error::Stale) }
}

/// The people of these keys who are not blocked. One statement.
pub(in crate::directory::proposals) async fn people(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<Vec<person::Model>> {
    let found = person::Entity::find()
        .filter(person::Column::Id.is_in(ids))
        .filter(person::Column::BlockedAt.is_null());
    Ok(found.all(db).await?)
}

/// The municipality's project leaders who are not blocked.
pub(in crate::directory::proposals) async fn leaders(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Vec<person::Model>> {
    let leading = role_grant::Entity::find()
        .select_only()
        .column(role_grant::Column::PersonId)
        .filter(role_grant::Column::MunicipalityId.eq(municipality))
        .filter(role_grant::Column::Role.eq(Role::ProjectLeader));
    let found = person::Entity::find()
        .filter(person::Column::Id.in_subquery(leading.into_query()))
        .filter(person::Column::BlockedAt.is_null());
    Ok(found.all(db).await?)
}

/// Counts a report from this place; refuses the eleventh within an hour. Two at once are counted one by one.
pub(in crate::directory::proposals) async fn count_report(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    place: &str,
) -> Result<()> {
    let key = format!("report:{place}");
    let fresh =
        throttle::Model { key: key.clone(), failures: 0, window_began_at: ctx.now(), blocked_until: None };
    // Touched so that another instance waits until this report is counted.
    let touch = OnConflict::column(throttle::Column::Key).update_column(throttle::Column::Key).to_owned();
    throttle::Entity::insert(fresh.clone().into_active_model())
        .on_conflict(touch)
        .exec_without_returning(tx)
        .await?;
    let mut row = throttle::Entity::find_by_id(key).one(tx).await?.unwrap_or_else(|| fresh.clone());
    if row.window_began_at + WINDOW <= ctx.now() {
        row = fresh;
    }
    if row.failures >= REPORTS {
        let wait = (row.window_began_at + WINDOW - ctx.now()).num_seconds() + 1;
        return Err(Error::Throttled(u64::try_from(wait).unwrap_or(1)));
    }
    let update = throttle::Entity::update_many()
        .col_expr(throttle::Column::Failures, Expr::value(row.failures + 1))
        .col_expr(throttle::Column::WindowBeganAt, Expr::value(row.window_began_at))
        .filter(throttle::Column::Key.eq(row.key));
    update.exec(tx).await?;
    Ok(())
}
