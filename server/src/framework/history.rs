//! What happened to the parts of a framework or plan: who changed what when, with the part before and after.

mod telling;

use chrono::{DateTime, TimeDelta, Utc};
use entity::directory::values::ChangeAction;
use entity::framework::framework_change::{self, Column, Entity};
use entity::framework::values::Part;
use entity::ids::{
    ActivityId, FrameworkChangeId, FrameworkId, FrameworkQuestionId, FrameworkSectionId, GoalId,
    MunicipalityId, PlanId, RegisterRowId,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, Select,
};
use serde_json::{Map, Value};
use uuid::Uuid;

pub(crate) use self::telling::Of;
pub(in crate::framework) use self::telling::{Told, count, list};

use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::ids::{self, Opaque};

/// How long what one person types into one answer is one change: an answer is saved while it is typed.
const SITTING: TimeDelta = TimeDelta::minutes(10);
/// The field that is saved so.
const TYPED: &str = "answer";
/// Longest stretch of letters, in characters, that typing on takes back.
const WORD: usize = 30;

/// Something that was done to a part.
pub(crate) struct Happening<'h> {
    /// Kind of part.
    pub part: Part,
    /// Its key.
    pub id: Uuid,
    /// What it is called.
    pub name: &'h str,
    /// What was done.
    pub action: ChangeAction,
    /// The revision that it left behind.
    pub revision: i32,
    /// The part before; none where it was not there.
    pub before: Option<Value>,
    /// The part after; none where it is gone.
    pub after: Option<Value>,
}

