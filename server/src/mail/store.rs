//! The outbox in the database.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::ids::OutgoingMailId;
use entity::mail::outgoing_mail::{Column, Entity, Model};
use sea_orm::sea_query::{Expr, LockBehavior, LockType, OnConflict, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::Mail;
use crate::ctx::Ctx;
use crate::error::Result;

/// Longest subject line that the table takes.
const SUBJECT: usize = 250;

/// Mails in one statement: SQLite binds no more than some thirty thousand values.
const BATCH: usize = 500;

pub(super) async fn insert(ctx: &Ctx, tx: &impl ConnectionTrait, mails: Vec<Mail>) -> Result<()> {
    let rows: Vec<_> = mails.into_iter().map(|mail| row(ctx, mail).into_active_model()).collect();
    for batch in rows.chunks(BATCH) {
        let once = OnConflict::column(Column::DedupeKey).do_nothing().to_owned();
        Entity::insert_many(batch.to_vec()).on_conflict(once).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(ctx: &Ctx, mail: Mail) -> Model {
    Model {
        id: OutgoingMailId(ctx.new_key()),
        municipality_id: mail.municipality,
        dedupe_key: mail.dedupe_key,
        recipient: mail.recipient,
        subject: mail.subject.chars().take(SUBJECT).collect(),
        body: mail.body,
        created_at: ctx.now(),
        due_at: mail.due_at,
        attempts: 0,
        claimed_until: None,
        sent_at: None,
        failed_at: None,
        last_error: None,
    }
}

/// Those of the keys that there is a mail with.
pub(super) async fn written(db: &impl ConnectionTrait, keys: Vec<String>) -> Result<HashSet<String>> {
    let found: Vec<Option<String>> = Entity::find()
        .select_only()
        .column(Column::DedupeKey)
        .filter(Column::DedupeKey.is_in(keys))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().flatten().collect())
}

/// Takes the mail that has waited longest in hand, until `until`. Two instances never take the same: PostgreSQL skips
/// rows that another is about to take, SQLite lets one write at a time.
pub(super) async fn claim(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Option<Model>> {
    let waiting = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::SentAt.is_null())
        .and_where(Column::FailedAt.is_null())
        .and_where(Column::DueAt.lte(now))
        .cond_where(Condition::any().add(Column::ClaimedUntil.is_null()).add(Column::ClaimedUntil.lt(now)))
        .order_by(Column::DueAt, sea_orm::Order::Asc)
        .order_by(Column::Id, sea_orm::Order::Asc)
        .limit(1)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .to_owned();
    let take = Query::update()
        .table(Entity)
        .value(Column::ClaimedUntil, until)
        .and_where(Column::Id.in_subquery(waiting))
        .returning_all()
        .to_owned();
    // Read to the end: SQLite has written only when the last row has been fetched.
    let taken = Entity::find().from_raw_sql(db.get_database_backend().build(&take)).all(db).await?;
    Ok(taken.into_iter().next())
}

/// Notes that the mail has gone; its text is kept only where it says so, for a link in it is a key.
pub(super) async fn sent(
    db: &impl ConnectionTrait,
    id: OutgoingMailId,
    now: DateTime<Utc>,
    keeps_text: bool,
) -> Result<()> {
    let mut gone = Entity::update_many()
        .col_expr(Column::SentAt, Expr::value(now))
        .col_expr(Column::Attempts, Expr::cust("attempts + 1"))
        .col_expr(Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::LastError, Expr::value(None::<String>));
    if !keeps_text {
        gone = gone.col_expr(Column::Body, Expr::value(""));
    }
    gone.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Notes that the mail did not go: to be tried again at `again`, or given up where that is none.
pub(super) async fn not_sent(
    db: &impl ConnectionTrait,
    mail: &Model,
    now: DateTime<Utc>,
    again: Option<DateTime<Utc>>,
    error: &str,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Attempts, Expr::value(mail.attempts + 1))
        .col_expr(Column::ClaimedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::DueAt, Expr::value(again.unwrap_or(mail.due_at)))
        .col_expr(Column::FailedAt, Expr::value(again.is_none().then_some(now)))
        .col_expr(Column::LastError, Expr::value(error))
        .filter(Column::Id.eq(mail.id))
        .exec(db)
        .await?;
    Ok(())
}

/// At most `limit` mails before the one with this key, the newest first.
pub(super) async fn list(
    db: &impl ConnectionTrait,
    limit: u64,
    before: Option<OutgoingMailId>,
) -> Result<Vec<Model>> {
    let mut newest = Entity::find().order_by_desc(Column::Id).limit(limit);
    if let Some(before) = before {
        newest = newest.filter(Column::Id.lt(before));
    }
    Ok(newest.all(db).await?)
}

pub(super) async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(Entity::find().count(db).await?)
}
