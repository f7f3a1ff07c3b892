//! The draft in the database.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use entity::framework::values::{Part, Section};
use entity::framework::{
    framework, framework_change, framework_edition, framework_edition_content, framework_question,
    framework_section, framework_writing, register_row,
};
use entity::identity::values::Role;
use entity::identity::{municipality, person, role_grant};
use entity::ids::{FrameworkQuestionId, FrameworkSectionId, MunicipalityId, PersonId};
use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition, LockType, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, JoinType, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use uuid::Uuid;

use super::read::People;
use crate::ctx::Ctx;
use crate::error::Result;

/// How long somebody counts as writing after they were last seen to.
const WRITING: TimeDelta = TimeDelta::seconds(60);

/// The municipality's framework.
pub(in crate::framework) async fn find(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Option<framework::Model>> {
    let found = framework::Entity::find().filter(framework::Column::MunicipalityId.eq(municipality));
    Ok(found.one(db).await?)
}

/// The municipality's framework, held until the transaction is over. On SQLite a transaction that writes holds everything.
pub(in crate::framework) async fn hold(
    tx: &DatabaseTransaction,
    municipality: MunicipalityId,
) -> Result<Option<framework::Model>> {
    let found = framework::Entity::find().filter(framework::Column::MunicipalityId.eq(municipality));
    Ok(found.lock_exclusive().one(tx).await?)
}

/// The municipality's framework with its sections, in one statement.
pub(super) async fn with_sections(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Option<(framework::Model, Vec<framework_section::Model>)>> {
    let sections: RelationDef = framework::Entity::belongs_to(framework_section::Entity)
        .from(framework::Column::Id)
        .to(framework_section::Column::FrameworkId)
        .into();
    let found = framework::Entity::find()
        .filter(framework::Column::MunicipalityId.eq(municipality))
        .join(JoinType::LeftJoin, sections)
        .select_also(framework_section::Entity)
        .all(db)
        .await?;
    let mut framework = None;
    let mut sections = Vec::new();
    for (of, section) in found {
        framework.get_or_insert(of);
        sections.extend(section);
    }
    Ok(framework.map(|framework| (framework, sections)))
}

/// The questions, in no order.
pub(super) async fn questions(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Vec<framework_question::Model>> {
    let of = framework_question::Column::MunicipalityId.eq(municipality);
    Ok(framework_question::Entity::find().filter(of).all(db).await?)
}

/// The rows of the registers, register by register, in the order they stand.
pub(super) async fn rows(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Vec<register_row::Model>> {
    let rows = register_row::Entity::find()
        .filter(register_row::Column::MunicipalityId.eq(municipality))
        .order_by_asc(register_row::Column::Register)
        .order_by_asc(register_row::Column::Position)
        .order_by_asc(register_row::Column::Id);
    Ok(rows.all(db).await?)
}

/// The moment after which somebody must have been seen writing to count.
pub(super) fn writing_since(ctx: &Ctx) -> DateTime<Utc> {
    ctx.now() - WRITING
}

/// Everybody with a role in the municipality, everybody who is writing just now, and these others, in one statement.
pub(super) async fn people(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    named: HashSet<PersonId>,
) -> Result<People> {
    let grants = person::Entity::belongs_to(role_grant::Entity)
        .from(person::Column::Id)
        .to(role_grant::Column::PersonId)
        .on_condition(move |_, grants| {
            Expr::col((grants, role_grant::Column::MunicipalityId)).eq(municipality).into_condition()
        });
    let since = writing_since(ctx);
    let writing = person::Entity::belongs_to(framework_writing::Entity)
        .from(person::Column::Id)
        .to(framework_writing::Column::PersonId)
        .on_condition(move |_, writing| {
            Expr::col((writing.clone(), framework_writing::Column::MunicipalityId))
                .eq(municipality)
                .and(Expr::col((writing, framework_writing::Column::At)).gt(since))
                .into_condition()
        });
    let wanted = Condition::any()
        .add(role_grant::Column::Id.is_not_null())
        .add(framework_writing::Column::PersonId.is_not_null())
        .add(person::Column::Id.is_in(named));
    let found: Vec<Row> = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name, person::Column::BlockedAt])
        .column(role_grant::Column::Role)
        .column(framework_writing::Column::FrameworkQuestionId)
        .join(JoinType::LeftJoin, grants.into())
        .join(JoinType::LeftJoin, writing.into())
        .filter(wanted)
        .into_tuple()
        .all(db)
        .await?;
    let mut people = People::default();
    for (id, name, blocked_at, role, question) in found {
        people.note(id, name, role.filter(|_| blocked_at.is_none()), question);
    }
    Ok(people)
}

/// Somebody: key, name, when they were blocked, a role here, a question they are writing in.
type Row = (PersonId, String, Option<DateTime<Utc>>, Option<Role>, Option<FrameworkQuestionId>);

/// Who has changed which question or row, the latest first: the subject's key and the person's name.
pub(super) async fn writers(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Vec<(Uuid, String)>> {
    use framework_change::Column;
    let people: RelationDef = framework_change::Entity::belongs_to(person::Entity)
        .from(Column::PersonId)
        .to(person::Column::Id)
        .into();
    let found = framework_change::Entity::find()
        .select_only()
        .column(Column::SubjectId)
        .column(person::Column::Name)
        .join(JoinType::InnerJoin, people)
        .filter(Column::MunicipalityId.eq(municipality))
        .filter(Column::Part.is_in([Part::Question, Part::RegisterRow]))
        .group_by(Column::SubjectId)
        .group_by(person::Column::Id)
        .group_by(person::Column::Name)
        .order_by(Column::At.max(), Order::Desc);
    Ok(found.into_tuple().all(db).await?)
}

/// The question with this key, whose municipality it may be.
pub(super) async fn question(
    db: &impl ConnectionTrait,
    id: FrameworkQuestionId,
) -> Result<Option<framework_question::Model>> {
    Ok(framework_question::Entity::find_by_id(id).one(db).await?)
}

/// The section with this key, whose municipality it may be.
pub(super) async fn section(
    db: &impl ConnectionTrait,
    id: FrameworkSectionId,
) -> Result<Option<framework_section::Model>> {
    Ok(framework_section::Entity::find_by_id(id).one(db).await?)
}

/// One of the municipality's sections.
pub(in crate::framework) async fn section_of(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    section: Section,
) -> Result<Option<framework_section::Model>> {
    let found = framework_section::Entity::find()
        .filter(framework_section::Column::MunicipalityId.eq(municipality))
        .filter(framework_section::Column::Section.eq(section));
    Ok(found.one(db).await?)
}

/// The questions of a section in the order they are shown: hidden ones last.
pub(super) async fn questions_of(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    section: Section,
) -> Result<Vec<framework_question::Model>> {
    use framework_question::Column;
    let found = framework_question::Entity::find()
        .filter(Column::MunicipalityId.eq(municipality))
        .filter(Column::Section.eq(section))
        .order_by_asc(Column::IsHidden)
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id);
    Ok(found.all(db).await?)
}

/// Sets a row to what is given, whole.
pub(super) async fn put<E>(tx: &impl ConnectionTrait, row: E::Model) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    let row = row.into_active_model().reset_all();
    E::update(row).exec(tx).await?;
    Ok(())
}

/// Gives a question another place.
pub(super) async fn place(tx: &impl ConnectionTrait, id: FrameworkQuestionId, position: i32) -> Result<()> {
    framework_question::Entity::update_many()
        .col_expr(framework_question::Column::Position, Expr::value(position))
        .filter(framework_question::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that somebody is writing, or no longer is.
pub(super) async fn note_writing(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    question: &framework_question::Model,
    person: PersonId,
    is_writing: bool,
) -> Result<()> {
    use framework_writing::Column;
    if !is_writing {
        framework_writing::Entity::delete_by_id((question.id, person)).exec(tx).await?;
        return Ok(());
    }
    let row = framework_writing::Model {
        framework_question_id: question.id,
        person_id: person,
        municipality_id: question.municipality_id,
        at: ctx.now(),
    };
    let again = OnConflict::columns([Column::FrameworkQuestionId, Column::PersonId])
        .update_column(Column::At)
        .to_owned();
    let insert = framework_writing::Entity::insert(row.into_active_model()).on_conflict(again);
    insert.exec_without_returning(tx).await?;
    Ok(())
}

/// Names of the others who are writing in a question just now.
pub(super) async fn writing_in(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    question: FrameworkQuestionId,
    viewer: PersonId,
) -> Result<Vec<String>> {
    let writing: RelationDef = person::Entity::belongs_to(framework_writing::Entity)
        .from(person::Column::Id)
        .to(framework_writing::Column::PersonId)
        .into();
    let found = person::Entity::find()
        .select_only()
        .column(person::Column::Name)
        .join(JoinType::InnerJoin, writing)
        .filter(framework_writing::Column::FrameworkQuestionId.eq(question))
        .filter(framework_writing::Column::At.gt(writing_since(ctx)))
        .filter(framework_writing::Column::PersonId.ne(viewer))
        .order_by_asc(person::Column::Id);
    Ok(found.into_tuple().all(db).await?)
}

/// How many editions there are.
pub(super) async fn count_editions(db: &impl ConnectionTrait, municipality: MunicipalityId) -> Result<u64> {
    let of = framework_edition::Column::MunicipalityId.eq(municipality);
    Ok(framework_edition::Entity::find().filter(of).count(db).await?)
}

/// What the municipality's newest edition says, as JSON of `Content`.
pub(super) async fn newest_content(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
) -> Result<Option<String>> {
    let content: RelationDef = framework_edition::Entity::belongs_to(framework_edition_content::Entity)
        .from(framework_edition::Column::Id)
        .to(framework_edition_content::Column::Id)
        .into();
    let found = framework_edition::Entity::find()
        .select_only()
        .column(framework_edition_content::Column::Content)
        .join(JoinType::InnerJoin, content)
        .filter(framework_edition::Column::MunicipalityId.eq(municipality))
        .order_by_desc(framework_edition::Column::Number)
        .limit(1);
    Ok(found.into_tuple().one(db).await?)
}

/// Makes those wait who would begin a framework here at the same time.
pub(super) async fn hold_municipality(tx: &impl ConnectionTrait, municipality: MunicipalityId) -> Result<()> {
    // A lock that lets others refer to the municipality meanwhile.
    municipality::Entity::find_by_id(municipality).lock(LockType::NoKeyUpdate).one(tx).await?;
    Ok(())
}

/// The person with this key, where they have a role in the municipality and are not blocked.
pub(super) async fn person_here(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    id: PersonId,
) -> Result<Option<person::Model>> {
    let here = role_grant::Entity::find()
        .filter(role_grant::Column::MunicipalityId.eq(municipality))
        .filter(role_grant::Column::PersonId.eq(id));
    if here.one(db).await?.is_none() {
        return Ok(None);
    }
    let found = person::Entity::find_by_id(id).filter(person::Column::BlockedAt.is_null());
    Ok(found.one(db).await?)
}

/// The sections that are given to somebody until a day and not done, of all municipalities.
pub(super) async fn sections_given(db: &impl ConnectionTrait) -> Result<Vec<framework_section::Model>> {
    use framework_section::Column;
    let found = framework_section::Entity::find()
        .filter(Column::IsDone.eq(false))
        .filter(Column::DueOn.is_not_null())
        .filter(Column::PersonId.is_not_null())
        .order_by_asc(Column::Id);
    Ok(found.all(db).await?)
}
