//! Mutations of signing in and out.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use axum::http::header::SET_COOKIE;
use entity::ids::SessionId;

use super::account::{SessionRevokeAllPayload, SessionRevokePayload};
use super::viewer::Viewer;
use crate::error::{Error, Result};
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::identity::service::sign_in::{self, SignIn};
use crate::identity::sessions;
use crate::identity::token::Token;
use crate::ids::Opaque;

/// What one signs in with.
#[derive(InputObject)]
pub struct SessionBeginInput {
    /// Mail address.
    email: String,
    /// Password.
    password: String,
    /// The code that the authenticator app shows now, where one is set up.
    code: Option<String>,
}

/// What became of signing in.
#[derive(SimpleObject)]
pub struct SessionBeginPayload {
    /// Whoever has signed in; null where nobody has.
    viewer: Option<Viewer>,
    /// Whether the password was right and a code of the authenticator app is needed too. Nobody has signed in yet.
    needs_code: bool,
    /// What was wrong; never which part of it.
    user_errors: Vec<UserError>,
}

/// Which session.
#[derive(InputObject)]
pub struct SessionRevokeInput {
    /// Its key.
    id: ID,
}

/// What became of signing out.
#[derive(SimpleObject)]
pub struct SessionEndPayload {
    /// Always true: nobody is signed in in this browser.
    done: bool,
}

/// Signing in and out.
#[derive(Default)]
pub struct SignInMutation;

#[Object]
impl SignInMutation {
    /// Signs in, in this browser: sets the cookie.
    async fn session_begin(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What one signs in with.")] input: SessionBeginInput,
    ) -> Result<SessionBeginPayload> {
        let SessionBeginInput { email, password, code } = input;
        let begun = sign_in::begin(request(context), &email, &password, code.as_deref()).await;
        let (begun, user_errors) = answered(begun)?;
        let needs_code = matches!(begun, Some(SignIn::NeedsCode));
        let viewer = match begun {
            Some(SignIn::Done(ctx, token)) => {
                give_cookie(context, &token);
                Viewer::of(ctx).await?
            }
            _ => None,
        };
        Ok(SessionBeginPayload { viewer, needs_code, user_errors })
    }

    /// Signs out in this browser: clears the cookie.
    async fn session_end(&self, context: &Context<'_>) -> Result<SessionEndPayload> {
        sign_in::end(request(context)).await?;
        take_cookie(context);
        Ok(SessionEndPayload { done: true })
    }

    /// Ends one of one's own sessions: signs out in another browser.
    async fn session_revoke(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which session.")] input: SessionRevokeInput,
    ) -> Result<SessionRevokePayload> {
        let session = SessionId::read(&input.id).ok_or(Error::NotFound)?;
        let ctx = sign_in::revoke(request(context), session).await?;
        if ctx.person().is_none() {
            take_cookie(context);
        }
        SessionRevokePayload::of(Ok(ctx)).await
    }

    /// Signs out everywhere, in this browser too.
    async fn session_revoke_all(&self, context: &Context<'_>) -> Result<SessionRevokeAllPayload> {
        let ctx = sign_in::revoke_all(request(context)).await?;
        take_cookie(context);
        SessionRevokeAllPayload::of(Ok(ctx)).await
    }
}

/// Hands the session's token to the browser.
pub(super) fn give_cookie(context: &Context<'_>, token: &Token) {
    context.insert_http_header(SET_COOKIE, sessions::cookie(token));
}

fn take_cookie(context: &Context<'_>) {
    context.insert_http_header(SET_COOKIE, sessions::no_cookie());
}
