//! A municipality's people in GraphQL.

use std::sync::Arc;

use async_graphql::connection::PageInfo;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use entity::ids::{PersonId, RoleGrantId};

use super::service::{self, Invitation, PersonHere, find_municipality};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::error::{Error, Result};
use crate::graphql::page::Page;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::identity::graphql::{Person, Role, RoleGrant, Session};
use crate::ids::Opaque;

/// Somebody with a role in a municipality, as it sees them.
#[derive(Clone)]
pub struct PersonInMunicipality(PersonHere);

/// Somebody with a role in a municipality, as it sees them.
#[Object]
impl PersonInMunicipality {
    /// Who.
    async fn person(&self) -> Person {
        Person::new(self.0.person.clone())
    }

    /// Their roles here.
    async fn roles(&self, context: &Context<'_>) -> Vec<RoleGrant> {
        let ctx = request(context);
        let person = Person::new(self.0.person.clone());
        self.0.roles.iter().map(|row| RoleGrant::new(ctx, row, person.clone())).collect()
    }

    /// Where they are signed in, the latest first. Empty where they have roles elsewhere too, for whom that is not.
    async fn sessions(&self, context: &Context<'_>) -> Vec<Session> {
        self.0.sessions.iter().map(|row| Session::new(request(context), row.clone())).collect()
    }

    /// When they were last seen, to about five minutes; null where they are not signed in.
    async fn last_seen_at(&self) -> Option<DateTime<Utc>> {
        self.0.sessions.iter().map(|session| session.last_seen_at).max()
    }

    /// Whether they have not answered their invitation yet.
    async fn invitation_pending(&self) -> bool {
        self.0.person.password_hash.is_none()
    }
}

/// A page of a municipality's people.
pub struct PersonRoleConnection {
    people: Vec<PersonHere>,
    page: Page,
}

impl PersonRoleConnection {
    /// The page of the municipality's people that was asked for.
    pub(crate) async fn read(
        context: &Context<'_>,
        directory: &Directory,
        first: i32,
        after: Option<&str>,
    ) -> Result<Self> {
        let people = service::list(request(context), directory).await?;
        let place = |cursor: &str| {
            let id = PersonId::read(cursor)?;
            people.iter().position(|one| one.person.id == id)
        };
        let page = Page::new(people.len(), first, after, place)?;
        Ok(Self { people, page })
    }

    fn cursor(&self, at: usize) -> String {
        self.people[at].person.id.show()
    }
}

/// A page of a municipality's people.
#[Object]
impl PersonRoleConnection {
    /// The people with their cursors.
    async fn edges(&self, context: &Context<'_>) -> Result<Vec<PersonRoleEdge>> {
        request(context).hand_out(self.page.range.len())?;
        let edge = |at: usize| PersonRoleEdge {
            cursor: self.cursor(at),
            node: PersonInMunicipality(self.people[at].clone()),
        };
        Ok(self.page.range.clone().map(edge).collect())
    }

    /// The people.
    async fn nodes(&self, context: &Context<'_>) -> Result<Vec<PersonInMunicipality>> {
        request(context).hand_out(self.page.range.len())?;
        Ok(self.people[self.page.range.clone()].iter().cloned().map(PersonInMunicipality).collect())
    }

    /// What lies before and behind the page.
    async fn page_info(&self) -> PageInfo {
        self.page.info(|at| self.cursor(at))
    }

    /// How many people there are on all pages.
    async fn total_count(&self) -> usize {
        self.people.len()
    }
}

/// Somebody on a page.
#[derive(SimpleObject)]
pub struct PersonRoleEdge {
    /// Where the next page begins, if this is the last wanted.
    cursor: String,
    /// The person with their roles.
    node: PersonInMunicipality,
}

/// Whom to invite, and to what.
#[derive(InputObject)]
pub struct PersonInviteInput {
    /// Slug of the municipality.
    municipality: String,
    /// Mail address.
    email: String,
    /// Full name; where there is a person with this address already, their name stays.
    name: String,
    /// What they become.
    role: Role,
    /// Slug of the organisation, for professionals and partners.
    organisation: Option<String>,
}

/// Which role to take away.
#[derive(InputObject)]
pub struct RoleRevokeInput {
    /// Key of the role.
    id: ID,
}

/// Whose sessions to end.
#[derive(InputObject)]
pub struct PersonSessionsRevokeInput {
    /// Slug of the municipality.
    municipality: String,
    /// Key of the person.
    person: ID,
}

/// Whose second factor to take away.
#[derive(InputObject)]
pub struct PersonSecondFactorResetInput {
    /// Slug of the municipality.
    municipality: String,
    /// Key of the person.
    person: ID,
}

