//! Mutations of the second factor.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::account::{SecondFactorConfirmPayload, SecondFactorRemovePayload};
use crate::error::Result;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::identity::service::second_factor;

/// What an authenticator app needs to be set up; all null where it can't be.
#[derive(SimpleObject)]
pub struct SecondFactorBeginPayload {
    /// The shared secret in base 32, to be typed where nothing can be scanned.
    secret: Option<String>,
    /// The same as an `otpauth:` address.
    uri: Option<String>,
    /// The same as a picture (SVG) to be scanned.
    qr_svg: Option<String>,
    /// Why not.
    user_errors: Vec<UserError>,
}

/// A first code.
#[derive(InputObject)]
pub struct SecondFactorConfirmInput {
    /// The six digits that the app shows now.
    code: String,
}

/// Whoever removes it shows who they are.
#[derive(InputObject)]
pub struct SecondFactorRemoveInput {
    /// One's password.
    password: String,
}

/// The second factor.
#[derive(Default)]
pub struct SecondFactorMutation;

#[Object]
impl SecondFactorMutation {
    /// Begins to set up an authenticator app. Signing in asks for its codes once a first one has been confirmed.
    async fn second_factor_begin(&self, context: &Context<'_>) -> Result<SecondFactorBeginPayload> {
        let (setup, user_errors) = answered(second_factor::begin(request(context)).await)?;
        let (mut secret, mut uri, mut qr_svg) = (None, None, None);
        if let Some(setup) = setup {
            (secret, uri, qr_svg) = (Some(setup.secret), Some(setup.uri), Some(setup.qr_svg));
        }
        Ok(SecondFactorBeginPayload { secret, uri, qr_svg, user_errors })
    }

    /// Confirms the authenticator app with a first code. Roles that waited for it count from now on; all other
    /// sessions end.
    async fn second_factor_confirm(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "A first code.")] input: SecondFactorConfirmInput,
    ) -> Result<SecondFactorConfirmPayload> {
        SecondFactorConfirmPayload::of(second_factor::confirm(request(context), &input.code).await).await
    }

    /// Removes the authenticator app, where no role asks for one. All other sessions end.
    async fn second_factor_remove(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The password.")] input: SecondFactorRemoveInput,
    ) -> Result<SecondFactorRemovePayload> {
        SecondFactorRemovePayload::of(second_factor::remove(request(context), &input.password).await).await
    }
}
