//! People and sign-in in GraphQL.

mod account;
mod link;
mod passwords;
mod permissions;
mod person;
mod second_factor;
mod sign_in;
mod values;
mod viewer;

use async_graphql::{Context, MergedObject, Object};

pub use link::{DemoAccount, OneTimeLink};
pub use person::{Person, RoleGrant, Session};
pub use values::{LinkPurpose, Role, SecondFactorState};
pub use viewer::Viewer;

use super::service::{account as own, password};
use crate::error::Result;
use crate::graphql::request;

/// Where a query for people begins.
#[derive(Default)]
pub struct IdentityQuery;

#[Object]
impl IdentityQuery {
    /// Whoever asks; null for a visitor who has not signed in.
    #[graphql(cache_control(no_cache))]
    async fn viewer(&self, context: &Context<'_>) -> Result<Option<Viewer>> {
        Viewer::of(request(context).clone()).await
    }

    /// The accounts that everybody may look around with; empty outside a demo.
    #[graphql(complexity = "10 * child_complexity", cache_control(no_cache))]
    async fn demo_accounts(&self, context: &Context<'_>) -> Result<Vec<DemoAccount>> {
        let ctx = request(context);
        let accounts = own::demo_accounts(ctx).await?;
        Ok(accounts.into_iter().map(|account| DemoAccount::new(ctx, account)).collect())
    }

    /// What a link from a mail is for; null where it opens nothing, or nothing any more.
    #[graphql(cache_control(no_cache))]
    async fn one_time_link(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The last part of the link's path.")] token: String,
    ) -> Result<Option<OneTimeLink>> {
        Ok(password::look_at_link(request(context), &token).await?.map(OneTimeLink::new))
    }
}

/// What people change about their own account.
#[derive(MergedObject, Default)]
pub struct IdentityMutation(
    sign_in::SignInMutation,
    passwords::PasswordMutation,
    second_factor::SecondFactorMutation,
    account::AccountMutation,
);
