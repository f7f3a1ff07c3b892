//! Mutations of passwords.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::account::{PasswordChangePayload, PasswordSetPayload};
use super::sign_in::give_cookie;
use crate::ctx::Actor;
use crate::error::Result;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::identity::service::password;

/// Who has forgotten their password.
#[derive(InputObject)]
pub struct PasswordResetRequestInput {
    /// The mail address one signs in with.
    email: String,
}

/// What became of asking for a new password; the same for every address.
#[derive(SimpleObject)]
pub struct PasswordResetRequestPayload {
    /// Whether a mail is on its way, if the address is somebody's.
    done: bool,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

/// A password by a link from a mail.
#[derive(InputObject)]
pub struct PasswordSetInput {
    /// The last part of the link's path.
    token: String,
    /// The password to be: 12 to 200 characters.
    password: String,
    /// Full name, where an invitation has it wrong.
    name: Option<String>,
}

/// A new password in place of the old.
#[derive(InputObject)]
pub struct PasswordChangeInput {
    /// The password so far.
    current: String,
    /// The password to be: 12 to 200 characters.
    new: String,
}

/// Passwords.
#[derive(Default)]
pub struct PasswordMutation;

#[Object]
impl PasswordMutation {
    /// Sends a link to choose a new password, where the address is somebody's. It works once, for an hour; older ones
    /// stop working.
    async fn password_reset_request(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Who has forgotten it.")] input: PasswordResetRequestInput,
    ) -> Result<PasswordResetRequestPayload> {
        let (done, user_errors) = answered(password::request_reset(request(context), &input.email).await)?;
        Ok(PasswordResetRequestPayload { done: done.is_some(), user_errors })
    }

    /// Sets a password by the link of an invitation or reset, and signs in. All other sessions end.
    async fn password_set(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The link and the password.")] input: PasswordSetInput,
    ) -> Result<PasswordSetPayload> {
        let PasswordSetInput { token, password, name } = input;
        let ctx = request(context);
        let set = password::set(ctx, &token, &password, name.as_deref()).await;
        let changed = set.map(|entered| match entered {
            Some((ctx, token)) => {
                give_cookie(context, &token);
                ctx
            }
            None => ctx.clone().acting_as(Actor::Anonymous),
        });
        PasswordSetPayload::of(changed).await
    }

    /// Changes one's own password. All other sessions end.
    async fn password_change(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The old and the new.")] input: PasswordChangeInput,
    ) -> Result<PasswordChangePayload> {
        let PasswordChangeInput { current, new } = input;
        PasswordChangePayload::of(password::change(request(context), &current, &new).await).await
    }
}
