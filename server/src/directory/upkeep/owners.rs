//! The owners of services, read together: two statements for a municipality, whatever the number of its services in an
//! answer.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use entity::identity::person;
use entity::ids::{MunicipalityId, PersonId};
use tokio::sync::Mutex;

use super::store;
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::error::Result;

/// The owners that a request has read; added to it, because what is read belongs to it alone.
#[derive(Default)]
pub struct Owners(Mutex<HashMap<MunicipalityId, HashMap<PersonId, person::Model>>>);

/// The person whose duty it is to keep a service right; none where nobody has it, or nobody who can sign in here.
///
/// # Errors
/// What the policy says; the database's.
pub(crate) async fn of_service(
    ctx: &Ctx,
    owners: &Owners,
    directory: &Directory,
    owner: Option<PersonId>,
) -> Result<Option<person::Model>> {
    let here = directory.municipality.id;
    ctx.authorize(Action::DirectoryWrite, Subject::Municipality(here))?;
    let Some(owner) = owner else { return Ok(None) };
    let mut read = owners.0.lock().await;
    let people = match read.entry(here) {
        Entry::Occupied(read) => read.into_mut(),
        Entry::Vacant(place) => {
            let all = directory.services.iter().filter_map(|of| of.row.owner_id).collect();
            place.insert(store::people_here(ctx.app().db(), here, all).await?)
        }
    };
    Ok(people.get(&owner).cloned())
}
