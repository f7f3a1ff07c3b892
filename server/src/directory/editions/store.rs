//! Editions in the database. What an edition says stands in a table of its own and is read only where it is shown.

use std::collections::HashMap;

use entity::directory::{catalogue_content, catalogue_edition};
use entity::identity::person;
use entity::ids::{MunicipalityId, PersonId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use crate::error::Result;

/// Most editions that are listed.
const MOST: u64 = 100;

/// The editions that have been fixed here, the newest first.
pub(super) async fn list(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Vec<catalogue_edition::Model>> {
    let fixed = catalogue_edition::Entity::find()
        .filter(catalogue_edition::Column::MunicipalityId.eq(municipality))
        .filter(catalogue_edition::Column::Number.is_not_null())
        .order_by_desc(catalogue_edition::Column::Number)
        .limit(MOST);
    Ok(fixed.all(db).await?)
}

/// What these people are called.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let found = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(people))
        .into_tuple::<(PersonId, String)>();
    Ok(found.all(db).await?.into_iter().collect())
}

/// The edition with this number, and what it says.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    number: i32,
) -> Result<Option<(catalogue_edition::Model, String)>> {
    let edition = catalogue_edition::Entity::find()
        .filter(catalogue_edition::Column::MunicipalityId.eq(municipality))
        .filter(catalogue_edition::Column::Number.eq(number));
    let Some(edition) = edition.one(db).await? else { return Ok(None) };
    let content = catalogue_content::Entity::find_by_id(edition.id)
        .filter(catalogue_content::Column::MunicipalityId.eq(municipality));
    Ok(content.one(db).await?.map(|content| (edition, content.directory)))
}

/// Puts in an edition with what it says.
pub(super) async fn insert(
    tx: &impl ConnectionTrait,
    edition: catalogue_edition::Model,
    content: String,
) -> Result<()> {
    let content = catalogue_content::Model {
        id: edition.id,
        municipality_id: edition.municipality_id,
        directory: content,
    };
    catalogue_edition::Entity::insert(edition.into_active_model()).exec_without_returning(tx).await?;
    catalogue_content::Entity::insert(content.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}
