//! A contact as it is edited.

use async_graphql::ID;
use entity::directory::contact;

use super::{EmailForm, PhoneForm, ScheduleForm, key};
use crate::directory::Directory;
use crate::directory::graphql::{ContactKind, Visibility};
use crate::forms::{Problems, forms};
use crate::ids::NodeId;

forms! {
    /// A contact as it is edited.
    ContactForm as "ContactFormInput" {
        /// Where the contact works.
        organisation_id: ID,
        /// A person or a function.
        kind: ContactKind,
        /// Name of the person or the function.
        name: String,
        /// Job title.
        title: Option<String>,
        /// Part of the organisation, in words.
        department: Option<String>,
        /// Who may see it.
        visibility: Visibility,
        /// Its numbers.
        phones: Vec<PhoneForm>,
        /// Its mail addresses.
        emails: Vec<EmailForm>,
        /// When it can be reached.
        schedules: Vec<ScheduleForm>,
        /// Where the entry is uncertain.
        source_note: Option<String>,
    }
}

impl ContactForm {
    /// The form of the contact at this place.
    pub(crate) fn of(directory: &Directory, at: usize) -> Self {
        let entry = &directory.contacts[at];
        let row = &entry.row;
        Self {
            organisation_id: NodeId::Organisation(row.organisation_id).to_string().into(),
            kind: row.kind.into(),
            name: row.name.clone(),
            title: row.title.clone(),
            department: row.department.clone(),
            visibility: row.visibility.into(),
            phones: PhoneForm::of(&entry.reach.phones),
            emails: EmailForm::of(&entry.reach.emails),
            schedules: ScheduleForm::of(&entry.reach.schedules),
            source_note: row.source_note.clone(),
        }
    }

    pub(super) fn check(&self, directory: &Directory, _own: Option<NodeId>, problems: &mut Problems) {
        let organisation = key!(&self.organisation_id, Organisation);
        let is_there = organisation.is_some_and(|id| directory.organisation(id).is_some());
        problems.reference("organisationId", is_there);
        problems.name("name", &self.name);
        problems.words("title", self.title.as_deref());
        problems.words("department", self.department.as_deref());
        problems.each("phones", &self.phones, PhoneForm::check);
        problems.each("emails", &self.emails, EmailForm::check);
        ScheduleForm::check_all(&self.schedules, problems);
        problems.text("sourceNote", self.source_note.as_deref());
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: contact::Model) -> contact::Model {
        contact::Model {
            organisation_id: key!(&self.organisation_id, Organisation).unwrap_or(row.organisation_id),
            kind: self.kind.into(),
            name: self.name.clone(),
            title: self.title.clone(),
            department: self.department.clone(),
            visibility: self.visibility.into(),
            source_note: self.source_note.clone(),
            ..row
        }
    }
}
