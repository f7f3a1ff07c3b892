//! The closed lists of plans. Each is stored as its lower-case word.

use crate::stored::stored_words;

stored_words! {
    /// What kind of plan.
    PlanKind {
        /// The model's six goals with their activities.
        ActionPlan = "action_plan",
        /// Mission, values, vision, and focus areas.
        Strategy = "strategy",
        /// The four steps of launching an effort.
        Launch = "launch",
    }
}

stored_words! {
    /// Where an activity stands.
    ActivityStatus {
        /// Not begun.
        Planned = "planned",
        /// Begun.
        Underway = "underway",
        /// Done.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

stored_words! {
    /// What comes of an activity.
    ActivityResult {
        /// It goes on.
        Continues = "continues",
        /// It ends.
        Ends = "ends",
        /// Something new follows.
        New = "new",
    }
}
