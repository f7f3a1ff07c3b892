//! What signing in leaves in the audit log: who came in and went out, who tried in vain, who had to wait, who asked for
//! a new password. Never what was typed: a password is easily typed into the wrong field.
//!
//! An entry belongs to the municipality that the person has all their roles in, and those who look after it read it
//! there. One about somebody with roles in several, or in none, or about an account that is not there belongs to the
//! installation. As much is written whether there is such an account or not, so that the time it takes tells nothing.

use entity::ids::PersonId;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::throttle::{self, Counter};
use super::{links, store};
use crate::access::Action;
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::error::Result;
use crate::ids::Opaque;

/// What stands for an account that is not there.
const NOBODY: &str = "nobody";
const NO_PERSON: PersonId = PersonId(Uuid::nil());

/// Why a try was in vain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// There is no such account, or it is blocked or without a password, or the password is another.
    NotKnown,
    /// The password was right and the code was not.
    Code,
    /// The account was changed while they signed in.
    Changed,
}

/// Notes what somebody did with their account.
pub(super) async fn note(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    action: Action,
    person: Option<PersonId>,
    told: Told,
) -> Result<()> {
    let home = store::home(tx, person.unwrap_or(NO_PERSON)).await?;
    let subject = person.map_or_else(|| NOBODY.to_owned(), |id| id.show());
    audit::record(ctx, tx, home, action, subject, told).await
}

/// Notes that somebody tried to sign in, in vain.
pub(super) async fn failed(ctx: &Ctx, person: Option<PersonId>, why: Why) -> Result<()> {
    let words = match why {
        Why::NotKnown => "tried to sign in: address or password was wrong",
        Why::Code => "tried to sign in: the password was right, the code was wrong",
        Why::Changed => "tried to sign in: the account was changed meanwhile",
    };
    let tx = db::begin(ctx.app().db()).await?;
    note(ctx, &tx, Action::SignIn, person, Told::words(words)).await?;
    Ok(tx.commit().await?)
}

/// Notes, once for each wait, that somebody was sent away because there had been too many tries.
pub(super) async fn sent_away(ctx: &Ctx, email: &str, counters: &[Counter], what: &str) -> Result<()> {
    let tx = db::begin(ctx.app().db()).await?;
    let person = store::person_by_email(&tx, email).await?.map(|person| person.id);
    throttle::tell(ctx, &tx, counters).await?;
    note(ctx, &tx, Action::SignIn, person, Told::words(what)).await?;
    Ok(tx.commit().await?)
}

/// Does for an account that is not there what sending it a link would do.
pub(super) async fn pretend(ctx: &Ctx, tx: &impl ConnectionTrait) -> Result<()> {
    links::void(ctx, tx, NO_PERSON, &[]).await?;
    throttle::pretend(ctx, tx).await
}
