//! What people work by: functions that coordinate, plans made for and with citizens, tools.

use super::{Entry, check_address};
use crate::directory::Directory;
use crate::forms::{Problems, forms};

forms! {
    /// A function that coordinates citizens' courses.
    CoordinatingFunctionForm as "CoordinatingFunctionFormInput" {
        /// The branch it is in.
        branch: String,
        /// What it does.
        function: String,
        /// Who holds it.
        holder: Option<String>,
        /// More about it.
        description: Option<String>,
    }

    /// A kind of plan made for and with citizens.
    CitizenPlanForm as "CitizenPlanFormInput" {
        /// What it is called.
        name: String,
        /// Who holds it.
        holder: Option<String>,
        /// Where it is kept.
        kept_at: Option<String>,
        /// Who can see it.
        access: Option<String>,
        /// When and how it is brought together with other plans.
        coordinated: Option<String>,
        /// How the citizen takes part in it.
        citizen_involved: Option<String>,
    }

    /// A working tool or template.
    ToolForm as "ToolFormInput" {
        /// What it is called.
        name: String,
        /// What it is for.
        description: Option<String>,
        /// Web address where it is found.
        link: Option<String>,
        /// Who uses it.
        users: Option<String>,
    }
}

impl Entry for CoordinatingFunctionForm {
    fn title(&self) -> String {
        self.function.clone()
    }

    fn check(&self, _directory: &Directory, problems: &mut Problems) {
        problems.name("branch", &self.branch);
        problems.name("function", &self.function);
        problems.words("holder", self.holder.as_deref());
        problems.text("description", self.description.as_deref());
    }
}

impl Entry for CitizenPlanForm {
    fn title(&self) -> String {
        self.name.clone()
    }

    fn check(&self, _directory: &Directory, problems: &mut Problems) {
        problems.name("name", &self.name);
        problems.words("holder", self.holder.as_deref());
        problems.words("keptAt", self.kept_at.as_deref());
        problems.text("access", self.access.as_deref());
        problems.text("coordinated", self.coordinated.as_deref());
        problems.text("citizenInvolved", self.citizen_involved.as_deref());
    }
}

impl Entry for ToolForm {
    fn title(&self) -> String {
        self.name.clone()
    }

    fn check(&self, _directory: &Directory, problems: &mut Problems) {
        problems.name("name", &self.name);
        problems.text("description", self.description.as_deref());
        check_address("link", self.link.as_deref(), problems);
        problems.words("users", self.users.as_deref());
    }
}
