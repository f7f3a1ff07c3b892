//! What every service function is given first: the app, who asks, and the moment of asking.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Action, Subject, policy};
use crate::app::App;
use crate::error::{Error, Result};
use crate::ids;

/// Who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who has not signed in.
    Anonymous,
    /// A command that an administrator runs on the machine, by its name.
    Command(&'static str),
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Anonymous => f.write_str("anonymous"),
            Self::Command(name) => write!(f, "command:{name}"),
        }
    }
}

/// The context of one request or command. Time, ids and permission come from it alone.
#[derive(Clone)]
pub struct Ctx {
    app: App,
    actor: Actor,
    now: DateTime<Utc>,
    handed_out: Arc<AtomicUsize>,
}

/// Most things that one request may be handed in lists. Things refer to each other in circles, so what a query
/// costs can't be told from its text alone.
const MOST_HANDED_OUT: usize = 20_000;

impl Ctx {
    /// A context that begins now.
    pub fn new(app: App, actor: Actor) -> Self {
        let now = app.clock().now();
        Self { app, actor, now, handed_out: Arc::default() }
    }

    /// The app.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Who asks.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// When the request began, UTC; the same for its whole length.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Counts things that are about to be handed out in a list.
    ///
    /// # Errors
    /// `Invalid` where the request has been handed more than 20,000 in all.
    pub fn hand_out(&self, things: usize) -> Result<()> {
        let before = self.handed_out.fetch_add(things, Ordering::Relaxed);
        if before + things <= MOST_HANDED_OUT {
            return Ok(());
        }
        Err(Error::invalid("query", "The answer would be too large; ask for less at a time."))
    }

    /// A new key.
    pub fn new_key(&self) -> Uuid {
        ids::new_key(self.now)
    }

    /// Lets the request go on only where the policy allows it.
    ///
    /// # Errors
    /// `NotFound` where the actor may not know of the subject, `Forbidden` where only the action is refused.
    pub fn authorize(&self, action: Action, subject: Subject) -> Result<()> {
        policy::decide(self.actor, action, subject).into_result()
    }

    /// Whether the policy allows it; for lists, which leave out what may not be seen.
    pub fn may(&self, action: Action, subject: Subject) -> bool {
        self.authorize(action, subject).is_ok()
    }
}
