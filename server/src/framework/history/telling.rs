//! Telling what happened, a page at a time: by whom, and with people by name.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use entity::framework::framework_change::{self, Column, Entity};
use entity::framework::values::Part;
use entity::identity::person;
use entity::ids::{FrameworkChangeId, MunicipalityId, PersonId, PlanId};
use entity::plan::plan;
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde_json::Value;
use uuid::Uuid;

use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::framework::registers::reading::as_read;
use crate::graphql::slice::Slice;
use crate::ids::Opaque;

/// What a framework consists of. Plans have a history of their own each, as long as they are there.
const OF_FRAMEWORK: [Part; 4] = [Part::Framework, Part::Section, Part::Question, Part::RegisterRow];

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
