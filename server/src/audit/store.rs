//! The audit log in the database, for reading. Nothing here changes it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::audit::audit_entry::{Column, Entity, Model};
use entity::identity::person;
use entity::ids::{AuditEntryId, MunicipalityId, PersonId};
use sea_orm::sea_query::{Expr, Func, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use crate::error::Result;

/// Which entries are asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Those of one of these actions; all where it is none.
    pub actions: Option<Vec<String>>,
    /// Those of this person's doing.
    pub person: Option<PersonId>,
    /// Those about this thing, an opaque id.
    pub subject: Option<String>,
    /// Those from this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Those before this moment.
    pub until: Option<DateTime<Utc>>,
}

fn matching(municipality: Option<MunicipalityId>, filter: &Filter) -> Select<Entity> {
    let of =
        municipality.map_or_else(|| Column::MunicipalityId.is_null(), |id| Column::MunicipalityId.eq(id));
    let mut all = Condition::all().add(of);
    if let Some(actions) = &filter.actions {
        all = all.add(Column::Action.is_in(actions));
    }
    if let Some(person) = filter.person {
        all = all.add(Column::PersonId.eq(person));
    }
    if let Some(subject) = &filter.subject {
        all = all.add(Column::Subject.eq(subject));
    }
    if let Some(from) = filter.from {
        all = all.add(Column::At.gte(from));
    }
    if let Some(until) = filter.until {
        all = all.add(Column::At.lt(until));
    }
    Entity::find().filter(all)
}

/// The place in the chain; entries from before there was one stand before it.
fn place() -> SimpleExpr {
    Func::coalesce([Expr::col(Column::Sequence), Expr::value(0_i64)]).into()
}

/// At most `limit` entries before the one with this key, the newest first; without a municipality, those of none.
pub(super) async fn list(
    db: &impl ConnectionTrait,
    municipality: Option<MunicipalityId>,
    filter: &Filter,
    limit: u64,
    before: Option<AuditEntryId>,
) -> Result<Vec<Model>> {
    let mut newest = matching(municipality, filter);
    if let Some(before) = before {
        let same = Query::select().expr(place()).from(Entity).and_where(Column::Id.eq(before)).to_owned();
        let same = || SimpleExpr::SubQuery(None, Box::new(same.clone().into()));
        let earlier = Condition::any()
            .add(place().lt(same()))
            .add(Condition::all().add(place().eq(same())).add(Column::Id.lt(before)));
        newest = newest.filter(earlier);
    }
    let ordered = newest.order_by(place(), sea_orm::Order::Desc).order_by_desc(Column::Id);
    Ok(ordered.limit(limit).all(db).await?)
}

pub(super) async fn count(
    db: &impl ConnectionTrait,
    municipality: Option<MunicipalityId>,
    filter: &Filter,
) -> Result<u64> {
    Ok(matching(municipality, filter).count(db).await?)
}

/// The names of these people.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let named = person::Entity::find()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(people));
    Ok(named.into_tuple::<(PersonId, String)>().all(db).await?.into_iter().collect())
}
