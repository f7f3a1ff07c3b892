//! What somebody sees before they have signed in: whom a link greets, and the accounts of a demo.

use async_graphql::SimpleObject;
use entity::identity::{one_time_link, person};

use super::values::{LinkPurpose, Role};
use crate::ctx::Ctx;
use crate::sample::people::{Account, PASSWORD};

/// A link from a mail that works once. Says nothing more than whom it greets.
#[derive(Clone, SimpleObject)]
pub struct OneTimeLink {
    /// What it is for.
    purpose: LinkPurpose,
    /// Whom it was sent to.
    person: LinkPerson,
}

/// Whom a link was sent to.
#[derive(Clone, SimpleObject)]
pub struct LinkPerson {
    /// Full name.
    name: String,
    /// Mail address.
    email: String,
}

impl OneTimeLink {
    pub(super) fn new((link, person): (one_time_link::Model, person::Model)) -> Self {
        let person = LinkPerson { name: person.name, email: person.email };
        Self { purpose: link.purpose.into(), person }
    }
}

/// An account that everybody may look around with.
#[derive(Clone, SimpleObject)]
pub struct DemoAccount {
    /// Full name.
    name: String,
    /// What to sign in with.
    email: String,
    /// The password, the same for all.
    password: String,
    /// What they are.
    role: Role,
    /// Name of the municipality; null for the administrator.
    municipality: Option<String>,
    /// Name of the organisation, where the role is of one.
    organisation: Option<String>,
}

impl DemoAccount {
    pub(super) fn new(ctx: &Ctx, account: &Account) -> Self {
        let directory = account.municipality.and_then(|slug| ctx.app().directories().by_slug(slug));
        let organisation = directory.as_ref().zip(account.organisation).and_then(|(directory, slug)| {
            let at = directory.organisation_by_slug(slug)?;
            Some(directory.organisations[at].row.name.clone())
        });
        Self {
            name: account.name.to_owned(),
            email: account.email.to_owned(),
            password: PASSWORD.to_owned(),
            role: account.role.into(),
            municipality: directory.map(|directory| directory.municipality.name.clone()),
            organisation,
        }
    }
}
