//! What every service function is given first: the app, who asks, and the moment of asking.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Action, Subject, policy};
use crate::app::App;
use crate::error::Result;
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
}

impl Ctx {
    /// A context that begins now.
    pub fn new(app: App, actor: Actor) -> Self {
        let now = app.clock().now();
        Self { app, actor, now }
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
