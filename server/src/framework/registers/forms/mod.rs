//! The rows of the registers as they are edited, whole. One struct per register is what the API shows and takes, what is
//! checked, what the history keeps as JSON, and what an edition keeps for ever.

mod party;

mod figures;
mod partners;

mod agreement;
mod forum;
mod pathway;
mod practice;

mod communication;

use chrono::{Datelike, NaiveDate};
use entity::framework::values as stored;
use serde::Deserialize;
use serde_json::Value;

pub use agreement::{AgreementForm, AgreementStatus};
pub use communication::{ChannelForm, DisseminationForm};
pub use figures::{ExpectedIntakeForm, PopulationFigureForm, SupportFigureForm};
pub use forum::{ForumForm, PlannedMeetingForm};
pub use partners::{OutreachForm, PartnerForm};
pub use party::PartyForm;
pub use pathway::{PathwayBranchForm, PathwayForm, PathwayStepForm};
pub use practice::{CitizenPlanForm, CoordinatingFunctionForm, ToolForm};

use super::rules;
use crate::directory::Directory;
use crate::directory::rules::reach;
use crate::error::{Error, Refusal, Result};
use crate::forms::{Problems, Tidy};
use crate::framework::values::Level;

/// Longest web address, in characters.
const ADDRESS: usize = 2_000;

/// What every form of a register can be asked.
trait Entry {
    /// What the row is called.
    fn title(&self) -> String;

    /// Between whom it is, where the register has levels.
    fn level(&self) -> Option<stored::Level> {
        None
    }

    /// Whom it names.
    fn parties(&self) -> Vec<&PartyForm> {
        Vec::new()
    }

    /// Whom it names.
    fn parties_mut(&mut self) -> Vec<&mut PartyForm> {
        Vec::new()
    }

    /// Notes all that is wrong with it.
    fn check(&self, directory: &Directory, problems: &mut Problems);
}

/// Declares the form of any register, as it is shown and as it is taken.
macro_rules! registers {
    ($($(#[$doc:meta])* $register:ident($form:ident),)+) => {
        /// What a row of a register says.
        #[derive(Clone, Debug, PartialEq, async_graphql::Union)]
        pub enum RegisterForm { $($(#[$doc])* $register($form),)+ }

        /// What a row of a register is to say: the form of one of them.
        #[derive(Clone, Debug, PartialEq, async_graphql::OneofObject)]
        pub enum RegisterFormInput { $($(#[$doc])* $register($form),)+ }

        impl From<RegisterFormInput> for RegisterForm {
            fn from(input: RegisterFormInput) -> Self {
                match input { $(RegisterFormInput::$register(form) => Self::$register(form),)+ }
            }
        }

        impl RegisterForm {
            /// Which register it is of.
            pub fn register(&self) -> stored::Register {
                match self { $(Self::$register(_) => stored::Register::$register,)+ }
            }

            /// What was kept of a row of this register.
            ///
            /// # Errors
            /// `Data` where an older version kept something that this one can't read.
            pub fn read(register: stored::Register, json: &Value) -> Result<Self> {
                let form = match register {
                    $(stored::Register::$register => $form::deserialize(json).map(Self::$register),)+
                };
                form.map_err(|error| Error::Data { file: "register_row".into(), message: error.to_string() })
            }

            /// As it is kept.
            pub fn to_json(&self) -> Value {
                let json = match self { $(Self::$register(form) => serde_json::to_value(form),)+ };
                json.unwrap_or_default()
            }

            fn entry(&self) -> &dyn Entry {
                match self { $(Self::$register(form) => form,)+ }
            }

            fn entry_mut(&mut self) -> &mut dyn Entry {
                match self { $(Self::$register(form) => form,)+ }
            }
        }

        impl Tidy for RegisterForm {
            fn tidy(&mut self) {
                match self { $(Self::$register(form) => form.tidy(),)+ }
            }
        }
    };
}

registers! {
    /// How many there are of a group.
    PopulationFigure(PopulationFigureForm),
    /// How many are expected in a year.
    ExpectedIntake(ExpectedIntakeForm),
    /// How many get what help.
    SupportFigure(SupportFigureForm),
    /// Somebody who works together with the others.
    Partner(PartnerForm),
    /// An effort that seeks people out.
    Outreach(OutreachForm),
    /// A standing forum.
    Forum(ForumForm),
    /// A hand-over route between actors.
    Pathway(PathwayForm),
    /// An agreement between organisations.
    Agreement(AgreementForm),
    /// A function that coordinates.
    CoordinatingFunction(CoordinatingFunctionForm),
    /// A channel of information.
    Channel(ChannelForm),
    /// A kind of plan made for and with citizens.
    CitizenPlan(CitizenPlanForm),
    /// A working tool or template.
    Tool(ToolForm),
    /// A way in which the framework is made known.
    Dissemination(DisseminationForm),
}

impl RegisterForm {
    /// What the row is called.
    pub fn title(&self) -> String {
        self.entry().title()
    }

    /// Between whom it is, where the register has levels.
    pub fn level(&self) -> Option<stored::Level> {
        self.entry().level()
    }

    /// Whom it names, in the order they stand.
    pub fn parties(&self) -> Vec<&PartyForm> {
        self.entry().parties()
    }

    /// The form without white space around its texts and without empty ones.
    #[must_use]
    pub(crate) fn tidied(mut self) -> Self {
        self.tidy();
        self
    }

    /// The form with what its organisations are called today.
    #[must_use]
    pub(crate) fn filled(mut self, directory: &Directory) -> Self {
        self.entry_mut().parties_mut().into_iter().for_each(|party| party.fill(directory));
        self
    }

    /// The form with the names alone of those organisations that `before` named and that are no longer there: what has
    /// happened to the directory meanwhile is not for whoever edits the row to mend.
    #[must_use]
    pub(super) fn letting_go(mut self, before: &Self, directory: &Directory) -> Self {
        let before = before.parties();
        for party in self.entry_mut().parties_mut() {
            let is_same = |other: &&&PartyForm| other.organisation_id == party.organisation_id;
            if let Some(stood_there) = before.iter().find(is_same) {
                party.let_go(directory, &stood_there.name);
            }
        }
        self
    }

    /// Everything that is wrong with it.
    pub(crate) fn check(&self, directory: &Directory) -> Vec<Refusal> {
        let mut problems = Problems::default();
        self.entry().check(directory, &mut problems);
        problems.found()
    }
}

/// A level that no question of the model asks for has no place in the framework.
fn check_level(register: stored::Register, level: Level, problems: &mut Problems) {
    let has_place = rules::question_of(register, Some(level.into())).is_some();
    problems.holds(has_place, "level", "The framework has no place for this register on this level.");
}

fn check_day(field: &str, day: Option<NaiveDate>, problems: &mut Problems) {
    let right = day.is_none_or(|day| (1900..=2200).contains(&day.year()));
    problems.holds(right, field, "This date is too far away.");
}

fn check_address(field: &str, address: Option<&str>, problems: &mut Problems) {
    if let Some(address) = address {
        problems.required(field, address, ADDRESS);
        let right = reach::is_web_address(address);
        problems.holds(right, field, "This is no web address; one begins with `https://`.");
    }
}
