//! What slows down guessing. Tries are counted by account and by network address before anything is compared; after
//! some that failed, the next has to wait, twice as long each time. Whoever succeeds starts anew.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta, Utc};
use entity::identity::throttle::{Column, Entity, Model};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use sha2::{Digest, Sha256};

use crate::audit::chain::hex;
use crate::ctx::Ctx;
use crate::db;
use crate::error::Result;

/// How long failures are remembered.
const WINDOW: TimeDelta = TimeDelta::hours(1);
/// Longest wait between two tries, in seconds.
const LONGEST_WAIT: u64 = 15 * 60;
/// Tries for an account before the first wait.
const OF_ACCOUNT: i32 = 5;
/// Tries from an address before the first wait. A whole town hall may come from one address.
const OF_ADDRESS: i32 = 20;

/// What stands before the key of a counter in the row that says of which wait somebody has been told.
const TOLD: &str = "told:";

/// Something that is counted.
#[derive(Clone, Debug)]
pub struct Counter {
    key: String,
    free: i32,
}

impl Counter {
    /// Tries of this kind by this person or place, so many of which are free.
    pub fn new(kind: &str, by: &str, free: i32) -> Self {
        Self { key: format!("{kind}:{by}"), free }
    }

    /// Tries to get into the account with this mail address, whether there is one or not.
    pub fn of_account(email: &str) -> Self {
        Self::new("account", &in_secret(email), OF_ACCOUNT)
    }

    /// Tries from where the request comes from, where that is known.
    pub fn of_address(ctx: &Ctx) -> Option<Self> {
        Some(Self::new("address", &network(ctx.origin().address?), OF_ADDRESS))
    }
}

/// A mail address as it is counted: whoever reads the table learns of nobody who tried.
pub fn in_secret(email: &str) -> String {
    hex(&Sha256::digest(email))
}

/// The address, or the network where one household has as many as it likes (IPv6).
pub fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// Whether a try may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It may, and has been counted.
    Goes,
    /// It has to wait.
    Waits {
        /// How long, in seconds.
        seconds: u64,
        /// Whether nobody has been told of this wait yet ([`tell`]): a thousand tries are one line in a log.
        is_news: bool,
    },
}

/// Counts a try, as if it failed. Many at the same time are counted one by one.
///
/// # Errors
/// The database's.
pub async fn attempt(ctx: &Ctx, counters: &[Counter]) -> Result<Turn> {
    // Who has to wait is sent away without a write.
    if let Some(wait) = wait(ctx, counters).await? {
        return Ok(wait);
    }
    let tx = db::begin(ctx.app().db()).await?;
    for counter in counters {
        let fresh = fresh(ctx.now(), &counter.key);
        // Touched so that another instance waits until this try is counted.
        let touch = OnConflict::column(Column::Key).update_column(Column::Key).to_owned();
        Entity::insert(fresh.clone().into_active_model())
            .on_conflict(touch)
            .exec_without_returning(&tx)
            .await?;
        let row = Entity::find_by_id(&counter.key).one(&tx).await?.unwrap_or(fresh);
        if let Some(seconds) = seconds_left(ctx.now(), &row) {
            return Ok(Turn::Waits { seconds, is_news: false });
        }
        write(&tx, counted(ctx.now(), row, counter.free)).await?;
    }
    tx.commit().await?;
    Ok(Turn::Goes)
}

/// The wait that the counters ask for; none where none does. One statement.
async fn wait(ctx: &Ctx, counters: &[Counter]) -> Result<Option<Turn>> {
    let keys = counters.iter().flat_map(|counter| [counter.key.clone(), told_key(&counter.key)]);
    let rows = Entity::find().filter(Column::Key.is_in(keys)).all(ctx.app().db()).await?;
    let (told, rows): (Vec<Model>, Vec<Model>) = rows.into_iter().partition(|row| row.key.starts_with(TOLD));
    let is_told = |row: &Model| {
        told.iter().any(|one| one.key == told_key(&row.key) && one.blocked_until == row.blocked_until)
    };
    let waits: Vec<(u64, bool)> =
        rows.iter().filter_map(|row| Some((seconds_left(ctx.now(), row)?, !is_told(row)))).collect();
    let longest = waits.iter().map(|(seconds, _)| *seconds).max();
    let is_news = waits.iter().any(|(_, is_news)| *is_news);
    Ok(longest.map(|seconds| Turn::Waits { seconds, is_news }))
}

