//! How people tell each other things, and how the framework is made known.

use entity::framework::values as stored;

use super::{Entry, PartyForm, check_level};
use crate::directory::Directory;
use crate::forms::{Problems, forms};
use crate::framework::values::Level;

forms! {
    /// A channel of information.
    ChannelForm as "ChannelFormInput" {
        /// Between whom it goes.
        level: Level,
        /// What it is: mail, phone, a letter …
        kind: String,
        /// Who uses it.
        #[serde(default)]
        between: Vec<PartyForm>,
        /// More about it.
        description: Option<String>,
    }

    /// A way in which the framework is made known.
    DisseminationForm as "DisseminationFormInput" {
        /// What it is.
        channel: String,
        /// Whom it reaches.
        audience: Option<String>,
        /// More about it.
        description: Option<String>,
    }
}

impl Entry for ChannelForm {
    fn title(&self) -> String {
        self.kind.clone()
    }

    fn level(&self) -> Option<stored::Level> {
        Some(self.level.into())
    }

    fn parties(&self) -> Vec<&PartyForm> {
        self.between.iter().collect()
    }

    fn parties_mut(&mut self) -> Vec<&mut PartyForm> {
        self.between.iter_mut().collect()
    }

    fn check(&self, directory: &Directory, problems: &mut Problems) {
        check_level(stored::Register::Channel, self.level, problems);
        problems.name("kind", &self.kind);
        PartyForm::check_all(&self.between, "between", directory, problems);
        problems.text("description", self.description.as_deref());
    }
}

impl Entry for DisseminationForm {
    fn title(&self) -> String {
        self.channel.clone()
    }

    fn check(&self, _directory: &Directory, problems: &mut Problems) {
        problems.name("channel", &self.channel);
        problems.text("audience", self.audience.as_deref());
        problems.text("description", self.description.as_deref());
    }
}
