//! Making a municipality.

use crate::api::{UserError, schema};
use crate::mutation;

/// A new municipality.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct MunicipalityCreateInput {
    /// First part of its paths.
    pub(crate) slug: String,
    /// Its number.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: String,
    /// Its own site.
    pub(crate) website: Option<String>,
}

/// What was made.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct MadeMunicipality {
    /// Its slug.
    pub(crate) slug: String,
}

/// What was made, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct MunicipalityCreatePayload {
    /// The municipality.
    pub(crate) municipality: Option<MadeMunicipality>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Makes a municipality with an empty directory.
    municipality_create(MunicipalityCreateInput) -> MunicipalityCreatePayload
}