/// Notes that somebody has been told of the waits that the counters ask for.
///
/// # Errors
/// The database's.
pub async fn tell(ctx: &Ctx, tx: &impl ConnectionTrait, counters: &[Counter]) -> Result<()> {
    for counter in counters {
        let Some(row) = Entity::find_by_id(&counter.key).one(tx).await? else { continue };
        if seconds_left(ctx.now(), &row).is_some() {
            let blocked_until = row.blocked_until;
            write(tx, Model { blocked_until, ..fresh(ctx.now(), &told_key(&counter.key)) }).await?;
        }
    }
    Ok(())
}

/// Writes and takes out again what means nothing: as much work as is done for an account that is there.
///
/// # Errors
/// The database's.
pub async fn pretend(ctx: &Ctx, tx: &impl ConnectionTrait) -> Result<()> {
    let key = format!("pretend:{}", ctx.new_key());
    write(tx, fresh(ctx.now(), &key)).await?;
    Entity::delete_by_id(key).exec(tx).await?;
    Ok(())
}

/// Takes a try back that did not fail, without forgetting the others.
///
/// # Errors
/// The database's.
pub async fn give_back(tx: &impl ConnectionTrait, counters: &[Counter]) -> Result<()> {
    for counter in counters {
        let Some(mut row) = Entity::find_by_id(&counter.key).one(tx).await? else { continue };
        row.failures = (row.failures - 1).max(0);
        if row.failures < counter.free {
            row.blocked_until = None;
        }
        write(tx, row).await?;
    }
    Ok(())
}

/// Forgets what was counted, and what others have left behind long ago.
///
/// # Errors
/// The database's.
pub async fn forget(ctx: &Ctx, tx: &impl ConnectionTrait, counter: &Counter) -> Result<()> {
    let old = Column::WindowBeganAt.lt(ctx.now() - WINDOW - WINDOW);
    let gone = Condition::any().add(Column::Key.eq(&counter.key)).add(old);
    Entity::delete_many().filter(gone).exec(tx).await?;
    Ok(())
}

async fn write(tx: &impl ConnectionTrait, row: Model) -> Result<()> {
    let all = [Column::Failures, Column::WindowBeganAt, Column::BlockedUntil];
    let over = OnConflict::column(Column::Key).update_columns(all).to_owned();
    Entity::insert(row.into_active_model()).on_conflict(over).exec_without_returning(tx).await?;
    Ok(())
}

fn fresh(now: DateTime<Utc>, key: &str) -> Model {
    Model { key: key.to_owned(), failures: 0, window_began_at: now, blocked_until: None }
}

fn told_key(key: &str) -> String {
    format!("{TOLD}{key}")
}

/// How long a counter asks to wait.
fn seconds_left(now: DateTime<Utc>, row: &Model) -> Option<u64> {
    let left = row.blocked_until.map(|until| until - now).filter(|left| *left > TimeDelta::zero())?;
    Some(u64::try_from((left.num_milliseconds() + 999) / 1_000).unwrap_or(1))
}

/// The counter after one more failure.
fn counted(now: DateTime<Utc>, row: Model, free: i32) -> Model {
    let is_over = row.window_began_at + WINDOW < now;
    let mut row = if is_over { fresh(now, &row.key) } else { row };
    row.failures = row.failures.saturating_add(1);
    let too_many = u32::try_from(row.failures - free).ok();
    row.blocked_until = too_many.map(|doublings| {
        let seconds = 1_u64.checked_shl(doublings).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
        now + TimeDelta::seconds(i64::try_from(seconds).unwrap_or(1))
    });
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_tries_are_free_then_waits_double_up_to_a_quarter_of_an_hour() {
        let now = DateTime::UNIX_EPOCH;
        let mut row = fresh(now, "account:x");
        let mut waits = Vec::new();
        for _ in 0..80 {
            row = counted(now, row, 5);
            waits.push(row.blocked_until.map_or(0, |until| (until - now).num_seconds()));
        }
        assert_eq!(waits[..9], [0, 0, 0, 0, 1, 2, 4, 8, 16]);
        assert!(waits[20..].iter().all(|wait| *wait == 900));
        let later = counted(now + TimeDelta::minutes(61), row, 5);
        assert_eq!((later.failures, later.blocked_until), (1, None));
    }

    #[test]
    fn a_household_with_many_addresses_is_one_place() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), network("2001:db8:1:2:ffff::1"));
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
