//! Mutations of one's own account, and what all of them answer.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::viewer::Viewer;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::identity::service::account;

/// Declares what a mutation of one's own account answers. Each has a type of its own, so that it can tell more later.
macro_rules! viewer_payload {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub struct $name {
            /// Whoever asks, after the change; null where nobody is signed in in this browser.
            viewer: Option<Viewer>,
            /// What was wrong with what was typed; empty where the change was made.
            user_errors: Vec<UserError>,
        }

        impl $name {
            /// What a service function has come to.
            pub(super) async fn of(changed: Result<Ctx>) -> Result<Self> {
                let (changed, user_errors) = answered(changed)?;
                let viewer = match changed {
                    Some(ctx) => Viewer::of(ctx).await?,
                    None => None,
                };
                Ok(Self { viewer, user_errors })
            }
        }
    )+};
}

viewer_payload! {
    /// What became of ending a session.
    SessionRevokePayload,
    /// What became of signing out everywhere.
    SessionRevokeAllPayload,
    /// What became of setting a password. Without a viewer and without errors the password is set, and one signs in
    /// with it and a code of the authenticator app.
    PasswordSetPayload,
    /// What became of changing the password.
    PasswordChangePayload,
    /// What became of confirming the second factor.
    SecondFactorConfirmPayload,
    /// What became of removing the second factor.
    SecondFactorRemovePayload,
    /// What became of changing oneself.
    PersonUpdatePayload,
}

/// What to change about oneself; what is left out stays.
#[derive(InputObject)]
pub struct PersonUpdateInput {
    /// Full name.
    name: Option<String>,
    /// `da` or `en`: the language of one's mails.
    language: Option<String>,
}

/// One's own account.
#[derive(Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Changes one's own name and the language of one's mails.
    async fn person_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What to change.")] input: PersonUpdateInput,
    ) -> Result<PersonUpdatePayload> {
        let PersonUpdateInput { name, language } = input;
        let changed = account::update(request(context), name.as_deref(), language.as_deref()).await;
        PersonUpdatePayload::of(changed).await
    }
}
