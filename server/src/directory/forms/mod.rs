//! Forms: an entry of the directory as it is edited, whole. One struct per kind is what the API shows and takes, what
//! is checked, and what the history keeps as JSON.
//!
//! A form is text as somebody typed it; nothing is escaped on the way in. Pages escape on the way out.

mod contact;
mod organisation;
mod reach;
mod service;
mod taxonomy;

pub(crate) mod difference;

use entity::directory::values::EntryKind;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use contact::ContactForm;
pub use organisation::OrganisationForm;
pub use reach::{EmailForm, LinkForm, LocationForm, PhoneForm, ScheduleExceptionForm, ScheduleForm};
pub use service::{
    CapacityForm, CostOptionForm, KeyFigureForm, LegalBasisForm, ServiceContactForm, ServiceForm,
};
pub use taxonomy::{ConceptForm, TargetGroupForm, ThemeForm};

use super::Directory;
use crate::error::{Error, Refusal, Result};
use crate::forms::{Problems, Tidy, tidy_as_it_is};
use crate::ids::NodeId;

/// A form of any kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Of an organisation.
    Organisation(OrganisationForm),
    /// Of a contact.
    Contact(ContactForm),
    /// Of a service.
    Service(Box<ServiceForm>),
    /// Of a theme.
    Theme(ThemeForm),
    /// Of a target group.
    TargetGroup(TargetGroupForm),
    /// Of a concept.
    Concept(ConceptForm),
}

/// The same call for a form of whatever kind.
macro_rules! each_kind {
    ($of:expr, $form:ident => $call:expr) => {
        match $of {
            Form::Organisation($form) => $call,
            Form::Contact($form) => $call,
            Form::Service($form) => $call,
            Form::Theme($form) => $call,
            Form::TargetGroup($form) => $call,
            Form::Concept($form) => $call,
        }
    };
}

impl Form {
    /// The form of an entry, and the entry's revision; `None` where it is not there.
    pub(crate) fn of(directory: &Directory, id: NodeId) -> Option<(Self, i32)> {
        let form = match id {
            NodeId::Organisation(id) => {
                let at = directory.organisation(id)?;
                let revision = directory.organisations[at].row.revision;
                (Self::Organisation(OrganisationForm::of(directory, at)), revision)
            }
            NodeId::Contact(id) => {
                let at = directory.contact(id)?;
                (Self::Contact(ContactForm::of(directory, at)), directory.contacts[at].row.revision)
            }
            NodeId::Service(id) => {
                let at = directory.service(id)?;
                (Self::Service(ServiceForm::of(directory, at).into()), directory.services[at].row.revision)
            }
            NodeId::Theme(id) => {
                let row = &directory.themes[directory.theme(id)?].row;
                (Self::Theme(ThemeForm::of(row)), row.revision)
            }
            NodeId::TargetGroup(id) => {
                let row = &directory.target_groups[directory.target_group(id)?].row;
                (Self::TargetGroup(TargetGroupForm::of(row)), row.revision)
            }
            NodeId::Concept(id) => {
                let row = &directory.concepts[directory.concept(id)?];
                (Self::Concept(ConceptForm::of(row)), row.revision)
            }
            _ => return None,
        };
        Some(form)
    }

    /// Which kind of entry it is of.
    pub fn kind(&self) -> EntryKind {
        match self {
            Self::Organisation(_) => EntryKind::Organisation,
            Self::Contact(_) => EntryKind::Contact,
            Self::Service(_) => EntryKind::Service,
            Self::Theme(_) => EntryKind::Theme,
            Self::TargetGroup(_) => EntryKind::TargetGroup,
            Self::Concept(_) => EntryKind::Concept,
        }
    }

    /// What the entry is called.
    pub fn name(&self) -> &str {
        match self {
            Self::Concept(form) => &form.label,
            Self::Organisation(OrganisationForm { name, .. })
            | Self::Contact(ContactForm { name, .. })
            | Self::Theme(ThemeForm { name, .. })
            | Self::TargetGroup(TargetGroupForm { name, .. }) => name,
            Self::Service(form) => &form.name,
        }
    }

    /// The form without white space around its texts, without empty ones, and with numbers in one form.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        each_kind!(&mut self, form => form.tidy());
        self
    }

    /// Everything that is wrong with it, as the form of the entry `own` or of a new one.
    pub(crate) fn check(&self, directory: &Directory, own: Option<NodeId>) -> Vec<Refusal> {
        let mut problems = Problems::default();
        each_kind!(self, form => form.check(directory, own, &mut problems));
        problems.found()
    }

    /// As the history keeps it.
    pub fn to_json(&self) -> Value {
        let json = each_kind!(self, form => serde_json::to_value(form));
        json.unwrap_or_default()
    }

    /// What the history kept.
    ///
    /// # Errors
    /// `Data` where an older version kept something that this one can't read.
    pub fn from_json(kind: EntryKind, json: &str) -> Result<Self> {
        fn read<F: DeserializeOwned>(json: &str) -> Result<F> {
            serde_json::from_str(json)
                .map_err(|error| Error::Data { file: "directory_change".into(), message: error.to_string() })
        }
        Ok(match kind {
            EntryKind::Organisation => Self::Organisation(read(json)?),
            EntryKind::Contact => Self::Contact(read(json)?),
            EntryKind::Service => Self::Service(read(json)?),
            EntryKind::Theme => Self::Theme(read(json)?),
            EntryKind::TargetGroup => Self::TargetGroup(read(json)?),
            EntryKind::Concept => Self::Concept(read(json)?),
        })
    }
}

/// The key that an id holds, where it is of the kind wanted.
macro_rules! key {
    ($id:expr, $kind:ident) => {
        match crate::ids::NodeId::parse($id) {
            Some(crate::ids::NodeId::$kind(key)) => Some(key),
            _ => None,
        }
    };
}
pub(crate) use key;

impl Tidy for Option<LocationForm> {
    fn tidy(&mut self) {
        if let Some(location) = self {
            location.tidy();
        }
    }
}

tidy_as_it_is!(
    super::graphql::Access,
    super::graphql::ContactKind,
    super::graphql::PhoneType,
    super::graphql::Sector,
    super::graphql::ServiceStatus,
    super::graphql::Visibility,
    super::graphql::WeekRule,
    super::graphql::Weekday,
);
