//! What happened to the parts of a framework or plan: who changed what when, with the part before and after.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use entity::directory::values::ChangeAction;
use entity::framework::framework_change::{self, Column, Entity};
use entity::framework::values::Part;
use entity::identity::person;
use entity::ids::{
    ActivityId, FrameworkChangeId, FrameworkId, FrameworkQuestionId, FrameworkSectionId, GoalId,
    MunicipalityId, PersonId, PlanId, RegisterRowId,
};
use entity::plan::plan;
use sea_orm::sea_query::Query;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::framework::registers::reading::as_read;
use crate::graphql::slice::Slice;
use crate::ids::{self, Opaque};

/// How long what one person types into one answer is one change: an answer is saved while it is typed.
const SITTING: TimeDelta = TimeDelta::minutes(10);
/// The field that is saved so.
const TYPED: &str = "answer";
/// What a framework consists of. Plans have a history of their own each, as long as they are there.
const OF_FRAMEWORK: [Part; 4] = [Part::Framework, Part::Section, Part::Question, Part::RegisterRow];
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

/// A change with the name of whoever made it.
#[derive(Clone)]
pub(in crate::framework) struct Told {
    /// The change.
    pub change: Arc<framework_change::Model>,
    /// A person's name, or the name of a command.
    pub actor: String,
    /// The names of people that stand in what it said before and after, by key.
    people: Arc<HashMap<PersonId, String>>,
}

impl Told {
    /// The part before and after, as a person reads it; none where it was not there, or is gone.
    pub fn sides(&self) -> [Option<Value>; 2] {
        let read = |json: &Option<String>| {
            let state: Value = serde_json::from_str(json.as_deref()?).ok()?;
            Some(with_names(as_read(&state), &self.people))
        };
        [read(&self.change.before), read(&self.change.after)]
    }
}

/// Which changes of a municipality.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Of {
    /// All those of its framework, and of plans that are gone: their history stands nowhere else.
    All,
    /// Those of a part of it.
    Part(Uuid),
    /// Those of a plan, its goals and its activities; also of those that are gone.
    Plan(PlanId),
}

/// A page of a municipality's changes, the newest first. `known`: who needs not be asked for by name. One statement, or
/// two where somebody is named who is not known.
///
/// # Errors
/// What the policy says; the database's.
pub(in crate::framework) async fn list(
    ctx: &Ctx,
    municipality: MunicipalityId,
    of: Of,
    size: u64,
    after: Option<FrameworkChangeId>,
    known: impl Fn(PersonId) -> Option<String>,
) -> Result<Slice<Told>> {
    let mut found = select(ctx, municipality, of)?.order_by_desc(Column::Id).limit(size + 1);
    if let Some(after) = after {
        found = found.filter(Column::Id.lt(after));
    }
    let rows = found.all(ctx.app().db()).await?;
    let mut named: HashSet<PersonId> = rows.iter().filter_map(|row| row.person_id).collect();
    let states = rows.iter().flat_map(|row| [&row.before, &row.after]).flatten();
    for state in states.filter_map(|json| serde_json::from_str(json).ok()) {
        note_people(&state, &mut named);
    }
    let (mut people, mut unknown) = (HashMap::new(), Vec::new());
    for id in named {
        match known(id) {
            Some(name) => drop(people.insert(id, name)),
            None => unknown.push(id),
        }
    }
    people.extend(names(ctx, unknown).await?);
    let people = Arc::new(people);
    let told = |change: framework_change::Model| {
        let actor = actor_name(&change, &people);
        Told { change: Arc::new(change), actor, people: people.clone() }
    };
    Ok(Slice::of(rows, size, after.is_some()).map(told))
}

/// How many there are on all pages.
///
/// # Errors
/// What the policy says; the database's.
pub(in crate::framework) async fn count(ctx: &Ctx, municipality: MunicipalityId, of: Of) -> Result<u64> {
    Ok(select(ctx, municipality, of)?.count(ctx.app().db()).await?)
}

fn select(ctx: &Ctx, municipality: MunicipalityId, of: Of) -> Result<Select<Entity>> {
    ctx.authorize(Action::FrameworkRead, Subject::Internal(municipality))?;
    let all = Entity::find().filter(Column::MunicipalityId.eq(municipality));
    Ok(match of {
        Of::All => {
            let plans = Query::select().column(plan::Column::Id).from(plan::Entity).to_owned();
            let is_nowhere_else =
                Condition::any().add(Column::PlanId.is_null()).add(Column::PlanId.not_in_subquery(plans));
            all.filter(is_nowhere_else.add(Column::Part.is_in(OF_FRAMEWORK)))
        }
        Of::Part(id) => all.filter(Column::SubjectId.eq(id)),
        Of::Plan(id) => all.filter(Column::PlanId.eq(id)),
    })
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

/// The names of these people, by key.
async fn names(ctx: &Ctx, people: Vec<PersonId>) -> Result<HashMap<PersonId, String>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let found = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(people));
    let rows: Vec<(PersonId, String)> = found.into_tuple().all(ctx.app().db()).await?;
    Ok(rows.into_iter().collect())
}

/// The fields that name a person by key.
const PEOPLE: [&str; 2] = ["assigneeId", "responsiblePersonId"];

/// Notes whom a state names by key: to whom something is given, who is responsible.
fn note_people(state: &Value, named: &mut HashSet<PersonId>) {
    match state {
        Value::Array(items) => items.iter().for_each(|item| note_people(item, named)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field.as_str().filter(|_| PEOPLE.contains(&name.as_str())) {
                    Some(key) => named.extend(PersonId::read(key)),
                    None => note_people(field, named),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A state in which people are told by name.
fn with_names(state: Value, people: &HashMap<PersonId, String>) -> Value {
    let named = |name: &str, field: Value| match field {
        Value::String(key) if PEOPLE.contains(&name) => {
            let person = PersonId::read(&key).and_then(|id| people.get(&id)).cloned();
            Value::String(person.unwrap_or(key))
        }
        other => with_names(other, people),
    };
    match state {
        Value::Array(items) => items.into_iter().map(|item| with_names(item, people)).collect(),
        Value::Object(fields) => {
            let named = |(name, field): (String, Value)| {
                let field = named(&name, field);
                (name, field)
            };
            fields.into_iter().map(named).collect()
        }
        other => other,
    }
}

fn actor_name(change: &framework_change::Model, names: &HashMap<PersonId, String>) -> String {
    let name = change.person_id.and_then(|id| names.get(&id)).cloned();
    let command = || change.actor.strip_prefix("command:").map(|name| format!("tovholder {name}"));
    name.or_else(command).unwrap_or_else(|| change.actor.clone())
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
