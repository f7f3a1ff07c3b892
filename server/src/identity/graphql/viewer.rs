//! Whoever asks, as they see themselves.

use async_graphql::Object;
use entity::identity::{person, session};
use tokio::sync::OnceCell;

use super::permissions::Permissions;
use super::person::{Person, RoleGrant, Session};
use super::values::SecondFactorState;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::identity::second_factor;
use crate::identity::service::account;

/// Whoever asks. Holds a context of its own: after signing in it is another than the request began with.
pub struct Viewer {
    ctx: Ctx,
    row: person::Model,
    sessions: OnceCell<Vec<session::Model>>,
}

impl Viewer {
    /// Whoever this context belongs to; `None` for a visitor.
    pub(super) async fn of(ctx: Ctx) -> Result<Option<Self>> {
        let row = account::viewer(&ctx).await?;
        Ok(row.map(|row| Self { ctx, row, sessions: OnceCell::new() }))
    }

    /// Read once, however many fields ask.
    async fn all_sessions(&self) -> Result<&[session::Model]> {
        Ok(self.sessions.get_or_try_init(|| account::sessions(&self.ctx)).await?)
    }

    async fn grants(&self, counting: bool) -> Result<Vec<RoleGrant>> {
        // All of them count, or all wait for the second factor.
        let counts = self.ctx.person().is_some_and(|me| me.withheld().is_empty());
        if counts != counting {
            return Ok(Vec::new());
        }
        let person = Person::new(self.row.clone());
        let rows = account::roles(&self.ctx).await?;
        Ok(rows.iter().map(|row| RoleGrant::new(&self.ctx, row, person.clone())).collect())
    }
}

/// Whoever asks, as they see themselves.
#[Object]
impl Viewer {
    /// Who.
    async fn person(&self) -> Person {
        Person::new(self.row.clone())
    }

    /// This browser's session.
    async fn session(&self) -> Result<Session> {
        let this = self.ctx.person().map(|me| me.session);
        let found = self.all_sessions().await?.iter().find(|row| Some(row.id) == this);
        Ok(Session::new(&self.ctx, found.ok_or(Error::NotFound)?.clone()))
    }

    /// One's sessions in all browsers, the newest first; at most 100.
    #[graphql(complexity = "10 * child_complexity")]
    async fn sessions(&self) -> Result<Vec<Session>> {
        let sessions = self.all_sessions().await?;
        Ok(sessions.iter().map(|row| Session::new(&self.ctx, row.clone())).collect())
    }

    /// The roles that count now.
    #[graphql(complexity = "10 * child_complexity")]
    async fn roles(&self) -> Result<Vec<RoleGrant>> {
        self.grants(true).await
    }

    /// The roles that will count once the second factor has been set up and shown.
    #[graphql(complexity = "10 * child_complexity")]
    async fn withheld_roles(&self) -> Result<Vec<RoleGrant>> {
        self.grants(false).await
    }

    /// How it stands with the second factor.
    async fn second_factor(&self) -> SecondFactorState {
        let waits = self.ctx.person().is_some_and(|me| !me.withheld().is_empty());
        match (second_factor::is_set_up(&self.row), waits) {
            (true, _) => SecondFactorState::SetUp,
            (false, true) => SecondFactorState::Required,
            (false, false) => SecondFactorState::None,
        }
    }

    /// What one may do in a municipality.
    async fn may_manage(
        &self,
        #[graphql(desc = "The slug of the municipality.")] municipality: String,
    ) -> Permissions {
        Permissions::new(&self.ctx, &municipality)
    }
}
