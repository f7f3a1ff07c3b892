//! An agreement between organisations.

use chrono::NaiveDate;
use entity::framework::values as stored;
use serde::{Deserialize, Serialize};

use super::{Entry, PartyForm, check_address, check_day, check_level};
use crate::directory::Directory;
use crate::forms::{Problems, forms, tidy_as_it_is};
use crate::framework::values::Level;

/// Where an agreement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AgreementStatus {
    /// It is to be made.
    Planned,
    /// It holds.
    InForce,
    /// It holds no longer.
    Ended,
}

tidy_as_it_is!(AgreementStatus);

forms! {
    /// An agreement between organisations.
    AgreementForm as "AgreementFormInput" {
        /// What it is about.
        subject: String,
        /// Who has made it: not `CITIZEN`.
        level: Level,
        /// Between whom.
        #[serde(default)]
        parties: Vec<PartyForm>,
        /// The day on which it was made.
        signed_on: Option<NaiveDate>,
        /// The day by which those who made it are to see how it works.
        evaluate_by: Option<NaiveDate>,
        /// Web address of the document.
        document: Option<String>,
        /// Where it stands.
        status: AgreementStatus,
        /// What else there is to know.
        notes: Option<String>,
    }
}

impl Entry for AgreementForm {
    fn title(&self) -> String {
        self.subject.clone()
    }

    fn level(&self) -> Option<stored::Level> {
        Some(self.level.into())
    }

    fn parties(&self) -> Vec<&PartyForm> {
        self.parties.iter().collect()
    }

    fn parties_mut(&mut self) -> Vec<&mut PartyForm> {
        self.parties.iter_mut().collect()
    }

    fn check(&self, directory: &Directory, problems: &mut Problems) {
        problems.name("subject", &self.subject);
        check_level(stored::Register::Agreement, self.level, problems);
        PartyForm::check_all(&self.parties, "parties", directory, problems);
        check_day("signedOn", self.signed_on, problems);
        check_day("evaluateBy", self.evaluate_by, problems);
        let in_order = !matches!((self.signed_on, self.evaluate_by), (Some(signed), Some(by)) if by < signed);
        problems.holds(in_order, "evaluateBy", "It can't be evaluated before it is signed.");
        check_address("document", self.document.as_deref(), problems);
        problems.text("notes", self.notes.as_deref());
    }
}
