//! Writes the rows of a sample, and removes a municipality with all that belongs to it.

use entity::identity::municipality;
use entity::ids::MunicipalityId;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};

use super::Sample;
use super::rows::Rows;
use crate::ctx::Ctx;
use crate::db::insert_all;
use crate::error::Result;

/// Removes a municipality with everything that belongs to it.
pub(super) async fn delete(db: &impl ConnectionTrait, id: MunicipalityId) -> Result<()> {
    municipality::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Inserts a sample; returns the key of its municipality.
pub(super) async fn insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    sample: &Sample,
    revision: i64,
) -> Result<MunicipalityId> {
    let rows = Rows::of(ctx, sample, revision)?;
    let id = rows.municipality.id;
    municipality::Entity::insert(rows.municipality.into_active_model()).exec_without_returning(db).await?;
    macro_rules! insert_lists {
        ($($list:ident),+ $(,)?) => {$( insert_all(db, rows.$list).await?; )+};
    }
    // Parents before what refers to them.
    insert_lists!(
        themes,
        target_groups,
        organisations,
        contacts,
        editions,
        services,
        service_themes,
        service_target_groups,
        service_contacts,
        locations,
        service_locations,
        phones,
        emails,
        links,
        schedules,
        schedule_exceptions,
        legal_bases,
        capacities,
        cost_options,
        key_figures,
    );
    insert_all(db, rows.plans.plans).await?;
    insert_all(db, rows.plans.goals).await?;
    insert_all(db, rows.plans.activities).await?;
    Ok(id)
}
