//! Who works together, and who seeks people out.

use super::{Entry, PartyForm};
use crate::directory::Directory;
use crate::forms::{Problems, TEXT, forms};

forms! {
    /// Somebody who works together with the others.
    PartnerForm as "PartnerFormInput" {
        /// Who.
        party: PartyForm,
        /// The branch of the municipality it belongs to.
        branch: Option<String>,
        /// What it does in the collaboration.
        role: Option<String>,
    }

    /// An effort that seeks people out.
    OutreachForm as "OutreachFormInput" {
        /// What it is called.
        name: String,
        /// Where it belongs.
        anchoring: Option<PartyForm>,
        /// What it does.
        description: String,
    }
}

impl Entry for PartnerForm {
    fn title(&self) -> String {
        self.party.name.clone()
    }

    fn parties(&self) -> Vec<&PartyForm> {
        vec![&self.party]
    }

    fn parties_mut(&mut self) -> Vec<&mut PartyForm> {
        vec![&mut self.party]
    }

    fn check(&self, directory: &Directory, problems: &mut Problems) {
        PartyForm::check_one(Some(&self.party), "party", directory, problems);
        problems.words("branch", self.branch.as_deref());
        problems.text("role", self.role.as_deref());
    }
}

impl Entry for OutreachForm {
    fn title(&self) -> String {
        self.name.clone()
    }

    fn parties(&self) -> Vec<&PartyForm> {
        self.anchoring.iter().collect()
    }

    fn parties_mut(&mut self) -> Vec<&mut PartyForm> {
        self.anchoring.iter_mut().collect()
    }

    fn check(&self, directory: &Directory, problems: &mut Problems) {
        problems.name("name", &self.name);
        PartyForm::check_one(self.anchoring.as_ref(), "anchoring", directory, problems);
        problems.required("description", &self.description, TEXT);
    }
}
