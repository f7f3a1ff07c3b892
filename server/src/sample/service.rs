//! Loads the sample municipalities: each in one transaction, with its audit entry.

use std::fmt;

use entity::identity::municipality;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Sample, read, store};
use crate::access::{Action, Subject};
use crate::audit;
use crate::ctx::Ctx;
use crate::db;
use crate::directory::freshness;
use crate::error::Result;
use crate::ids::NodeId;

/// What became of one sample.
pub struct Outcome {
    name: String,
    services: usize,
    loaded: bool,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, services, loaded } = self;
        if *loaded {
            write!(f, "{name}: {services} services loaded.")
        } else {
            write!(f, "{name}: there already.")
        }
    }
}

/// Loads every sample that is not there yet; with `replace` also those that are, losing what was changed in them.
///
/// # Errors
/// A sample file that can't be read; the database's. A sample is loaded whole or not at all.
pub async fn load_all(ctx: &Ctx, replace: bool) -> Result<Vec<Outcome>> {
    ctx.authorize(Action::SampleLoad, Subject::Installation)?;
    let mut outcomes = Vec::new();
    for sample in read::shipped()? {
        outcomes.push(load(ctx, &sample, replace).await?);
    }
    Ok(outcomes)
}

/// Loads one sample.
///
/// # Errors
/// As [`load_all`].
pub async fn load(ctx: &Ctx, sample: &Sample, replace: bool) -> Result<Outcome> {
    ctx.authorize(Action::SampleLoad, Subject::Installation)?;
    let outcome =
        |loaded| Outcome { name: sample.municipality.name.clone(), services: sample.services.len(), loaded };
    let tx = db::begin(ctx.app().db()).await?;
    let same = municipality::Entity::find().filter(municipality::Column::Slug.eq(&sample.municipality.slug));
    let mut revision = 1;
    if let Some(there) = same.one(&tx).await? {
        if !replace {
            return Ok(outcome(false));
        }
        // What hangs on it goes with it; the revision goes on, so that every reader notices.
        revision = there.directory_revision + 1;
        store::delete(&tx, there.id).await?;
    }
    let id = store::insert(ctx, &tx, sample, revision).await?;
    let detail = format!("{} organisations, {} services", sample.organisations.len(), sample.services.len());
    let told = audit::Told::words(detail);
    audit::record(ctx, &tx, Some(id), Action::SampleLoad, NodeId::Municipality(id), told).await?;
    freshness::announce(&tx, id).await?;
    tx.commit().await?;
    Ok(outcome(true))
}
