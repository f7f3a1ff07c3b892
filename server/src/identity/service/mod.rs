//! What people do with their own account. Nothing of it needs a role.

pub mod account;
pub mod password;
pub mod second_factor;
pub mod sign_in;

use crate::access::{Action, Subject};
use crate::ctx::{Actor, Ctx, SignedIn};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::identity::throttle::{self, Counter, Turn};
use crate::identity::{log, sessions};

/// Whoever asks, who must have signed in and may see to their account.
fn myself(ctx: &Ctx) -> Result<&SignedIn> {
    let me = ctx.person().ok_or(Error::Forbidden)?;
    ctx.authorize(Action::AccountManage, Subject::Account(me.id))?;
    Ok(me)
}

/// The same context with whoever asks as they are now.
async fn renewed(ctx: &Ctx) -> Result<Ctx> {
    let actor = match ctx.person() {
        Some(me) => sessions::renewed(ctx, me.session).await?,
        None => Actor::Anonymous,
    };
    Ok(ctx.clone().acting_as(actor))
}

/// Counts a try to show that one is who has this mail address; returns what was counted.
async fn attempt(ctx: &Ctx, email: &str) -> Result<Vec<Counter>> {
    let counters: Vec<_> =
        [Some(Counter::of_account(email)), Counter::of_address(ctx)].into_iter().flatten().collect();
    let_on(ctx, email, &counters, "was sent away: too many tries with a password or code").await?;
    Ok(counters)
}

/// Counts a try; sends away who has to wait, and notes it once for each wait.
async fn let_on(ctx: &Ctx, email: &str, counters: &[Counter], words: &str) -> Result<()> {
    let Turn::Waits { seconds, is_news } = throttle::attempt(ctx, counters).await? else { return Ok(()) };
    if is_news {
        log::sent_away(ctx, email, counters, words).await?;
    }
    Err(Error::Throttled(seconds))
}

/// Forgets the tries for the account, and takes this one back from the address: others may be guessing from there.
async fn succeeded(ctx: &Ctx, tx: &impl sea_orm::ConnectionTrait, counters: &[Counter]) -> Result<()> {
    let [account, addresses @ ..] = counters else { return Ok(()) };
    throttle::forget(ctx, tx, account).await?;
    throttle::give_back(tx, addresses).await
}

/// What was typed in this field is not what was set.
fn wrong(field: &str, message: &str) -> Error {
    Refusal::new(RefusalCode::Wrong, field, message).into()
}
