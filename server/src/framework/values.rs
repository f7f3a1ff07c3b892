//! The closed lists of the framework as the API shows them.

use entity::framework::values as stored;

use crate::forms::tidy_as_it_is;
use crate::graphql::values::enums;

enums! {
    /// Whether a framework can be written in.
    FrameworkState = stored::FrameworkState {
        /// It is being written.
        Draft,
        /// It lies before the steering group, and is not changed meanwhile.
        Submitted,
    }

    /// A section of a framework.
    Section = stored::Section {
        /// Target group and partners.
        TargetGroup,
        /// Organisation of the effort.
        Organisation,
        /// Communication.
        Communication,
        /// Plans and working tools.
        Plans,
        /// The service directory.
        Directory,
        /// Dissemination and updating.
        Dissemination,
    }

    /// A register of a framework.
    Register = stored::Register {
        /// How many people there are of whom it is for.
        PopulationFigure,
        /// How many are expected a year.
        ExpectedIntake,
        /// How many get what help under which paragraph.
        SupportFigure,
        /// Who works together.
        Partner,
        /// Efforts that seek people out.
        Outreach,
        /// Standing forums.
        Forum,
        /// Hand-over routes between actors.
        Pathway,
        /// Agreements between organisations.
        Agreement,
        /// Functions that coordinate.
        CoordinatingFunction,
        /// Channels of information.
        Channel,
        /// Plans made for and with citizens.
        CitizenPlan,
        /// Working tools and templates.
        Tool,
        /// Ways in which the framework is made known.
        Dissemination,
    }

    /// Between whom something is agreed, met or told.
    Level = stored::Level {
        /// Within the municipality.
        Municipal,
        /// Between the municipality and private or voluntary organisations.
        Mixed,
        /// Among private and voluntary organisations.
        Voluntary,
        /// With the citizen.
        Citizen,
    }

    /// Where a submission stands.
    SubmissionState = stored::SubmissionState {
        /// Before the steering group.
        Pending,
        /// Sent back with remarks.
        Returned,
        /// Approved: an edition.
        Approved,
        /// Taken back by the project leader.
        Withdrawn,
    }

    /// A part of a framework or a plan that has a history.
    FrameworkPart = stored::Part {
        /// The framework as a whole.
        Framework,
        /// A section.
        Section,
        /// A question with its answer.
        Question,
        /// A row of a register.
        RegisterRow,
        /// A plan.
        Plan,
        /// A goal.
        Goal,
        /// An activity.
        Activity,
    }
}

tidy_as_it_is!(Level);
