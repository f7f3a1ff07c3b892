//! What a person can do with plans. One function each: authorise, begin, hold, hold against the rules, write, tell, commit.

mod activities;
mod done;
mod goals;
mod plans;
mod reading;

use std::sync::Arc;

use chrono::NaiveDate;
use entity::directory::values::ChangeAction;
use entity::framework::values::Part;
use entity::ids::{MunicipalityId, PlanId};
use sea_orm::ConnectionTrait;
use serde_json::Value;
use uuid::Uuid;

pub use activities::{
    create as create_activity, delete as delete_activity, latest as latest_activity,
    move_to as move_activity, report as report_activity, update as update_activity,
};
pub use done::done;
pub use goals::{
    create as create_goal, delete as delete_goal, latest as latest_goal, move_to as move_goal,
    update as update_goal,
};
pub use plans::{create as create_plan, delete as delete_plan, latest as latest_plan, update as update_plan};
pub(crate) use reading::{find, list, to_report};

use super::whole::{Plans, Wanted};
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::upkeep::rules;
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::framework::history::{self, Happening};

/// Something that has been changed, in its plan as it is now.
pub struct Changed<Id> {
    pub(crate) plans: Arc<Plans>,
    pub(crate) id: Id,
}

impl<Id> Changed<Id> {
    async fn of(ctx: &Ctx, here: MunicipalityId, plan: PlanId, id: Id) -> Result<Self> {
        let directory = directory(ctx, here)?;
        let wanted = Wanted { one: Some(plan), public_alone: false };
        let plans = Plans::read(ctx.app().db(), directory, wanted, may_know_people(ctx, here)).await?;
        Ok(Self { plans: Arc::new(plans), id })
    }
}

/// The day it is.
pub(crate) fn today(ctx: &Ctx) -> NaiveDate {
    rules::today(ctx.now())
}

/// Whether whoever asks may know the names of people here.
fn may_know_people(ctx: &Ctx, here: MunicipalityId) -> bool {
    ctx.may(Action::PlanRead, Subject::Internal(here))
}

fn directory(ctx: &Ctx, here: MunicipalityId) -> Result<Arc<Directory>> {
    ctx.app().directories().by_id(here).ok_or(Error::NotFound)
}

fn authorize(ctx: &Ctx, here: MunicipalityId) -> Result<()> {
    ctx.authorize(Action::PlanWrite, Subject::Internal(here))
}

/// A part of a plan to which something was done.
struct Doing<'d> {
    plan: PlanId,
    part: Part,
    id: Uuid,
    /// The key as the API shows it.
    subject: String,
    name: &'d str,
    action: ChangeAction,
    revision: i32,
    before: Option<Value>,
    after: Option<Value>,
}

impl Doing<'_> {
    /// Notes it in history and log. Last in the transaction.
    async fn tell(
        self,
        ctx: &Ctx,
        tx: &impl ConnectionTrait,
        here: MunicipalityId,
        action: Action,
    ) -> Result<()> {
        let told = Told { detail: None, before: self.before.clone(), after: self.after.clone() };
        let happening = Happening {
            part: self.part,
            id: self.id,
            name: self.name,
            action: self.action,
            revision: self.revision,
            before: self.before,
            after: self.after,
        };
        history::record_in_plan(ctx, tx, here, self.plan, happening).await?;
        audit::record(ctx, tx, Some(here), action, self.subject, told).await
    }
}

fn is_current(held: i32, revision: i32) -> Result<()> {
    if held == revision { Ok(()) } else { Err(Error::Stale) }
}

/// Refuses one more where there are so many already.
fn has_room(count: usize, most: usize, of: &str) -> Result<()> {
    if count < most {
        return Ok(());
    }
    Err(Refusal::new(RefusalCode::TooLong, "", format!("At most {most} {of}.")).into())
}

/// The place in a list of so many.
fn place(position: i32, count: usize) -> Result<i32> {
    if usize::try_from(position).is_ok_and(|place| place < count) {
        return Ok(position);
    }
    let message = format!("There are {count} of them; the first place is 0.");
    Err(Refusal::new(RefusalCode::Invalid, "position", message).into())
}

fn last(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn position(position: i32) -> Option<Value> {
    Some(serde_json::json!({ "position": position }))
}
