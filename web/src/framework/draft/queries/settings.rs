//! How the framework is approved and updated.

use cynic::{Operation, QueryBuilder};

use super::overview::NewestEdition;
use crate::api::{UserError, schema};
use crate::directory::queries::municipality::{Slug, SlugFields};
use crate::editing::queries::forms::Visibility;
use crate::format::date::Date;
use crate::mutation;

/// Asks for the settings.
pub(crate) fn of(slug: String) -> Operation<SettingsOf, Slug> {
    SettingsOf::build(Slug { slug })
}

/// The answer.
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
    /// The settings of its framework.
    pub(crate) framework: Option<FrameworkSettings>,
    /// The newest edition.
    pub(crate) framework_edition: Option<NewestEdition>,
}

/// How the framework is approved and updated.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Framework")]
pub(crate) struct FrameworkSettings {
    /// Counts its changes.
    pub(crate) revision: i32,
    /// How many must approve.
    pub(crate) approvals_needed: i32,
    /// How many can.
    pub(crate) steering_members: i32,
    /// Months from one edition to the next.
    pub(crate) interval_months: i32,
    /// Who may read its editions.
    pub(crate) visibility: Visibility,
    /// When it is to be approved again.
    pub(crate) due_on: Option<Date>,
    /// Who is to update it by then.
    pub(crate) next_update_by: Option<String>,
}

/// What is chosen.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkSettingsUpdateInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The revision that was changed.
    pub(crate) revision: i32,
    /// How many must approve.
    pub(crate) approvals_needed: i32,
    /// Months from one edition to the next.
    pub(crate) interval_months: i32,
    /// Who may read its editions.
    pub(crate) visibility: Visibility,
    /// When it is to be approved again.
    pub(crate) due_on: Option<Date>,
    /// Who is to update it by then.
    pub(crate) next_update_by: Option<String>,
}

/// The settings as they are now, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkSettingsUpdatePayload {
    /// As they are now.
    pub(crate) framework: Option<FrameworkSettings>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Changes how the framework is approved and updated.
    framework_settings_update(FrameworkSettingsUpdateInput) -> FrameworkSettingsUpdatePayload
}
