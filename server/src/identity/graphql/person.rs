//! People, their roles and sessions, as GraphQL shows them.

use async_graphql::{ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use entity::identity::{person, role_grant, session};

use super::values::Role;
use crate::ctx::Ctx;
use crate::ids::Opaque;

/// Somebody who can sign in.
#[derive(Clone, Debug)]
pub struct Person(person::Model);

impl Person {
    pub(crate) fn new(row: person::Model) -> Self {
        Self(row)
    }
}

impl From<person::Model> for Person {
    fn from(row: person::Model) -> Self {
        Self(row)
    }
}

/// Somebody who can sign in.
#[Object]
impl Person {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.0.id.show().into()
    }

    /// Full name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Mail address, which one signs in with.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// `da` or `en`: the language of mails.
    async fn language(&self) -> &str {
        &self.0.language
    }

    /// Whether the person may not sign in.
    async fn is_blocked(&self) -> bool {
        self.0.blocked_at.is_some()
    }

    /// Whether a password has been set.
    async fn has_password(&self) -> bool {
        self.0.password_hash.is_some()
    }

    /// Whether a second factor has been set up.
    async fn has_second_factor(&self) -> bool {
        self.0.totp_confirmed_at.is_some()
    }
}

/// A browser that somebody has signed in with.
#[derive(Clone, Debug, SimpleObject)]
pub struct Session {
    /// Opaque key; not the secret in the cookie.
    id: ID,
    /// When it began.
    created_at: DateTime<Utc>,
    /// When it was last used, to about five minutes.
    last_seen_at: DateTime<Utc>,
    /// When it ends by itself.
    expires_at: DateTime<Utc>,
    /// The network address it began from.
    address: Option<String>,
    /// What the browser calls itself.
    user_agent: Option<String>,
    /// Whether it is the one that asks.
    is_this_one: bool,
}

impl Session {
    pub(crate) fn new(ctx: &Ctx, row: session::Model) -> Self {
        Self {
            id: row.id.show().into(),
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            expires_at: row.expires_at,
            address: row.address,
            user_agent: row.user_agent,
            is_this_one: ctx.person().is_some_and(|person| person.session == row.id),
        }
    }
}

/// A role that somebody has: where, and for which organisation.
#[derive(Clone, Debug, SimpleObject)]
pub struct RoleGrant {
    /// Opaque key.
    id: ID,
    /// What.
    role: Role,
    /// Where; null for the administrator of the installation.
    municipality: Option<RoleMunicipality>,
    /// For which organisation, where the role is of one.
    organisation: Option<RoleOrganisation>,
    /// Who.
    person: Person,
}

impl RoleGrant {
    pub(crate) fn new(ctx: &Ctx, row: &role_grant::Model, person: Person) -> Self {
        let directory = row.municipality_id.and_then(|id| ctx.app().directories().by_id(id));
        let municipality = directory.as_ref().map(|directory| RoleMunicipality {
            slug: directory.municipality.slug.clone(),
            name: directory.municipality.name.clone(),
        });
        let organisation = directory.and_then(|directory| {
            let unit = &directory.organisations[directory.organisation(row.organisation_id?)?].row;
            Some(RoleOrganisation { slug: unit.slug.clone(), name: unit.name.clone() })
        });
        Self { id: row.id.show().into(), role: row.role.into(), municipality, organisation, person }
    }
}

/// The municipality of a role.
#[derive(Clone, Debug, SimpleObject)]
pub struct RoleMunicipality {
    /// First part of its paths.
    slug: String,
    /// Full name.
    name: String,
}

/// The organisation of a role.
#[derive(Clone, Debug, SimpleObject)]
pub struct RoleOrganisation {
    /// Last part of its path.
    slug: String,
    /// Name.
    name: String,
}
