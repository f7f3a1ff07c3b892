//! Editions, what they say, and who has read them. What an edition says stands in a table of its own and is read only
//! where it is shown.

use std::collections::HashMap;

use entity::framework::{
    framework_edition, framework_edition_content, framework_receipt, framework_submission,
};
use entity::ids::{FrameworkEditionId, MunicipalityId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use crate::ctx::Ctx;
use crate::db;
use crate::error::Result;
use crate::framework::content::Content;

/// Most editions that are listed.
const MOST: u64 = 100;

/// The editions of a municipality, the newest first.
pub(in crate::framework) async fn list(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Vec<framework_edition::Model>> {
    let found = framework_edition::Entity::find()
        .filter(framework_edition::Column::MunicipalityId.eq(municipality))
        .order_by_desc(framework_edition::Column::Number)
        .limit(MOST);
    Ok(found.all(db).await?)
}

/// The newest edition.
pub(in crate::framework) async fn newest(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Option<framework_edition::Model>> {
    let found = framework_edition::Entity::find()
        .filter(framework_edition::Column::MunicipalityId.eq(municipality))
        .order_by_desc(framework_edition::Column::Number);
    Ok(found.one(db).await?)
}

/// The edition with this number.
pub(in crate::framework) async fn find(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    number: i32,
) -> Result<Option<framework_edition::Model>> {
    let found = framework_edition::Entity::find()
        .filter(framework_edition::Column::MunicipalityId.eq(municipality))
        .filter(framework_edition::Column::Number.eq(number));
    Ok(found.one(db).await?)
}

/// What these editions say. One statement; none where there are none.
pub(in crate::framework) async fn contents(
    db: &impl ConnectionTrait,
    editions: &[FrameworkEditionId],
) -> Result<HashMap<FrameworkEditionId, Content>> {
    if editions.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = framework_edition_content::Entity::find()
        .select_only()
        .columns([framework_edition_content::Column::Id, framework_edition_content::Column::Content])
        .filter(framework_edition_content::Column::Id.is_in(editions.iter().copied()))
        .into_tuple::<(FrameworkEditionId, String)>()
        .all(db)
        .await?;
    rows.into_iter().map(|(id, json)| Ok((id, Content::read(&json)?))).collect()
}

/// What the newest edition says that is not of this submission.
pub(in crate::framework) async fn content_before(
    db: &impl ConnectionTrait,
    submission: &framework_submission::Model,
) -> Result<Option<Content>> {
    let not_of_it = Condition::any()
        .add(framework_edition::Column::FrameworkSubmissionId.is_null())
        .add(framework_edition::Column::FrameworkSubmissionId.ne(submission.id));
    let newest = framework_edition::Entity::find()
        .select_only()
        .column(framework_edition::Column::Id)
        .filter(framework_edition::Column::MunicipalityId.eq(submission.municipality_id))
        .filter(not_of_it)
        .order_by_desc(framework_edition::Column::Number)
        .limit(1);
    let found = framework_edition_content::Entity::find()
        .select_only()
        .column(framework_edition_content::Column::Content)
        .filter(framework_edition_content::Column::Id.in_subquery(newest.into_query()))
        .into_tuple::<String>();
    found.one(db).await?.map(|json| Content::read(&json)).transpose()
}

/// The printed pages of an edition: Danish, English.
pub(in crate::framework) async fn pages(
    db: &impl ConnectionTrait,
    edition: FrameworkEditionId,
) -> Result<Option<(String, String)>> {
    let found = framework_edition_content::Entity::find_by_id(edition)
        .select_only()
        .columns([framework_edition_content::Column::Danish, framework_edition_content::Column::English])
        .into_tuple::<(String, String)>();
    Ok(found.one(db).await?)
}

/// Puts in an edition with what it says.
pub(in crate::framework) async fn insert(
    tx: &impl ConnectionTrait,
    edition: framework_edition::Model,
    content: framework_edition_content::Model,
) -> Result<()> {
    framework_edition::Entity::insert(edition.into_active_model()).exec_without_returning(tx).await?;
    framework_edition_content::Entity::insert(content.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes that these people are told of an edition.
pub(in crate::framework) async fn add_receipts(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    edition: &framework_edition::Model,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<()> {
    let row = |person_id| framework_receipt::Model {
        framework_edition_id: edition.id,
        person_id,
        municipality_id: edition.municipality_id,
        told_at: ctx.now(),
        read_at: None,
    };
    db::insert_all(tx, people.into_iter().map(row).collect()).await
}

/// Who was told of these editions, and who has read them. One statement.
pub(in crate::framework) async fn receipts(
    db: &impl ConnectionTrait,
    editions: impl IntoIterator<Item = FrameworkEditionId>,
) -> Result<Vec<framework_receipt::Model>> {
    let found = framework_receipt::Entity::find()
        .filter(framework_receipt::Column::FrameworkEditionId.is_in(editions))
        .order_by_asc(framework_receipt::Column::FrameworkEditionId)
        .order_by_asc(framework_receipt::Column::PersonId);
    Ok(found.all(db).await?)
}

/// A person's receipts here.
pub(in crate::framework) async fn receipts_of(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    person: PersonId,
) -> Result<Vec<framework_receipt::Model>> {
    let found = framework_receipt::Entity::find()
        .filter(framework_receipt::Column::MunicipalityId.eq(municipality))
        .filter(framework_receipt::Column::PersonId.eq(person));
    Ok(found.all(db).await?)
}

/// A person's receipt of an edition.
pub(in crate::framework) async fn receipt(
    db: &impl ConnectionTrait,
    edition: FrameworkEditionId,
    person: PersonId,
) -> Result<Option<framework_receipt::Model>> {
    Ok(framework_receipt::Entity::find_by_id((edition, person)).one(db).await?)
}

/// Notes that a person has read an edition; false where that is noted already.
pub(in crate::framework) async fn confirm(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    edition: FrameworkEditionId,
    person: PersonId,
) -> Result<bool> {
    let update = framework_receipt::Entity::update_many()
        .col_expr(framework_receipt::Column::ReadAt, Expr::value(ctx.now()))
        .filter(framework_receipt::Column::FrameworkEditionId.eq(edition))
        .filter(framework_receipt::Column::PersonId.eq(person))
        .filter(framework_receipt::Column::ReadAt.is_null());
    Ok(update.exec(tx).await?.rows_affected == 1)
}
