//! Signing in and out.

use entity::identity::person;
use entity::ids::SessionId;

use super::{attempt, myself, renewed, succeeded, wrong};
use crate::access::{Action, Subject};
use crate::audit;
use crate::ctx::{Actor, Ctx, SignedIn};
use crate::db;
use crate::error::{Error, Result};
use crate::identity::log::{self, Why};
use crate::identity::sessions::{self, Which};
use crate::identity::throttle::Counter;
use crate::identity::token::Token;
use crate::identity::{passwords, rules, second_factor, store, throttle};
use crate::sample;

/// What became of signing in.
pub enum SignIn {
    /// They have; the context is theirs, the token for their browser.
    Done(Ctx, Token),
    /// The password is right, and a code of the authenticator app is needed too.
    NeedsCode,
}

/// Signs somebody in.
///
/// # Errors
/// `Wrong` whatever of it was wrong, without saying which; `Throttled` after too many tries; the database's.
pub async fn begin(ctx: &Ctx, email: &str, password: &str, code: Option<&str>) -> Result<SignIn> {
    ctx.authorize(Action::SignIn, Subject::Installation)?;
    let email = rules::email_as_kept(email);
    let counters = attempt(ctx, &email).await?;
    let found = store::person_by_email(ctx.app().db(), &email).await?;
    let id = found.as_ref().map(|person| person.id);
    match try_in(ctx, found, password, code, &counters).await? {
        Ok(done) => Ok(done),
        Err(why) => {
            log::failed(ctx, id, why).await?;
            Err(not_known())
        }
    }
}

/// Looks at what was shown, and lets in whoever it belongs to; or says why not.
async fn try_in(
    ctx: &Ctx,
    found: Option<person::Model>,
    password: &str,
    code: Option<&str>,
    counters: &[Counter],
) -> Result<Result<SignIn, Why>> {
    let hash = found.as_ref().and_then(|person| person.password_hash.clone());
    let fits = passwords::fits(password, hash).await?;
    let Some(person) = found.filter(|person| fits && person.blocked_at.is_none()) else {
        return Ok(Err(Why::NotKnown));
    };

    let code = code.filter(|code| !code.trim().is_empty());
    let step = match (second_factor::is_set_up(&person), code) {
        (false, _) => None,
        (true, None) => {
            let tx = db::begin(ctx.app().db()).await?;
            throttle::give_back(&tx, counters).await?;
            tx.commit().await?;
            return Ok(Ok(SignIn::NeedsCode));
        }
        (true, Some(code)) => match second_factor::step_of(&person, code, ctx.now())? {
            None => return Ok(Err(Why::Code)),
            step => step,
        },
    };

    let tx = db::begin(ctx.app().db()).await?;
    let now = store::person_to_change(&tx, person.id).await?;
    let is_as_read = now.password_hash == person.password_hash
        && now.totp_confirmed_at == person.totp_confirmed_at
        && now.blocked_at.is_none();
    if !is_as_read {
        return Ok(Err(Why::Changed));
    }
    if let Some(step) = step
        && !store::use_step(&tx, person.id, step).await?
    {
        return Ok(Err(Why::Code));
    }
    succeeded(ctx, &tx, counters).await?;
    let (ctx, token) = admit(ctx, &tx, &person, step.is_some(), "signed in").await?;
    tx.commit().await?;
    let actor = sessions::actor(&ctx, &token).await?;
    Ok(Ok(SignIn::Done(ctx.acting_as(actor), token)))
}

/// Begins a session for somebody who has shown who they are. It always has a token of its own, whatever the browser
/// brought along; a session that the browser had before is over.
pub(super) async fn admit(
    ctx: &Ctx,
    tx: &impl sea_orm::ConnectionTrait,
    person: &person::Model,
    second_factor_shown: bool,
    how: &str,
) -> Result<(Ctx, Token)> {
    if let Some(before) = ctx.person() {
        sessions::end(tx, before.id, Which::Only(before.session)).await?;
    }
    sessions::end(tx, person.id, Which::OverBy(ctx.now())).await?;
    // In a demo, everybody who looks around signs in as these few; an app for their codes would have to be shared too.
    let is_demo = ctx.app().is_demo() && sample::people::is_account(&person.email);
    let (session, token) = sessions::begin(ctx, tx, person.id, second_factor_shown || is_demo).await?;
    let (name, email) = (person.name.clone(), person.email.clone());
    let me = SignedIn::new(person.id, session, name, email, Vec::new());
    let ctx = ctx.clone().acting_as(Actor::Person(me.into()));
    let told = audit::Told::words(how);
    log::note(&ctx, tx, Action::SignIn, Some(person.id), told).await?;
    Ok((ctx, token))
}

/// Signs out in this browser. Whoever has not signed in is signed out already.
///
/// # Errors
/// The database's.
pub async fn end(ctx: &Ctx) -> Result<()> {
    ctx.authorize(Action::SignIn, Subject::Installation)?;
    let Some(me) = ctx.person() else { return Ok(()) };
    end_some(ctx, me, Which::Only(me.session), "signed out").await?;
    Ok(())
}

/// Ends one of one's own sessions, this one or another; returns the context as it is then.
///
/// # Errors
/// `NotFound` where it is nobody's or somebody else's; the database's.
pub async fn revoke(ctx: &Ctx, session: SessionId) -> Result<Ctx> {
    let me = myself(ctx)?;
    if end_some(ctx, me, Which::Only(session), "ended a session").await? == 0 {
        return Err(Error::NotFound);
    }
    renewed(ctx).await
}

/// Signs out everywhere, in this browser too; returns the context as it is then.
///
/// # Errors
/// Not signed in; the database's.
pub async fn revoke_all(ctx: &Ctx) -> Result<Ctx> {
    let me = myself(ctx)?;
    end_some(ctx, me, Which::All, "signed out everywhere").await?;
    Ok(ctx.clone().acting_as(Actor::Anonymous))
}

async fn end_some(ctx: &Ctx, me: &SignedIn, which: Which, how: &str) -> Result<u64> {
    let tx = db::begin(ctx.app().db()).await?;
    let ended = sessions::end(&tx, me.id, which).await?;
    if ended > 0 {
        log::note(ctx, &tx, Action::AccountManage, Some(me.id), audit::Told::words(how)).await?;
        tx.commit().await?;
    }
    Ok(ended)
}

/// The one answer to a wrong address, a wrong password, a wrong code, and somebody who is blocked.
fn not_known() -> Error {
    wrong("", "Mail address, password or code is not right.")
}
