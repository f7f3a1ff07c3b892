//! An organisation as it is edited.

use async_graphql::ID;
use entity::directory::organisation;
use entity::strings::Strings;

use super::{EmailForm, LinkForm, LocationForm, PhoneForm, key};
use crate::directory::Directory;
use crate::directory::graphql::Sector;
use crate::directory::rules::tax_id;
use crate::error::RefusalCode;
use crate::forms::{Problems, forms};
use crate::ids::NodeId;

forms! {
    /// An organisation as it is edited.
    OrganisationForm as "OrganisationFormInput" {
        /// Official name.
        name: String,
        /// Other names and abbreviations.
        alternate_names: Vec<String>,
        /// Who runs it.
        sector: Sector,
        /// The unit it is part of.
        parent_id: Option<ID>,
        /// CVR number, eight digits with a checksum.
        cvr: Option<String>,
        /// What it is, in Danish.
        description: Option<String>,
        /// Where it is.
        location: Option<LocationForm>,
        /// Its numbers.
        phones: Vec<PhoneForm>,
        /// Its mail addresses.
        emails: Vec<EmailForm>,
        /// Its web addresses.
        links: Vec<LinkForm>,
        /// Where the entry is uncertain.
        source_note: Option<String>,
    }
}

impl OrganisationForm {
    /// The form of the organisation at this place.
    pub(crate) fn of(directory: &Directory, at: usize) -> Self {
        let entry = &directory.organisations[at];
        let row = &entry.row;
        Self {
            name: row.name.clone(),
            alternate_names: row.alternate_names.0.clone(),
            sector: row.sector.into(),
            parent_id: row.parent_id.map(|id| NodeId::Organisation(id).to_string().into()),
            cvr: row.tax_id.clone(),
            description: row.description.clone(),
            location: entry.reach.locations.first().map(LocationForm::of),
            phones: PhoneForm::of(&entry.reach.phones),
            emails: EmailForm::of(&entry.reach.emails),
            links: LinkForm::of(&entry.reach.links),
            source_note: row.source_note.clone(),
        }
    }

    pub(super) fn check(&self, directory: &Directory, own: Option<NodeId>, problems: &mut Problems) {
        problems.name("name", &self.name);
        problems.names("alternateNames", &self.alternate_names);
        if let Some(parent) = &self.parent_id {
            self.check_parent(parent, directory, own, problems);
        }
        let cvr_is_right = self.cvr.as_deref().is_none_or(tax_id::is_valid);
        problems.holds(cvr_is_right, "cvr", "There is no such CVR number; check its eight digits.");
        problems.text("description", self.description.as_deref());
        if let Some(location) = &self.location {
            problems.within("location", |problems| location.check(problems));
        }
        problems.each("phones", &self.phones, PhoneForm::check);
        problems.each("emails", &self.emails, EmailForm::check);
        problems.each("links", &self.links, LinkForm::check);
        problems.text("sourceNote", self.source_note.as_deref());
    }

    fn check_parent(&self, parent: &ID, directory: &Directory, own: Option<NodeId>, problems: &mut Problems) {
        let Some(at) = key!(parent, Organisation).and_then(|id| directory.organisation(id)) else {
            return problems.reference("parentId", false);
        };
        let is_own = |at: usize| Some(NodeId::Organisation(directory.organisations[at].row.id)) == own;
        if is_own(at) || directory.ancestors(at).into_iter().any(is_own) {
            let message = "An organisation can't be part of itself or of what is below it.";
            problems.refuse(RefusalCode::Invalid, "parentId", message);
        }
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: organisation::Model) -> organisation::Model {
        organisation::Model {
            parent_id: self.parent_id.as_deref().and_then(|id| key!(id, Organisation)),
            name: self.name.clone(),
            alternate_names: Strings(self.alternate_names.clone()),
            sector: self.sector.into(),
            description: self.description.clone(),
            tax_id: self.cvr.clone(),
            source_note: self.source_note.clone(),
            ..row
        }
    }
}
