//! Sessions: a browser that somebody has signed in with.

use chrono::{DateTime, TimeDelta, Utc};
use entity::identity::values::Role;
use entity::identity::{person, role_grant, session};
use entity::ids::{MunicipalityId, OrganisationId, PersonId, SessionId};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QuerySelect,
};

use super::rules;
use super::token::Token;
use crate::ctx::{Actor, Ctx, Grant, SignedIn};
use crate::error::Result;

/// The cookie that holds the token. The prefix makes browsers insist on HTTPS, on this host and on every path.
pub const COOKIE: &str = "__Host-tovholder";
/// What the cookie is bound to.
const ATTRIBUTES: &str = "HttpOnly; Secure; SameSite=Lax";
/// How long a session lasts, used or not.
const LENGTH: TimeDelta = TimeDelta::hours(12);
/// How exact `last_seen_at` is.
const SEEN: TimeDelta = TimeDelta::minutes(5);

/// Begins a session; returns the token for the cookie.
///
/// # Errors
/// The database's.
pub async fn begin(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    person: PersonId,
    second_factor_shown: bool,
) -> Result<(SessionId, Token)> {
    let token = Token::new(ctx)?;
    let row = session::Model {
        id: SessionId(ctx.new_key()),
        person_id: person,
        token_hash: token.hash(),
        created_at: ctx.now(),
        last_seen_at: ctx.now(),
        expires_at: ctx.now() + LENGTH,
        address: ctx.address_to_note(),
        user_agent: ctx.origin().user_agent.clone(),
        second_factor_at: second_factor_shown.then(|| ctx.now()),
    };
    let id = row.id;
    session::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok((id, token))
}

/// The `Set-Cookie` header that hands the token to the browser: scripts can't read it, other sites don't send it along
/// with what they post.
pub fn cookie(token: &Token) -> String {
    format!("{COOKIE}={}; Path=/; Max-Age={}; {ATTRIBUTES}", token.secret(), LENGTH.num_seconds())
}

/// The `Set-Cookie` header that takes it from the browser again.
pub fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/; Max-Age=0; {ATTRIBUTES}")
}

/// Who the token belongs to; anonymous where it is unknown, over, or its person blocked. One statement.
///
/// # Errors
/// The database's.
pub async fn actor(ctx: &Ctx, token: &Token) -> Result<Actor> {
    found(ctx, session::Column::TokenHash.eq(token.hash())).await
}

/// Who has signed in by this session, looked up anew: what they may do has changed meanwhile.
///
/// # Errors
/// The database's.
pub async fn renewed(ctx: &Ctx, session: SessionId) -> Result<Actor> {
    found(ctx, session::Column::Id.eq(session)).await
}

async fn found(ctx: &Ctx, which: SimpleExpr) -> Result<Actor> {
    let rows = with_grants(ctx, which).await?;
    let Some((id, seen_at, second_factor_at, person, name, email, ..)) = rows.first().cloned() else {
        return Ok(Actor::Anonymous);
    };
    let grant =
        |(.., role, municipality, organisation): Row| Some(Grant { role: role?, municipality, organisation });
    let grants: Vec<Grant> = rows.into_iter().filter_map(grant).collect();
    if seen_at + SEEN < ctx.now() {
        let seen = session::Entity::update_many()
            .col_expr(session::Column::LastSeenAt, Expr::value(ctx.now()))
            .filter(session::Column::Id.eq(id));
        seen.exec(ctx.app().db()).await?;
    }

    let withheld = second_factor_at.is_none() && needs_second_factor(ctx, &grants);
    let signed_in = SignedIn::new(person, id, name, email, grants);
    Ok(Actor::Person(if withheld { signed_in.withholding_roles() } else { signed_in }.into()))
}

/// A session with its person (key, name, address) and one of the roles that they have been given, if any.
type Row = (
    SessionId,
    DateTime<Utc>,
    Option<DateTime<Utc>>,
    PersonId,
    String,
    String,
    Option<Role>,
    Option<MunicipalityId>,
    Option<OrganisationId>,
);

/// A row for each role of whoever the session belongs to, one where they have none; none where the session is over or
/// its person blocked. Everybody who has signed in is asked for with every request: so it is one statement.
async fn with_grants(ctx: &Ctx, which: SimpleExpr) -> Result<Vec<Row>> {
    let owner =
        session::Entity::belongs_to(person::Entity).from(session::Column::PersonId).to(person::Column::Id);
    let grants = session::Entity::belongs_to(role_grant::Entity)
        .from(session::Column::PersonId)
        .to(role_grant::Column::PersonId);
    let found = session::Entity::find()
        .select_only()
        .columns([session::Column::Id, session::Column::LastSeenAt, session::Column::SecondFactorAt])
        .columns([person::Column::Id, person::Column::Name, person::Column::Email])
        .columns([
            role_grant::Column::Role,
            role_grant::Column::MunicipalityId,
            role_grant::Column::OrganisationId,
        ])
        .join(JoinType::InnerJoin, owner.into())
        .join(JoinType::LeftJoin, grants.into())
        .filter(which)
        .filter(session::Column::ExpiresAt.gt(ctx.now()))
        .filter(person::Column::BlockedAt.is_null());
    Ok(found.into_tuple().all(ctx.app().db()).await?)
}

/// Ends these of a person's sessions, those that are over among them: one, all, or all but the one that asks.
///
/// # Errors
/// The database's.
pub async fn end(tx: &impl ConnectionTrait, person: PersonId, which: Which) -> Result<u64> {
    let mine = session::Entity::delete_many().filter(session::Column::PersonId.eq(person));
    let ended = match which {
        Which::All => mine,
        Which::Only(id) => mine.filter(session::Column::Id.eq(id)),
        Which::AllBut(id) => mine.filter(session::Column::Id.ne(id)),
        Which::OverBy(now) => mine.filter(session::Column::ExpiresAt.lte(now)),
    };
    Ok(ended.exec(tx).await?.rows_affected)
}

/// Some of a person's sessions.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    /// Every one.
    All,
    /// This one.
    Only(SessionId),
    /// Every one but this.
    AllBut(SessionId),
    /// Those that have ended by themselves.
    OverBy(DateTime<Utc>),
}

/// Whether one of the roles asks for a second factor: by what it will see, or because its municipality asks all.
pub fn needs_second_factor(ctx: &Ctx, grants: &[Grant]) -> bool {
    grants.iter().any(|grant| {
        let municipality = grant.municipality.and_then(|id| ctx.app().directories().by_id(id));
        rules::sees_much(grant.role)
            || municipality.is_some_and(|directory| directory.municipality.second_factor_required)
    })
}
