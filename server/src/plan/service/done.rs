//! What has been done, for the framework's next edition.

use std::collections::HashSet;

use entity::ids::MunicipalityId;
use entity::plan::values::ActivityStatus;
use sea_orm::ConnectionTrait;

use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::catalogue::Language;
use crate::error::Result;
use crate::framework::content::DoneActivity;
use crate::ids::Opaque;
use crate::plan::whole::{self, Wanted};

/// The activities that are done, plan by plan in order, each with its key; without those that have been told of. By key,
/// not by day: what is done while the steering group decides, and what is reported late, stands in the next edition.
/// Only those of plans that are for everybody: an edition may be too, and what stands in it stays. Goals are named in
/// Danish where the model's words stand; of those responsible, organisations alone. Three statements.
///
/// # Errors
/// What the policy says; the database's.
pub async fn done(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    municipality: MunicipalityId,
    told: &[String],
) -> Result<Vec<(String, DoneActivity)>> {
    ctx.authorize(Action::FrameworkRead, Subject::Internal(municipality))?;
    // A sample that is being loaded stands in no directory yet.
    let directory = ctx.app().directories().by_id(municipality);
    let told: HashSet<&str> = told.iter().map(String::as_str).collect();
    let plans = whole::read(db, municipality, Wanted { public_alone: true, one: None }).await?;
    let mut done = Vec::new();
    for goal in plans.iter().flat_map(|plan| &plan.goals) {
        for row in goal.activities.iter().filter(|row| row.status == ActivityStatus::Done) {
            let key = row.id.show();
            if told.contains(key.as_str()) {
                continue;
            }
            let responsible = directory.as_deref().and_then(|directory| whole::organisation(directory, row));
            let activity = DoneActivity {
                goal: whole::title(&goal.row, Language::Danish).to_owned(),
                title: row.title.clone(),
                done_on: row.done_on,
                responsible: responsible.map(str::to_owned),
            };
            done.push((key, activity));
        }
    }
    Ok(done)
}
