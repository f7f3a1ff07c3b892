//! Saving themes, target groups and the municipality's own words.

use super::forms::{ConceptForm, FilledConcept, FilledTargetGroup, FilledTheme, TargetGroupForm, ThemeForm};
use crate::api::{UserError, schema};
use crate::mutation;

/// Theme: a new one.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ThemeCreateInput {
    /// Where.
    pub(crate) municipality: String,
    /// All of it.
    pub(crate) form: FilledTheme,
    /// A word on why.
    pub(crate) note: Option<String>,
}

mutation! {
    /// Makes one.
    theme_create(ThemeCreateInput) -> "ThemeCreatePayload"
}

/// Theme: a change.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ThemeUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of it.
    pub(crate) form: FilledTheme,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// Theme: what was wrong, with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ThemeUpdatePayload {
    /// What the other saved.
    pub(crate) current: Option<ThemeForm>,
    /// Its revision.
    pub(crate) current_revision: Option<i32>,
    /// Who it was.
    pub(crate) changed_by: Option<String>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Changes one.
    theme_update(ThemeUpdateInput) -> ThemeUpdatePayload
}

/// TargetGroup: a new one.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct TargetGroupCreateInput {
    /// Where.
    pub(crate) municipality: String,
    /// All of it.
    pub(crate) form: FilledTargetGroup,
    /// A word on why.
    pub(crate) note: Option<String>,
}

mutation! {
    /// Makes one.
    target_group_create(TargetGroupCreateInput) -> "TargetGroupCreatePayload"
}

/// TargetGroup: a change.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct TargetGroupUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of it.
    pub(crate) form: FilledTargetGroup,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// TargetGroup: what was wrong, with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct TargetGroupUpdatePayload {
    /// What the other saved.
    pub(crate) current: Option<TargetGroupForm>,
    /// Its revision.
    pub(crate) current_revision: Option<i32>,
    /// Who it was.
    pub(crate) changed_by: Option<String>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Changes one.
    target_group_update(TargetGroupUpdateInput) -> TargetGroupUpdatePayload
}

/// Concept: a new one.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ConceptCreateInput {
    /// Where.
    pub(crate) municipality: String,
    /// All of it.
    pub(crate) form: FilledConcept,
    /// A word on why.
    pub(crate) note: Option<String>,
}

mutation! {
    /// Makes one.
    concept_create(ConceptCreateInput) -> "ConceptCreatePayload"
}

/// Concept: a change.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct ConceptUpdateInput {
    /// Which.
    pub(crate) id: cynic::Id,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// All of it.
    pub(crate) form: FilledConcept,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// Concept: what was wrong, with the other's version where somebody else was faster.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ConceptUpdatePayload {
    /// What the other saved.
    pub(crate) current: Option<ConceptForm>,
    /// Its revision.
    pub(crate) current_revision: Option<i32>,
    /// Who it was.
    pub(crate) changed_by: Option<String>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Changes one.
    concept_update(ConceptUpdateInput) -> ConceptUpdatePayload
}
