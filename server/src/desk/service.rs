//! Gathering what waits for a person.

use chrono::{DateTime, Utc};

use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::proposals::service::{self as proposals, Waiting};
use crate::directory::upkeep::service::{self as upkeep, Duty};
use crate::error::Result;

/// What waits for whoever asks.
pub struct Desk {
    /// Proposals.
    pub proposals: Waiting,
    /// Services to be checked, the longest overdue first.
    pub checks: Vec<Duty>,
    /// How many changes of the directory there have been since they last looked through them.
    pub changes: u64,
    /// When they last did.
    pub looked_at: Option<DateTime<Utc>>,
}

/// The desk of whoever asks, in this municipality. Five statements, whatever lies on it.
///
/// # Errors
/// What the policy says; the database's.
pub async fn read(ctx: &Ctx, directory: &Directory) -> Result<Desk> {
    ctx.authorize(Action::DeskRead, Subject::Internal(directory.municipality.id))?;
    let proposals = proposals::waiting(ctx, directory).await?;
    let checks = upkeep::duties(ctx, directory).await?;
    let (changes, looked_at) = upkeep::changes_since_last_look(ctx, directory).await?;
    Ok(Desk { proposals, checks, changes, looked_at })
}
