//! What can be done with a municipality itself.

use std::sync::Arc;

use entity::identity::municipality;
use entity::ids::MunicipalityId;
use serde::Serialize;
use serde_json::json;

use super::{rules, store};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::{Directory, freshness};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::NodeId;
use crate::{audit, db};

/// Days after which an entry is to be checked again, until a municipality says otherwise.
const CHECK_INTERVAL_DAYS: i32 = 180;

/// What a municipality sets for itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Full name.
    pub name: String,
    /// Its own web site.
    pub website: Option<String>,
    /// Whether every role needs a second factor.
    pub second_factor_required: bool,
    /// Days after which a service's entry is to be checked again.
    pub check_interval_days: i32,
}

impl From<&municipality::Model> for Settings {
    fn from(row: &municipality::Model) -> Self {
        Self {
            name: row.name.clone(),
            website: row.website.clone(),
            second_factor_required: row.second_factor_required,
            check_interval_days: row.check_interval_days,
        }
    }
}

/// A municipality to be made.
#[derive(Clone, Debug)]
pub struct NewMunicipality {
    /// First part of its paths.
    pub slug: String,
    /// The three-digit code of the CPR register.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Its own web site.
    pub website: Option<String>,
}

/// A municipality's settings, with their revision.
///
/// # Errors
/// What the policy says; the database's.
pub async fn read(ctx: &Ctx, municipality: MunicipalityId) -> Result<(Settings, i32)> {
    ctx.authorize(Action::SettingsChange, Subject::Municipality(municipality))?;
    let row = store::load(ctx.app().db(), municipality).await?.ok_or(Error::NotFound)?;
    Ok((Settings::from(&row), row.revision))
}

/// Changes a municipality's settings.
///
/// # Errors
/// What the policy says; what can't be used of what was typed; `Stale`; the database's.
pub async fn update(ctx: &Ctx, id: MunicipalityId, revision: i32, typed: Settings) -> Result<()> {
    ctx.authorize(Action::SettingsChange, Subject::Municipality(id))?;
    let settings = checked(typed)?;
    let tx = db::begin(ctx.app().db()).await?;
    let before = store::hold(&tx, id).await?.ok_or(Error::NotFound)?;
    if !store::update(ctx, &tx, id, revision, &settings).await? {
        return Err(Error::Stale);
    }
    freshness::announce(&tx, id).await?;
    let told = audit::Told {
        detail: None,
        before: Some(json!(Settings::from(&before))),
        after: Some(json!(settings)),
    };
    audit::record(ctx, &tx, Some(id), Action::SettingsChange, NodeId::Municipality(id), told).await?;
    tx.commit().await?;
    ctx.app().directories().refresh(ctx.app().db()).await
}

/// Makes a municipality with an empty directory.
///
/// # Errors
/// What the policy says; what can't be used of what was typed; the database's.
pub async fn create(ctx: &Ctx, typed: NewMunicipality) -> Result<Arc<Directory>> {
    ctx.authorize(Action::MunicipalityCreate, Subject::Installation)?;
    let mut refusals = Vec::new();
    let mut keep = |refusal: Refusal| refusals.push(refusal);
    let slug = rules::slug(&typed.slug).map_err(&mut keep).unwrap_or_default();
    let code = rules::code(&typed.code).map_err(&mut keep).unwrap_or_default();
    let name = rules::name(&typed.name).map_err(&mut keep).unwrap_or_default();
    let website = rules::website(typed.website.as_deref()).map_err(&mut keep).unwrap_or_default();
    if !refusals.is_empty() {
        return Err(Error::Refused(refusals));
    }
    let id = MunicipalityId(ctx.new_key());
    let after = json!({ "slug": slug, "code": code, "name": name, "website": website });
    let row = municipality::Model {
        id,
        slug,
        code,
        name,
        website,
        directory_revision: 1,
        second_factor_required: false,
        check_interval_days: CHECK_INTERVAL_DAYS,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let code = row.code.clone();
    let tx = db::begin(ctx.app().db()).await?;
    if !store::insert(&tx, row).await? {
        let (field, message) = if store::has_code(&tx, &code).await? {
            ("code", "There is a municipality with this code already.")
        } else {
            ("slug", "There is a municipality with this slug already.")
        };
        return Err(Refusal::new(RefusalCode::Taken, field, message).into());
    }
    freshness::announce(&tx, id).await?;
    let told = audit::Told { after: Some(after), ..audit::Told::default() };
    audit::record(ctx, &tx, Some(id), Action::MunicipalityCreate, NodeId::Municipality(id), told).await?;
    tx.commit().await?;
    ctx.app().directories().refresh(ctx.app().db()).await?;
    ctx.app().directories().by_id(id).ok_or(Error::NotFound)
}

fn checked(typed: Settings) -> Result<Settings> {
    let mut refusals = Vec::new();
    let mut keep = |refusal: Refusal| refusals.push(refusal);
    let settings = Settings {
        name: rules::name(&typed.name).map_err(&mut keep).unwrap_or_default(),
        website: rules::website(typed.website.as_deref()).map_err(&mut keep).unwrap_or_default(),
        second_factor_required: typed.second_factor_required,
        check_interval_days: rules::check_interval(typed.check_interval_days)
            .map_err(&mut keep)
            .unwrap_or_default(),
    };
    if refusals.is_empty() { Ok(settings) } else { Err(Error::Refused(refusals)) }
}
