//! The owners of services, read together: two statements, whatever the number of services in an answer.

use std::collections::HashMap;

use async_graphql::dataloader::{DataLoader, Loader};
use entity::identity::person;
use entity::ids::{MunicipalityId, PersonId};
use sea_orm::{DatabaseConnection, DbErr};

use super::store;
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::error::Result;

/// Reads owners for one request.
pub struct Owners(DatabaseConnection);

/// The owners of a request; added to it, because what is read belongs to it alone.
pub(crate) fn loader(ctx: &Ctx) -> DataLoader<Owners> {
    DataLoader::new(Owners(ctx.app().db().clone()), tokio::spawn)
}

impl Loader<(MunicipalityId, PersonId)> for Owners {
    type Value = person::Model;
    type Error = DbErr;

    async fn load(
        &self,
        keys: &[(MunicipalityId, PersonId)],
    ) -> Result<HashMap<(MunicipalityId, PersonId), person::Model>, DbErr> {
        store::people_here(&self.0, keys).await
    }
}

/// The person whose duty it is to keep a service right; none where nobody has it, or nobody who can sign in here.
///
/// # Errors
/// What the policy says; the database's.
pub(crate) async fn of_service(
    ctx: &Ctx,
    owners: &DataLoader<Owners>,
    directory: &Directory,
    owner: Option<PersonId>,
) -> Result<Option<person::Model>> {
    let here = directory.municipality.id;
    ctx.authorize(Action::DirectoryWrite, Subject::Municipality(here))?;
    let Some(owner) = owner else { return Ok(None) };
    Ok(owners.load_one((here, owner)).await?)
}
