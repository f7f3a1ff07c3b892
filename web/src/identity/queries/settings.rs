//! A municipality's settings.

use cynic::{Operation, QueryBuilder};

use crate::api::{UserError, schema};
use crate::directory::queries::municipality::{Slug, SlugFields};
use crate::mutation;

/// Asks for a municipality's settings.
pub(crate) fn of(slug: String) -> Operation<SettingsOf, Slug> {
    SettingsOf::build(Slug { slug })
}

/// The settings of a municipality.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct SettingsOf {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<SettingsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct SettingsMunicipality {
    /// Its settings.
    pub(crate) settings: MunicipalitySettings,
}

/// What a municipality has chosen.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct MunicipalitySettings {
    /// Its name.
    pub(crate) name: String,
    /// Its own site.
    pub(crate) website: Option<String>,
    /// Whether everybody needs a second factor.
    pub(crate) second_factor_required: bool,
    /// How often a service's entry is to be checked.
    pub(crate) check_interval_days: i32,
    /// Which version this is.
    pub(crate) revision: i32,
}

/// What a municipality chooses.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct MunicipalityUpdateInput {
    /// Its slug.
    pub(crate) municipality: String,
    /// The version that was changed.
    pub(crate) revision: i32,
    /// Its name.
    pub(crate) name: String,
    /// Its own site.
    pub(crate) website: Option<String>,
    /// Whether everybody needs a second factor.
    pub(crate) second_factor_required: bool,
    /// How often a service's entry is to be checked.
    pub(crate) check_interval_days: i32,
}

/// The settings as they are now, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct MunicipalityUpdatePayload {
    /// As they are now.
    pub(crate) settings: Option<MunicipalitySettings>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Changes a municipality's settings.
    municipality_update(MunicipalityUpdateInput) -> MunicipalityUpdatePayload
}
