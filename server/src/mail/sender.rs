//! Sends what stands in the outbox: one mail after the other, each by one instance.

use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::oneshot;

use super::{Post, store};
use crate::app::App;
use crate::error::Result;

/// How often the outbox is looked at.
const LOOK: Duration = Duration::from_secs(2);
/// How long an instance has a mail in hand. One that dies meanwhile leaves it for the others after that time.
const CLAIM: TimeDelta = TimeDelta::minutes(3);
/// How often a mail is tried.
const TRIES: i32 = 10;

/// Sends until it is told to stop, or whoever could tell it is gone. A mail in hand is then finished first.
pub async fn run(app: App, post: Post, mut stop: oneshot::Receiver<()>) {
    loop {
        match send_next(&app, &post).await {
            Ok(true) => {
                if !matches!(stop.try_recv(), Err(oneshot::error::TryRecvError::Empty)) {
                    return;
                }
                continue;
            }
            Ok(false) => {}
            Err(error) => tracing::warn!(error = %error.chain(), "the outbox can't be read; trying again"),
        }
        tokio::select! {
            _ = &mut stop => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Sends all that is due; returns how many mails were taken in hand.
///
/// # Errors
/// The database's.
pub async fn send_due(app: &App, post: &Post) -> Result<usize> {
    let mut taken = 0;
    while send_next(app, post).await? {
        taken += 1;
    }
    Ok(taken)
}

/// Takes the next mail that is due in hand; false where there is none.
async fn send_next(app: &App, post: &Post) -> Result<bool> {
    let now = app.clock().now();
    let Some(mail) = store::claim(app.db(), now, now + CLAIM).await? else { return Ok(false) };
    let id = mail.id.0;
    match post.hand_over(&mail, now).await {
        Ok(()) => store::sent(app.db(), mail.id, app.clock().now(), post.keeps_text()).await?,
        Err(error) => {
            let again = wait(mail.attempts + 1).map(|wait| app.clock().now() + wait);
            if again.is_some() {
                tracing::warn!(%id, error, "a mail could not be sent; it is tried again");
            } else {
                tracing::error!(%id, error, "a mail could not be sent; it is given up");
            }
            store::not_sent(app.db(), &mail, app.clock().now(), again, &error).await?;
        }
    }
    Ok(true)
}

/// How long to wait after so many tries that failed: a minute, doubling, at most a day; none where it is given up.
fn wait(tries: i32) -> Option<TimeDelta> {
    (tries < TRIES).then(|| TimeDelta::minutes(1 << tries.clamp(1, 12) >> 1).min(TimeDelta::days(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_a_minute_and_end_after_ten_tries() {
        let minutes: Vec<_> = (1..=10).map(|tries| wait(tries).map(|wait| wait.num_minutes())).collect();
        let expected = [1, 2, 4, 8, 16, 32, 64, 128, 256];
        assert_eq!(minutes[..9], expected.map(Some));
        assert_eq!(minutes[9], None);
    }
}
