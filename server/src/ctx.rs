//! What every service function is given first: the app, who asks, and the moment of asking.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use entity::identity::values::Role;
use entity::ids::{MunicipalityId, OrganisationId, PersonId, SessionId};
use uuid::Uuid;

use crate::access::{Action, Subject, policy};
use crate::app::App;
use crate::error::{Error, Result};
use crate::ids;

/// Who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who has not signed in.
    Anonymous,
    /// Somebody who has.
    Person(Arc<SignedIn>),
    /// A command that an administrator runs on the machine, by its name.
    Command(&'static str),
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Anonymous => f.write_str("anonymous"),
            Self::Person(person) => write!(f, "person:{}", person.id.0),
            Self::Command(name) => write!(f, "command:{name}"),
        }
    }
}

/// Somebody who has signed in, with what they may be taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub id: PersonId,
    /// In which browser.
    pub session: SessionId,
    /// Full name.
    pub name: String,
    /// Mail address.
    pub email: String,
    grants: Vec<Grant>,
    withheld: Vec<Grant>,
}

/// A role, where, and for which organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// What.
    pub role: Role,
    /// Where; none for the administrator of the installation.
    pub municipality: Option<MunicipalityId>,
    /// For which organisation, where the role is of one.
    pub organisation: Option<OrganisationId>,
}

impl SignedIn {
    /// Somebody with these roles.
    pub fn new(id: PersonId, session: SessionId, name: String, email: String, grants: Vec<Grant>) -> Self {
        Self { id, session, name, email, grants, withheld: Vec::new() }
    }

    /// The same person with every role withheld: the second factor that one of them needs has not been shown.
    #[must_use]
    pub fn withholding_roles(mut self) -> Self {
        self.withheld.append(&mut self.grants);
        self
    }

    /// The roles that count.
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }

    /// The roles that will count once the second factor has been shown.
    pub fn withheld(&self) -> &[Grant] {
        &self.withheld
    }
}

/// Where a request came from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The network address of the client.
    pub address: Option<IpAddr>,
    /// What the client calls itself.
    pub user_agent: Option<String>,
}

/// The context of one request or command. Time, ids and permission come from it alone.
#[derive(Clone)]
pub struct Ctx {
    app: App,
    actor: Actor,
    origin: Arc<Origin>,
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
        Self { app, actor, origin: Arc::default(), now, handed_out: Arc::default() }
    }

    /// The same context for another actor.
    #[must_use]
    pub fn acting_as(mut self, actor: Actor) -> Self {
        self.actor = actor;
        self
    }

    /// The same context, knowing where the request came from.
    #[must_use]
    pub fn coming_from(mut self, origin: Origin) -> Self {
        self.origin = Arc::new(origin);
        self
    }

    /// The app.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Who asks.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Who asks, where somebody has signed in.
    pub fn person(&self) -> Option<&SignedIn> {
        if let Actor::Person(person) = &self.actor { Some(person) } else { None }
    }

    /// Where the request came from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The network address to note down with what was done. None in a demo: there everybody may sign in as a project
    /// leader and read what was noted of other visitors.
    pub fn address_to_note(&self) -> Option<String> {
        if self.app.is_demo() { None } else { self.origin.address.map(|address| address.to_string()) }
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

    /// So many bytes that nobody can guess, from the machine's source of chance.
    ///
    /// # Errors
    /// `Command` where the machine has no chance to give.
    pub fn chance<const LENGTH: usize>(&self) -> Result<[u8; LENGTH]> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes)
            .map_err(|error| Error::Command(format!("no chance to be had: {error}")))?;
        Ok(bytes)
    }

    /// Lets the request go on only where the policy allows it.
    ///
    /// # Errors
    /// `NotFound` where the actor may not know of the subject, `Forbidden` where only the action is refused.
    pub fn authorize(&self, action: Action, subject: Subject<'_>) -> Result<()> {
        policy::decide(&self.actor, action, subject).into_result()
    }

    /// Whether the policy allows it; for lists, which leave out what may not be seen.
    pub fn may(&self, action: Action, subject: Subject<'_>) -> bool {
        self.authorize(action, subject).is_ok()
    }
}
