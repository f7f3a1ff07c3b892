//! Passwords: asking for a new one, setting one by a link from a mail, changing one's own.

use entity::identity::values::LinkPurpose;
use entity::identity::{one_time_link, person};
use sea_orm::sea_query::Expr;

use super::sign_in::admit;
use super::{attempt, let_on, myself, renewed, succeeded, wrong};
use crate::access::{Action, Subject};
use crate::audit;
use crate::ctx::Ctx;
use crate::db;
use crate::error::{Error, Result};
use crate::identity::sessions::{self, Which};
use crate::identity::throttle::{self, Counter};
use crate::identity::token::Token;
use crate::identity::{letters, links, log, passwords, rules, second_factor, store};
use crate::mail;

/// The links that set a password.
const OPENING: [LinkPurpose; 2] = [LinkPurpose::Invitation, LinkPurpose::PasswordReset];
/// Mails to one address before the next has to wait.
const MAILS: i32 = 3;
/// Mails asked for from one place before the next has to wait.
const MAILS_FROM_PLACE: i32 = 20;

/// Sends a link to choose a new password, where the address is somebody's. The answer is the same for every address.
///
/// # Errors
/// What can't be a mail address; `Throttled` after too many; the database's.
pub async fn request_reset(ctx: &Ctx, email: &str) -> Result<()> {
    ctx.authorize(Action::SignIn, Subject::Installation)?;
    let email = rules::email(email)?;
    // Counting writes for every address alike, so that the time it takes gives away little, and few can be measured.
    let by_place = ctx.origin().address.map(throttle::network);
    let counters: Vec<_> = [
        Some(Counter::new("reset", &throttle::in_secret(&email), MAILS)),
        by_place.map(|place| Counter::new("resets-from", &place, MAILS_FROM_PLACE)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let_on(ctx, &email, &counters, "was sent away: a new password was asked for too often").await?;

    let tx = db::begin(ctx.app().db()).await?;
    let person = store::person_by_email(&tx, &email).await?;
    let id = person.as_ref().map(|person| person.id);
    let words = match person.filter(|person| person.blocked_at.is_none()) {
        Some(person) => {
            let token = links::issue(ctx, &tx, person.id, LinkPurpose::PasswordReset, None).await?;
            mail::enqueue(ctx, &tx, letters::new_password(ctx, &person, &token)).await?;
            "a link to choose a new password was asked for"
        }
        None => {
            log::pretend(ctx, &tx).await?;
            "a link to choose a new password was asked for and not sent: there is no such account, or it is blocked"
        }
    };
    log::note(ctx, &tx, Action::SignIn, id, audit::Told::words(words)).await?;
    tx.commit().await?;
    Ok(())
}

/// Whom a link greets, and what it is for; `None` where it opens nothing, or nothing any more.
///
/// # Errors
/// The database's.
pub async fn look_at_link(ctx: &Ctx, token: &str) -> Result<Option<(one_time_link::Model, person::Model)>> {
    ctx.authorize(Action::SignIn, Subject::Installation)?;
    let db = ctx.app().db();
    let link = match links::find(ctx, db, token).await {
        Ok(link) => link,
        Err(Error::Refused(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let person = store::person(db, link.person_id).await?;
    Ok(person.blocked_at.is_none().then_some((link, person)))
}

/// Sets a password by a link from a mail, and signs in. All other sessions end, and other such links. Where a second
/// factor is set up, the link alone lets nobody in: they sign in with the new password and a code.
///
/// # Errors
/// `Wrong` or `Expired` for the link; what is wrong with the password or the name; the database's.
pub async fn set(ctx: &Ctx, token: &str, password: &str, name: Option<&str>) -> Result<Option<(Ctx, Token)>> {
    ctx.authorize(Action::SignIn, Subject::Installation)?;
    let db = ctx.app().db();
    let link = links::find(ctx, db, token).await?;
    let opens = OPENING.contains(&link.purpose);
    let person = store::person(db, link.person_id).await?;
    if !opens || person.blocked_at.is_some() {
        return Err(wrong("token", "This link does not set a password."));
    }
    rules::password(password, &person.email, "password")?;
    let name = match name {
        Some(name) if link.purpose == LinkPurpose::Invitation => rules::name(name)?,
        _ => person.name.clone(),
    };
    let hash = passwords::hash(ctx, password).await?;

    let tx = db::begin(db).await?;
    let mut person = store::person_to_change(&tx, person.id).await?;
    links::use_up(ctx, &tx, &link).await?;
    links::void(ctx, &tx, person.id, &OPENING).await?;
    let changed = store::change(ctx, person.id)
        .col_expr(person::Column::PasswordHash, Expr::value(hash))
        .col_expr(person::Column::Name, Expr::value(name.clone()));
    changed.exec(&tx).await?;
    sessions::end(&tx, person.id, Which::All).await?;
    throttle::forget(ctx, &tx, &Counter::of_account(&person.email)).await?;
    person.name = name;
    let how = match link.purpose {
        LinkPurpose::Invitation => "accepted the invitation and signed in",
        _ => "chose a new password by a link",
    };
    if second_factor::is_set_up(&person) {
        let told = audit::Told::words(how);
        log::note(ctx, &tx, Action::SignIn, Some(person.id), told).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let (ctx, token) = admit(ctx, &tx, &person, false, how).await?;
    tx.commit().await?;
    let actor = sessions::actor(&ctx, &token).await?;
    Ok(Some((ctx.acting_as(actor), token)))
}

/// Changes one's own password. All other sessions end.
///
/// # Errors
/// `Wrong` for the password so far; what is wrong with the new one; `Throttled`; the database's.
pub async fn change(ctx: &Ctx, current: &str, new: &str) -> Result<Ctx> {
    let me = myself(ctx)?;
    rules::password(new, &me.email, "new")?;
    let counters = attempt(ctx, &me.email).await?;
    let before = store::person(ctx.app().db(), me.id).await?.password_hash;
    if !passwords::fits(current, before.clone()).await? {
        return Err(wrong("current", "This is not your password."));
    }
    let hash = passwords::hash(ctx, new).await?;

    let tx = db::begin(ctx.app().db()).await?;
    if store::person_to_change(&tx, me.id).await?.password_hash != before {
        return Err(Error::Stale);
    }
    let changed = store::change(ctx, me.id).col_expr(person::Column::PasswordHash, Expr::value(hash));
    changed.exec(&tx).await?;
    links::void(ctx, &tx, me.id, &OPENING).await?;
    sessions::end(&tx, me.id, Which::AllBut(me.session)).await?;
    succeeded(ctx, &tx, &counters).await?;
    let told = audit::Told::words("changed the password");
    log::note(ctx, &tx, Action::AccountManage, Some(me.id), told).await?;
    tx.commit().await?;
    renewed(ctx).await
}
