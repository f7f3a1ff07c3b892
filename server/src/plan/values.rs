//! The closed lists of plans as the API shows them.

use entity::plan::values as stored;

use crate::forms::tidy_as_it_is;
use crate::graphql::values::enums;

enums! {
    /// What kind of plan.
    PlanKind = stored::PlanKind {
        /// The model's six goals with their activities.
        ActionPlan,
        /// Mission, values, vision, and focus areas.
        Strategy,
        /// The four steps of launching an effort.
        Launch,
    }

    /// Where an activity stands.
    ActivityStatus = stored::ActivityStatus {
        /// Not begun.
        Planned,
        /// Begun.
        Underway,
        /// Done.
        Done,
        /// Given up.
        Dropped,
    }

    /// What comes of an activity.
    ActivityResult = stored::ActivityResult {
        /// It goes on.
        Continues,
        /// It ends.
        Ends,
        /// Something new follows.
        New,
    }
}

tidy_as_it_is!(ActivityStatus, Option<ActivityResult>);