/// Whom to block or let in again.
#[derive(InputObject)]
pub struct PersonBlockInput {
    /// Slug of the municipality.
    municipality: String,
    /// Key of the person.
    person: ID,
    /// Whether they may not sign in.
    blocked: bool,
}

/// Declares payloads with the person changed.
macro_rules! person_payloads {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub struct $name {
            /// The person as they are now; null where something was wrong.
            person: Option<PersonInMunicipality>,
            /// What was wrong with what was typed.
            user_errors: Vec<UserError>,
        }

        impl $name {
            fn of(result: Result<PersonHere>) -> Result<Self> {
                let (person, user_errors) = answered(result.map(PersonInMunicipality))?;
                Ok(Self { person, user_errors })
            }
        }
    )+};
}

person_payloads! {
    /// What came of an invitation.
    PersonInvitePayload,
    /// What came of taking a role away.
    RoleRevokePayload,
    /// What came of ending somebody's sessions.
    PersonSessionsRevokePayload,
    /// What came of taking somebody's second factor away.
    PersonSecondFactorResetPayload,
    /// What came of blocking somebody or letting them in again.
    PersonBlockPayload,
}

/// A municipality's people.
#[derive(Default)]
pub struct PeopleMutation;

/// A municipality's people.
#[Object]
impl PeopleMutation {
    /// Gives somebody a role and sends them a mail: an invitation, or, where they have an account, word of the role.
    async fn person_invite(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Whom, and to what.")] input: PersonInviteInput,
    ) -> Result<PersonInvitePayload> {
        PersonInvitePayload::of(invite(request(context), input).await)
    }

    /// Takes a role away. Not one's own, and not the last project leader's.
    async fn role_revoke(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which.")] input: RoleRevokeInput,
    ) -> Result<RoleRevokePayload> {
        let ctx = request(context);
        let id = RoleGrantId::read(&input.id).ok_or(Error::NotFound)?;
        let person = match service::revoke(ctx, id).await {
            Ok((Some(municipality), person)) => service::one(ctx, municipality, person).await,
            Ok((None, _)) => return Ok(RoleRevokePayload { person: None, user_errors: Vec::new() }),
            Err(error) => Err(error),
        };
        RoleRevokePayload::of(person)
    }

    /// Signs somebody out everywhere.
    async fn person_sessions_revoke(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Whom.")] input: PersonSessionsRevokeInput,
    ) -> Result<PersonSessionsRevokePayload> {
        let ctx = request(context);
        let changed = async {
            let (directory, id) = whom(ctx, &input.municipality, &input.person)?;
            service::end_sessions(ctx, &directory, id).await?;
            service::one(ctx, directory.municipality.id, id).await
        };
        PersonSessionsRevokePayload::of(changed.await)
    }

    /// Takes somebody's second factor away, because their phone is lost. They are signed out and told by mail.
    async fn person_second_factor_reset(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Whose.")] input: PersonSecondFactorResetInput,
    ) -> Result<PersonSecondFactorResetPayload> {
        let ctx = request(context);
        let changed = async {
            let (directory, id) = whom(ctx, &input.municipality, &input.person)?;
            service::reset_second_factor(ctx, &directory, id).await?;
            service::one(ctx, directory.municipality.id, id).await
        };
        PersonSecondFactorResetPayload::of(changed.await)
    }

    /// Keeps somebody from signing in, or lets them in again.
    async fn person_block(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Whom.")] input: PersonBlockInput,
    ) -> Result<PersonBlockPayload> {
        let ctx = request(context);
        let changed = async {
            let (directory, id) = whom(ctx, &input.municipality, &input.person)?;
            service::set_blocked(ctx, &directory, id, input.blocked).await?;
            service::one(ctx, directory.municipality.id, id).await
        };
        PersonBlockPayload::of(changed.await)
    }
}

async fn invite(ctx: &Ctx, input: PersonInviteInput) -> Result<PersonHere> {
    let PersonInviteInput { municipality, email, name, role, organisation } = input;
    let here = find_municipality(ctx, &municipality)?.municipality.id;
    let invitation = Invitation {
        municipality: Some(municipality),
        email,
        name,
        role: role.into(),
        organisation: organisation.filter(|slug| !slug.trim().is_empty()),
    };
    let invited = service::invite(ctx, invitation).await?;
    service::one(ctx, here, invited.person).await
}

fn whom(ctx: &Ctx, municipality: &str, person: &str) -> Result<(Arc<Directory>, PersonId)> {
    Ok((find_municipality(ctx, municipality)?, PersonId::read(person).ok_or(Error::NotFound)?))
}
