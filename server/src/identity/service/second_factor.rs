//! Setting up the second factor, and taking it away.

use chrono::{DateTime, Utc};
use entity::identity::{person, session};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{attempt, myself, renewed, succeeded, wrong};
use crate::access::Action;
use crate::audit;
use crate::ctx::Ctx;
use crate::db;
use crate::error::{Refusal, RefusalCode, Result};
use crate::identity::second_factor::{self, Setup};
use crate::identity::sessions::{self, Which};
use crate::identity::{log, passwords, store};

/// Begins to set up an authenticator app. Nothing is asked for until a first code has been shown.
///
/// # Errors
/// `InUse` where one is set up already; the database's.
pub async fn begin(ctx: &Ctx) -> Result<Setup> {
    let me = myself(ctx)?;
    let secret = second_factor::new_secret(ctx)?;
    let tx = db::begin(ctx.app().db()).await?;
    if second_factor::is_set_up(&store::person_to_change(&tx, me.id).await?) {
        let message = "An authenticator app is set up already; remove it first.";
        return Err(Refusal::new(RefusalCode::InUse, "", message).into());
    }
    let changed = store::change(ctx, me.id)
        .col_expr(person::Column::TotpSecret, Expr::value(secret.clone()))
        .col_expr(person::Column::TotpLastStep, Expr::value(None::<i64>));
    changed.exec(&tx).await?;
    let told = audit::Told::words("began to set up an authenticator app");
    log::note(ctx, &tx, Action::AccountManage, Some(me.id), told).await?;
    tx.commit().await?;
    second_factor::setup(secret, &me.email)
}

/// Finishes it with a first code. From then on every sign-in asks for one; this session has shown it, others end.
///
/// # Errors
/// `Wrong` for the code; `InUse` where one is set up already; `Throttled`; the database's.
pub async fn confirm(ctx: &Ctx, code: &str) -> Result<Ctx> {
    let me = myself(ctx)?;
    let counters = attempt(ctx, &me.email).await?;
    let tx = db::begin(ctx.app().db()).await?;
    let person = store::person_to_change(&tx, me.id).await?;
    if second_factor::is_set_up(&person) {
        return Err(Refusal::new(RefusalCode::InUse, "", "An authenticator app is set up already.").into());
    }
    let not_right = || wrong("code", "The code is not right; wait for the next and try again.");
    let step = second_factor::step_of(&person, code, ctx.now())?.ok_or_else(not_right)?;
    let changed = store::change(ctx, me.id)
        .col_expr(person::Column::TotpConfirmedAt, Expr::value(ctx.now()))
        .col_expr(person::Column::TotpLastStep, Expr::value(step));
    changed.exec(&tx).await?;
    let shown = session::Entity::update_many()
        .col_expr(session::Column::SecondFactorAt, Expr::value(ctx.now()))
        .filter(session::Column::Id.eq(me.session));
    shown.exec(&tx).await?;
    sessions::end(&tx, me.id, Which::AllBut(me.session)).await?;
    succeeded(ctx, &tx, &counters).await?;
    let told = audit::Told::words("set up an authenticator app");
    log::note(ctx, &tx, Action::AccountManage, Some(me.id), told).await?;
    tx.commit().await?;
    renewed(ctx).await
}

/// Takes the second factor away, where no role asks for it. All other sessions end.
///
/// # Errors
/// `InUse` where a role asks for it; `Wrong` for the password; `Throttled`; the database's.
pub async fn remove(ctx: &Ctx, password: &str) -> Result<Ctx> {
    let me = myself(ctx)?;
    let roles = [me.grants(), me.withheld()].concat();
    if sessions::needs_second_factor(ctx, &roles) {
        let message = "One of your roles needs a second factor.";
        return Err(Refusal::new(RefusalCode::InUse, "", message).into());
    }
    let counters = attempt(ctx, &me.email).await?;
    let hash = store::person(ctx.app().db(), me.id).await?.password_hash;
    if !passwords::fits(password, hash).await? {
        return Err(wrong("password", "This is not your password."));
    }
    let tx = db::begin(ctx.app().db()).await?;
    let changed = store::change(ctx, me.id)
        .col_expr(person::Column::TotpSecret, Expr::value(None::<String>))
        .col_expr(person::Column::TotpConfirmedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(person::Column::TotpLastStep, Expr::value(None::<i64>));
    changed.exec(&tx).await?;
    sessions::end(&tx, me.id, Which::AllBut(me.session)).await?;
    succeeded(ctx, &tx, &counters).await?;
    let told = audit::Told::words("removed the authenticator app");
    log::note(ctx, &tx, Action::AccountManage, Some(me.id), told).await?;
    tx.commit().await?;
    renewed(ctx).await
}
