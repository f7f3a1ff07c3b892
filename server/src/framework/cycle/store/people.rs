//! Who has which role in a municipality, and what people are called.

use std::collections::{HashMap, HashSet};

use entity::identity::values::Role;
use entity::identity::{person, role_grant};
use entity::ids::{MunicipalityId, PersonId};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::error::Result;

/// Everybody with a role in a municipality who is not blocked.
pub(in crate::framework) struct PeopleHere {
    grants: Vec<role_grant::Model>,
    people: Vec<person::Model>,
}

impl PeopleHere {
    /// All of them, each once.
    pub(in crate::framework) fn all(&self) -> &[person::Model] {
        &self.people
    }

    /// Those with one of these roles, each once.
    pub(in crate::framework) fn with(&self, roles: &[Role]) -> Vec<&person::Model> {
        let has = |person: &&person::Model| {
            self.grants.iter().any(|grant| grant.person_id == person.id && roles.contains(&grant.role))
        };
        self.people.iter().filter(has).collect()
    }
}

/// Everybody with a role here who is not blocked. Two statements.
pub(in crate::framework) async fn here(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<PeopleHere> {
    let grants = grants(db, municipality).await?;
    let ids: HashSet<PersonId> = grants.iter().map(|grant| grant.person_id).collect();
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(ids))
        .filter(person::Column::BlockedAt.is_null())
        .all(db)
        .await?;
    Ok(PeopleHere { grants, people })
}

/// The roles given here.
pub(in crate::framework) async fn grants(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Vec<role_grant::Model>> {
    let here = role_grant::Entity::find().filter(role_grant::Column::MunicipalityId.eq(municipality));
    Ok(here.all(db).await?)
}

/// What these people are called. No statement where there are none.
pub(in crate::framework) async fn names(
    db: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let people: HashSet<PersonId> = people.into_iter().collect();
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let found = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(people))
        .into_tuple::<(PersonId, String)>();
    Ok(found.all(db).await?.into_iter().collect())
}
