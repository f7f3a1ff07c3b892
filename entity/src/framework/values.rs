//! The closed lists of the framework. Each is stored as its lower-case word.

use crate::stored::stored_words;

stored_words! {
    /// Whether a framework can be written in.
    FrameworkState {
        /// It is being written.
        Draft = "draft",
        /// It lies before the steering group, and is not changed meanwhile.
        Submitted = "submitted",
    }
}

stored_words! {
    /// The sections of a framework, in order.
    Section {
        /// Target group and partners.
        TargetGroup = "target_group",
        /// Organisation of the effort.
        Organisation = "organisation",
        /// Communication.
        Communication = "communication",
        /// Plans and working tools.
        Plans = "plans",
        /// The service directory.
        Directory = "directory",
        /// Dissemination and updating.
        Dissemination = "dissemination",
    }
}

stored_words! {
    /// The registers of a framework.
    Register {
        /// How many people there are of whom it is for.
        PopulationFigure = "population_figure",
        /// How many are expected a year.
        ExpectedIntake = "expected_intake",
        /// How many get what help under which paragraph.
        SupportFigure = "support_figure",
        /// Who works together.
        Partner = "partner",
        /// Efforts that seek people out.
        Outreach = "outreach",
        /// Standing forums.
        Forum = "forum",
        /// Hand-over routes between actors.
        Pathway = "pathway",
        /// Agreements between organisations.
        Agreement = "agreement",
        /// Functions that coordinate.
        CoordinatingFunction = "coordinating_function",
        /// Channels of information.
        Channel = "channel",
        /// Plans made for and with citizens.
        CitizenPlan = "citizen_plan",
        /// Working tools and templates.
        Tool = "tool",
        /// Ways in which the framework is made known.
        Dissemination = "dissemination",
    }
}

stored_words! {
    /// Between whom something is agreed, met or told.
    Level {
        /// Within the municipality.
        Municipal = "municipal",
        /// Between the municipality and private or voluntary organisations.
        Mixed = "mixed",
        /// Among private and voluntary organisations.
        Voluntary = "voluntary",
        /// With the citizen.
        Citizen = "citizen",
    }
}

stored_words! {
    /// Where a submission stands.
    SubmissionState {
        /// Before the steering group.
        Pending = "pending",
        /// Sent back with remarks.
        Returned = "returned",
        /// Approved: an edition.
        Approved = "approved",
        /// Taken back by the project leader.
        Withdrawn = "withdrawn",
    }
}

stored_words! {
    /// Parts of a framework or a plan that have a history.
    Part {
        /// The framework as a whole: its settings, its way through the steering group.
        Framework = "framework",
        /// A section: to whom it is given.
        Section = "section",
        /// A question with its answer.
        Question = "question",
        /// A row of a register.
        RegisterRow = "register_row",
        /// A plan.
        Plan = "plan",
        /// A goal.
        Goal = "goal",
        /// An activity.
        Activity = "activity",
    }
}
