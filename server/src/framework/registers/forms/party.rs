//! Whom a row names: an organisation of the directory, or somebody outside it.

use async_graphql::ID;

use crate::directory::Directory;
use crate::directory::forms::key;
use crate::forms::{Problems, Tidy, forms};

forms! {
    /// An organisation of the directory, or somebody outside it by name alone.
    PartyForm as "PartyFormInput" {
        /// The organisation; its name is then filled in from the directory.
        organisation_id: Option<ID>,
        /// What it is called.
        #[serde(default)]
        name: String,
    }
}

impl Tidy for Option<PartyForm> {
    fn tidy(&mut self) {
        if let Some(party) = self {
            party.tidy();
        }
        self.take_if(|party| party.organisation_id.is_none() && party.name.is_empty());
    }
}

impl PartyForm {
    /// The place of its organisation in the directory.
    pub(crate) fn place(&self, directory: &Directory) -> Option<usize> {
        let id = key!(self.organisation_id.as_deref()?, Organisation)?;
        directory.organisation(id)
    }

    /// Takes over what the organisation is called today.
    pub(super) fn fill(&mut self, directory: &Directory) {
        if let Some(at) = self.place(directory) {
            self.name.clone_from(&directory.organisations[at].row.name);
        }
    }

    /// Keeps the name alone of an organisation that is no longer there, and was called this.
    pub(super) fn let_go(&mut self, directory: &Directory, name: &str) {
        if self.organisation_id.is_some() && self.place(directory).is_none() {
            self.organisation_id = None;
            if self.name.is_empty() {
                name.clone_into(&mut self.name);
            }
        }
    }

    pub(super) fn check(&self, directory: &Directory, problems: &mut Problems) {
        if self.organisation_id.is_some() {
            problems.reference("organisationId", self.place(directory).is_some());
        } else {
            problems.name("name", &self.name);
        }
    }

    pub(super) fn check_one(
        party: Option<&Self>,
        field: &str,
        directory: &Directory,
        problems: &mut Problems,
    ) {
        if let Some(party) = party {
            problems.within(field, |problems| party.check(directory, problems));
        }
    }

    pub(super) fn check_all(parties: &[Self], field: &str, directory: &Directory, problems: &mut Problems) {
        problems.each(field, parties, |party, problems| party.check(directory, problems));
    }
}
