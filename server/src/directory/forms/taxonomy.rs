//! Themes, target groups and the municipality's own words, as they are edited.

use entity::directory::{concept, target_group, theme};
use entity::strings::Strings;

use crate::directory::Directory;
use crate::directory::rules::reach;
use crate::error::RefusalCode;
use crate::forms::{NAME, Problems, forms};
use crate::ids::NodeId;

/// Longest key of a pictogram.
const ICON: usize = 40;

forms! {
    /// A theme as it is edited.
    ThemeForm as "ThemeFormInput" {
        /// Danish name.
        name: String,
        /// English name.
        name_en: String,
        /// Key of its pictogram.
        icon: String,
        /// One sentence about what stands here, in Danish.
        description: Option<String>,
    }

    /// A target group as it is edited.
    TargetGroupForm as "TargetGroupFormInput" {
        /// Danish name.
        name: String,
        /// English name.
        name_en: String,
    }

    /// A concept as it is edited: what people call something, and what it is called officially.
    ConceptForm as "ConceptFormInput" {
        /// What officials call it; unique in the municipality.
        label: String,
        /// More official words: searched for in the texts.
        official: Vec<String>,
        /// Words that people type.
        lay: Vec<String>,
    }
}

impl ThemeForm {
    /// The form of a theme.
    pub(crate) fn of(row: &theme::Model) -> Self {
        Self {
            name: row.name.clone(),
            name_en: row.name_en.clone(),
            icon: row.icon.clone(),
            description: row.description.clone(),
        }
    }

    pub(super) fn check(&self, _directory: &Directory, _own: Option<NodeId>, problems: &mut Problems) {
        problems.name("name", &self.name);
        problems.name("nameEn", &self.name_en);
        problems.required("icon", &self.icon, ICON);
        let icon_is_right = self.icon.is_empty() || reach::is_slug(&self.icon);
        problems.holds(icon_is_right, "icon", "The key of a pictogram has small letters and hyphens alone.");
        problems.text("description", self.description.as_deref());
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: theme::Model) -> theme::Model {
        theme::Model {
            name: self.name.clone(),
            name_en: self.name_en.clone(),
            icon: self.icon.clone(),
            description: self.description.clone(),
            ..row
        }
    }
}

impl TargetGroupForm {
    /// The form of a target group.
    pub(crate) fn of(row: &target_group::Model) -> Self {
        Self { name: row.name.clone(), name_en: row.name_en.clone() }
    }

    pub(super) fn check(&self, _directory: &Directory, _own: Option<NodeId>, problems: &mut Problems) {
        problems.name("name", &self.name);
        problems.name("nameEn", &self.name_en);
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: target_group::Model) -> target_group::Model {
        target_group::Model { name: self.name.clone(), name_en: self.name_en.clone(), ..row }
    }
}

impl ConceptForm {
    /// The form of a concept.
    pub(crate) fn of(row: &concept::Model) -> Self {
        Self { label: row.label.clone(), official: row.official.0.clone(), lay: row.lay.0.clone() }
    }

    pub(super) fn check(&self, directory: &Directory, own: Option<NodeId>, problems: &mut Problems) {
        problems.required("label", &self.label, NAME);
        let is_taken = directory.concepts.iter().any(|concept| {
            concept.label.to_lowercase() == self.label.to_lowercase()
                && Some(NodeId::Concept(concept.id)) != own
        });
        if is_taken {
            problems.refuse(RefusalCode::Taken, "label", "There is a concept of this name already.");
        }
        problems.names("official", &self.official);
        problems.names("lay", &self.lay);
        if self.lay.is_empty() && self.official.is_empty() {
            problems.refuse(
                RefusalCode::Required,
                "lay",
                "A concept needs at least one word that people use.",
            );
        }
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: concept::Model) -> concept::Model {
        concept::Model {
            label: self.label.clone(),
            official: Strings(self.official.clone()),
            lay: Strings(self.lay.clone()),
            ..row
        }
    }
}
