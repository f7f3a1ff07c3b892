//! Submissions with their verdicts and remarks, and the state of the framework they move.

use chrono::NaiveDate;
use entity::framework::values::{FrameworkState, SubmissionState};
use entity::framework::{
    framework, framework_remark, framework_section, framework_submission, framework_verdict,
};
use entity::ids::{FrameworkRemarkId, FrameworkSubmissionId, MunicipalityId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
};

use crate::ctx::Ctx;
use crate::error::Result;

/// The submission with this key.
pub(in crate::framework) async fn find(
    db: &impl ConnectionTrait,
    id: FrameworkSubmissionId,
) -> Result<Option<framework_submission::Model>> {
    Ok(framework_submission::Entity::find_by_id(id).one(db).await?)
}

/// The one that waits, or the last one.
pub(in crate::framework) async fn latest(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Option<framework_submission::Model>> {
    let newest = framework_submission::Entity::find()
        .filter(framework_submission::Column::MunicipalityId.eq(municipality))
        .order_by_desc(framework_submission::Column::SubmittedAt)
        .order_by_desc(framework_submission::Column::Id);
    Ok(newest.one(db).await?)
}

/// Puts in a submission.
pub(in crate::framework) async fn insert(
    tx: &impl ConnectionTrait,
    row: framework_submission::Model,
) -> Result<()> {
    framework_submission::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes what became of a submission. Hold the framework first, so that nobody decides it otherwise meanwhile.
pub(in crate::framework) async fn decide(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    id: FrameworkSubmissionId,
    state: SubmissionState,
) -> Result<()> {
    let update = framework_submission::Entity::update_many()
        .col_expr(framework_submission::Column::State, Expr::value(state))
        .col_expr(framework_submission::Column::DecidedAt, Expr::value(ctx.now()))
        .filter(framework_submission::Column::Id.eq(id));
    update.exec(tx).await?;
    Ok(())
}

/// Moves the framework on to another state; a new day on which it is due where one is given. Returns its revision.
pub(in crate::framework) async fn move_on(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    framework: &framework::Model,
    state: FrameworkState,
    due_on: Option<NaiveDate>,
) -> Result<i32> {
    let revision = framework.revision + 1;
    let update = framework::Entity::update_many()
        .col_expr(framework::Column::State, Expr::value(state))
        .col_expr(framework::Column::DueOn, Expr::value(due_on.or(framework.due_on)))
        .col_expr(framework::Column::Revision, Expr::value(revision))
        .col_expr(framework::Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(framework::Column::Id.eq(framework.id));
    update.exec(tx).await?;
    Ok(revision)
}

/// The frameworks that are due on a day or before.
pub(in crate::framework) async fn due_by(
    db: &impl ConnectionTrait,
    day: NaiveDate,
) -> Result<Vec<framework::Model>> {
    let due = framework::Entity::find().filter(framework::Column::DueOn.lte(day));
    Ok(due.order_by_asc(framework::Column::MunicipalityId).all(db).await?)
}

/// What the steering group has said of it so far, in order.
pub(in crate::framework) async fn verdicts(
    db: &impl ConnectionTrait,
    submission: FrameworkSubmissionId,
) -> Result<Vec<framework_verdict::Model>> {
    let found = framework_verdict::Entity::find()
        .filter(framework_verdict::Column::FrameworkSubmissionId.eq(submission))
        .order_by_asc(framework_verdict::Column::At)
        .order_by_asc(framework_verdict::Column::PersonId);
    Ok(found.all(db).await?)
}

/// What a person has said of it.
pub(in crate::framework) async fn verdict(
    db: &impl ConnectionTrait,
    submission: FrameworkSubmissionId,
    person: PersonId,
) -> Result<Option<framework_verdict::Model>> {
    Ok(framework_verdict::Entity::find_by_id((submission, person)).one(db).await?)
}

/// The sections here that are given to a person and not done, in order.
pub(in crate::framework) async fn sections_of(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    person: PersonId,
) -> Result<Vec<framework_section::Model>> {
    let theirs = framework_section::Entity::find()
        .filter(framework_section::Column::MunicipalityId.eq(municipality))
        .filter(framework_section::Column::PersonId.eq(person))
        .filter(framework_section::Column::IsDone.eq(false));
    let mut sections = theirs.all(db).await?;
    sections.sort_unstable_by_key(|section| section.section);
    Ok(sections)
}

/// Adds what a member says of it.
pub(in crate::framework) async fn add_verdict(
    tx: &impl ConnectionTrait,
    row: framework_verdict::Model,
) -> Result<()> {
    framework_verdict::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// The remarks on it, in order.
pub(in crate::framework) async fn remarks(
    db: &impl ConnectionTrait,
    submission: FrameworkSubmissionId,
) -> Result<Vec<framework_remark::Model>> {
    let found = framework_remark::Entity::find()
        .filter(framework_remark::Column::FrameworkSubmissionId.eq(submission))
        .order_by_asc(framework_remark::Column::At)
        .order_by_asc(framework_remark::Column::Id);
    Ok(found.all(db).await?)
}

/// How many remarks there are on it.
pub(in crate::framework) async fn count_remarks(
    db: &impl ConnectionTrait,
    submission: FrameworkSubmissionId,
) -> Result<u64> {
    let of = framework_remark::Entity::find()
        .filter(framework_remark::Column::FrameworkSubmissionId.eq(submission));
    Ok(of.count(db).await?)
}

/// The remark with this key.
pub(in crate::framework) async fn remark(
    db: &impl ConnectionTrait,
    id: FrameworkRemarkId,
) -> Result<Option<framework_remark::Model>> {
    Ok(framework_remark::Entity::find_by_id(id).one(db).await?)
}

/// Adds a remark.
pub(in crate::framework) async fn add_remark(
    tx: &impl ConnectionTrait,
    row: framework_remark::Model,
) -> Result<()> {
    framework_remark::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes that a remark has been seen to, or that it has not after all.
pub(in crate::framework) async fn settle(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    id: FrameworkRemarkId,
    is_settled: bool,
) -> Result<()> {
    let update = framework_remark::Entity::update_many()
        .col_expr(framework_remark::Column::SettledAt, Expr::value(is_settled.then(|| ctx.now())))
        .filter(framework_remark::Column::Id.eq(id));
    update.exec(tx).await?;
    Ok(())
}
