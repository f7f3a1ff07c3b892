//! Links that are sent by mail and work once. The mail holds the token, the database a hash of it.

use chrono::TimeDelta;
use entity::identity::one_time_link::{Column, Entity, Model};
use entity::identity::values::LinkPurpose;
use entity::ids::{OneTimeLinkId, PersonId, ServiceId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::token::Token;
use crate::ctx::Ctx;
use crate::error::{Refusal, RefusalCode, Result};

/// How long a link works.
pub fn lifetime(purpose: LinkPurpose) -> TimeDelta {
    match purpose {
        LinkPurpose::Invitation => TimeDelta::days(14),
        LinkPurpose::PasswordReset => TimeDelta::hours(1),
        // Longer than it is until the next reminder, which brings another.
        LinkPurpose::ServiceCheck => TimeDelta::days(60),
    }
}

/// Makes a link; returns the token for the mail. An older invitation or reset of the same person stops working: of
/// several mails only the newest opens anything.
///
/// # Errors
/// The database's; `Command` where the machine has no chance to give.
pub async fn issue(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
    purpose: LinkPurpose,
    service: Option<ServiceId>,
) -> Result<Token> {
    if purpose != LinkPurpose::ServiceCheck {
        void(ctx, tx, person, &[purpose]).await?;
    }
    let token = Token::new(ctx)?;
    let row = Model {
        id: OneTimeLinkId(ctx.new_key()),
        purpose,
        token_hash: token.hash(),
        person_id: person,
        service_id: service,
        created_at: ctx.now(),
        expires_at: ctx.now() + lifetime(purpose),
        used_at: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(token)
}

/// Where a link leads that sets a password.
pub fn url(ctx: &Ctx, token: &Token) -> String {
    format!("{}/adgang/{}", ctx.app().base_url(), token.secret())
}

/// The link that the token opens.
///
/// # Errors
/// `Wrong` where there is none, `Expired` where it has been used or its time is over; the database's.
pub async fn find(ctx: &Ctx, db: &impl ConnectionTrait, token: &str) -> Result<Model> {
    let hash = Token::shown(token.trim()).map(|token| token.hash());
    let found = match hash {
        Some(hash) => Entity::find().filter(Column::TokenHash.eq(hash)).one(db).await?,
        None => None,
    };
    let wrong = || Refusal::new(RefusalCode::Wrong, "token", "This link opens nothing; was it cut off?");
    let link = found.ok_or_else(wrong)?;
    if link.used_at.is_some() || link.expires_at <= ctx.now() { Err(expired().into()) } else { Ok(link) }
}

/// Uses a link up: of several who try at the same time, one succeeds.
///
/// # Errors
/// `Expired` where it has been used meanwhile; the database's.
pub async fn use_up(ctx: &Ctx, tx: &impl ConnectionTrait, link: &Model) -> Result<()> {
    let used = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(link.id))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(ctx.now()));
    if used.exec(tx).await?.rows_affected == 1 { Ok(()) } else { Err(expired().into()) }
}

/// Ends a person's links for these purposes.
///
/// # Errors
/// The database's.
pub async fn void(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
    purposes: &[LinkPurpose],
) -> Result<()> {
    let open = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(ctx.now()))
        .filter(Column::PersonId.eq(person))
        .filter(Column::Purpose.is_in(purposes.iter().copied()))
        .filter(Column::UsedAt.is_null());
    open.exec(tx).await?;
    Ok(())
}

fn expired() -> Refusal {
    Refusal::new(RefusalCode::Expired, "token", "This link has been used, or is too old; ask for a new one.")
}
