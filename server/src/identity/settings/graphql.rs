//! Municipalities' settings in GraphQL.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::service::{self, NewMunicipality, Settings};
use crate::error::Result;
use crate::graphql::municipality::Municipality;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::identity::people::service::find_municipality;

/// What a municipality sets for itself.
#[derive(Clone, SimpleObject)]
pub struct MunicipalitySettings {
    /// Full name.
    name: String,
    /// Its own web site.
    website: Option<String>,
    /// Whether every role needs a second factor, not only those that see much.
    second_factor_required: bool,
    /// Days after which a service's entry is to be checked again.
    check_interval_days: i32,
    /// Counts up with every change; send it along with the next.
    revision: i32,
}

impl From<(Settings, i32)> for MunicipalitySettings {
    fn from((settings, revision): (Settings, i32)) -> Self {
        let Settings { name, website, second_factor_required, check_interval_days } = settings;
        Self { name, website, second_factor_required, check_interval_days, revision }
    }
}

/// New settings for a municipality.
#[derive(InputObject)]
pub struct MunicipalityUpdateInput {
    /// Its slug.
    municipality: String,
    /// The revision that was changed.
    revision: i32,
    /// Full name.
    name: String,
    /// Its own web site; null for none.
    website: Option<String>,
    /// Whether every role needs a second factor.
    second_factor_required: bool,
    /// Days after which a service's entry is to be checked again, 7 to 1096.
    check_interval_days: i32,
}

/// What came of changing settings.
#[derive(SimpleObject)]
pub struct MunicipalityUpdatePayload {
    /// The settings as they are now; null where something was wrong.
    settings: Option<MunicipalitySettings>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

/// A new municipality.
#[derive(InputObject)]
pub struct MunicipalityCreateInput {
    /// First part of its paths: letters a to z, digits, hyphens.
    slug: String,
    /// The three-digit municipality code of the CPR register.
    code: String,
    /// Full name.
    name: String,
    /// Its own web site; null for none.
    website: Option<String>,
}

/// What came of making a municipality.
#[derive(SimpleObject)]
pub struct MunicipalityCreatePayload {
    /// The municipality; null where something was wrong.
    municipality: Option<Municipality>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

/// Municipalities and their settings.
#[derive(Default)]
pub struct SettingsMutation;

/// Municipalities and their settings.
#[Object]
impl SettingsMutation {
    /// Changes a municipality's settings.
    async fn municipality_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The new settings.")] input: MunicipalityUpdateInput,
    ) -> Result<MunicipalityUpdatePayload> {
        let (settings, user_errors) = answered(update(request(context), input).await)?;
        Ok(MunicipalityUpdatePayload { settings, user_errors })
    }

    /// Makes a municipality with an empty directory.
    async fn municipality_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The municipality.")] input: MunicipalityCreateInput,
    ) -> Result<MunicipalityCreatePayload> {
        let MunicipalityCreateInput { slug, code, name, website } = input;
        let made = service::create(request(context), NewMunicipality { slug, code, name, website }).await;
        let (municipality, user_errors) = answered(made.map(Municipality))?;
        Ok(MunicipalityCreatePayload { municipality, user_errors })
    }
}

async fn update(ctx: &crate::ctx::Ctx, input: MunicipalityUpdateInput) -> Result<MunicipalitySettings> {
    let id = find_municipality(ctx, &input.municipality)?.municipality.id;
    let MunicipalityUpdateInput {
        revision, name, website, second_factor_required, check_interval_days, ..
    } = input;
    let typed = Settings { name, website, second_factor_required, check_interval_days };
    service::update(ctx, id, revision, typed).await?;
    Ok(service::read(ctx, id).await?.into())
}