/// Notes it in the transaction of the change.
///
/// # Errors
/// The database's.
pub(crate) async fn record(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    happening: Happening<'_>,
) -> Result<()> {
    let row = row(ctx, municipality, happening);
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes what happened to a plan, or to a goal or an activity in it, in the transaction of the change.
///
/// # Errors
/// The database's.
pub(crate) async fn record_in_plan(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    plan: PlanId,
    happening: Happening<'_>,
) -> Result<()> {
    let row = framework_change::Model { plan_id: Some(plan), ..row(ctx, municipality, happening) };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// A row that tells of it, to be inserted with others.
pub(in crate::framework) fn row(
    ctx: &Ctx,
    municipality: MunicipalityId,
    happening: Happening<'_>,
) -> framework_change::Model {
    let json = |value: Option<Value>| value.map(|value| value.to_string());
    framework_change::Model {
        id: FrameworkChangeId(ctx.new_key()),
        municipality_id: municipality,
        part: happening.part,
        subject_id: happening.id,
        plan_id: None,
        subject_name: happening.name.chars().take(200).collect(),
        action: happening.action,
        revision: happening.revision,
        at: ctx.now(),
        actor: ctx.actor().to_string(),
        person_id: ctx.person().map(|person| person.id),
        before: json(happening.before),
        after: json(happening.after),
    }
}

/// Notes the same of something that is saved while it is typed: what one person has typed within ten minutes is one
/// change, as long as nobody else has changed it in between and each save keeps what the one before said. What has been
/// cleared or written over stays a change of its own, so that it can be set back.
///
/// # Errors
/// The database's.
pub(in crate::framework) async fn record_typing(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    happening: Happening<'_>,
) -> Result<()> {
    let last = last(tx, municipality, happening.id).await?;
    let since = FrameworkChangeId(ids::new_key(ctx.now() - SITTING));
    let goes_on = |last: &framework_change::Model| {
        last.action == ChangeAction::Updated
            && last.revision == happening.revision - 1
            && last.person_id.is_some()
            && last.person_id == ctx.person().map(|person| person.id)
            && last.id > since
            && is_of(last, TYPED)
            && goes_on_from(last, happening.after.as_ref())
    };
    let Some(last) = last.filter(goes_on) else { return record(ctx, tx, municipality, happening).await };
    let mut longer = row(ctx, municipality, happening);
    longer.id = last.id;
    longer.before = last.before;
    Entity::update(longer.into_active_model().reset_all()).exec(tx).await?;
    Ok(())
}

/// Writes down what a part said before its first change, where nothing has been written of it yet: otherwise that could
/// not be taken back. `at`: when it was made.
///
/// # Errors
/// The database's.
pub(in crate::framework) async fn begin(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    at: DateTime<Utc>,
    happening: Happening<'_>,
) -> Result<()> {
    if of(municipality, happening.id).count(tx).await? > 0 {
        return Ok(());
    }
    let at = at.min(ctx.now() - TimeDelta::milliseconds(1));
    let mut first = row(ctx, municipality, happening);
    first.id = FrameworkChangeId(ids::new_key(at));
    first.at = at;
    "command:load".clone_into(&mut first.actor);
    first.person_id = None;
    Entity::insert(first.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// The revision that the last change of a part left behind.
///
/// # Errors
/// The database's.
pub(in crate::framework) async fn last_revision(
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    id: Uuid,
) -> Result<Option<i32>> {
    Ok(last(tx, municipality, id).await?.map(|change| change.revision))
}

async fn last(
    tx: &impl ConnectionTrait,
    municipality: MunicipalityId,
    id: Uuid,
) -> Result<Option<framework_change::Model>> {
    let newest = of(municipality, id).order_by_desc(Column::Revision).order_by_desc(Column::Id);
    Ok(newest.one(tx).await?)
}

/// Whether a change is of this field alone.
fn is_of(change: &framework_change::Model, field: &str) -> bool {
    let rest = |json: &Option<String>| {
        let mut state: Map<String, Value> = serde_json::from_str(json.as_deref()?).ok()?;
        state.remove(field).map(|_| state)
    };
    rest(&change.before).is_some_and(|before| Some(before) == rest(&change.after))
}

/// Whether what is typed now goes on from what a change left.
fn goes_on_from(change: &framework_change::Model, now: Option<&Value>) -> bool {
    let was = said(change.after.as_deref(), TYPED);
    let words = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    match (words(was.as_ref()), words(now.and_then(|now| now.get(TYPED)))) {
        (Some(was), Some(is)) => keeps(&was, &is),
        _ => false,
    }
}

/// Whether a text keeps what it said before: at one place something is put in, or no more than a word is typed over. A
/// text that gets shorter doesn't: word by word, all of it could go.
fn keeps(was: &str, is: &str) -> bool {
    let head = was.chars().zip(is.chars()).take_while(|(was, is)| was == is).count();
    let was: Vec<char> = was.chars().skip(head).collect();
    let is: Vec<char> = is.chars().skip(head).collect();
    let tail = was.iter().rev().zip(is.iter().rev()).take_while(|(was, is)| was == is).count();
    let gone = &was[..was.len() - tail];
    is.len() >= was.len() && gone.len() <= WORD && !gone.iter().any(|letter| letter.is_whitespace())
}

/// What a state says of a field.
fn said(state: Option<&str>, field: &str) -> Option<Value> {
    let mut state: Map<String, Value> = serde_json::from_str(state?).ok()?;
    state.remove(field)
}

/// When one of these fields of a part was changed last; none where its history tells of no such change.
///
/// # Errors
/// The database's.
pub(in crate::framework) async fn last_of(
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    id: Uuid,
    fields: &[&str],
) -> Result<Option<DateTime<Utc>>> {
    let newest = of(municipality, id).order_by_desc(Column::Revision).order_by_desc(Column::Id);
    let is_of_one = |change: &framework_change::Model| {
        let (before, after) = (change.before.as_deref(), change.after.as_deref());
        fields.iter().any(|field| said(before, field) != said(after, field))
    };
    Ok(newest.all(db).await?.into_iter().find(is_of_one).map(|change| change.at))
}

fn of(municipality: MunicipalityId, id: Uuid) -> Select<Entity> {
    Entity::find().filter(Column::MunicipalityId.eq(municipality)).filter(Column::SubjectId.eq(id))
}

/// The change with this key, for those who may see the history it stands in.
///
/// # Errors
/// `NotFound`; the database's.
pub(in crate::framework) async fn find(ctx: &Ctx, id: FrameworkChangeId) -> Result<framework_change::Model> {
    let found = Entity::find_by_id(id).one(ctx.app().db()).await?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::FrameworkRead, Subject::Internal(found.municipality_id))?;
    Ok(found)
}

/// The state that can be set again, as JSON: the one that the change left, or the one that a deletion took away.
pub(in crate::framework) fn state(change: &framework_change::Model) -> Option<Value> {
    let json = if change.action == ChangeAction::Deleted { &change.before } else { &change.after };
    serde_json::from_str(json.as_deref()?).ok()
}

/// The key of the part that a change is of, as the API shows it.
pub(in crate::framework) fn subject(change: &framework_change::Model) -> String {
    let key = change.subject_id;
    match change.part {
        Part::Framework => FrameworkId(key).show(),
        Part::Section => FrameworkSectionId(key).show(),
        Part::Question => FrameworkQuestionId(key).show(),
        Part::RegisterRow => RegisterRowId(key).show(),
        Part::Plan => PlanId(key).show(),
        Part::Goal => GoalId(key).show(),
        Part::Activity => ActivityId(key).show(),
    }
}

/// The bare key of a part of a framework that the API has shown; none of anything else.
pub(in crate::framework) fn subject_key(text: &str) -> Option<Uuid> {
    FrameworkId::read(text)
        .map(|id| id.0)
        .or_else(|| FrameworkSectionId::read(text).map(|id| id.0))
        .or_else(|| FrameworkQuestionId::read(text).map(|id| id.0))
        .or_else(|| RegisterRowId::read(text).map(|id| id.0))
}

#[cfg(test)]
mod tests {
    use super::keeps;

    #[test]
    fn typing_on_keeps_what_was_said() {
        assert!(keeps("", "Kort") && keeps("Kort", "Kort og liste") && keeps("Kort liste", "Kort og liste"));
        assert!(keeps("Kort og liset her", "Kort og liste her"));
    }

    #[test]
    fn what_is_cleared_or_written_over_is_not_kept() {
        assert!(!keeps("Kort og liste", "") && !keeps("Kort og liste", "Kort og") && !keeps("Ja", "J"));
        assert!(!keeps("Kort og liste", "Noget helt andet end før"));
        assert!(!keeps(&"å".repeat(31), &"ø".repeat(31)));
    }
}
