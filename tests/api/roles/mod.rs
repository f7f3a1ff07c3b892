//! Access by role: every field of every type of the schema is asked, by every way that leads to it, by a visitor, by
//! each role, and by somebody of another municipality; every mutation too. Who may stands in two tables beside this
//! file, `who_may_read.snap` and `who_may_write.snap`, that a project leader can read. A field that is added later is
//! not in them, and fails the proof; whoever adds it looks at the new line before it is taken over (`cargo insta
//! review`).
//!
//! Tables can be taken over without a look. So what must not get out is also sought in every answer (`secrets`).

mod foreign;
mod mutations;
mod reading;
mod secrets;
mod table;
mod ways;
mod world;

use entity::identity::values::Role;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Visitor,
    Partner,
    Professional,
    Steering,
    Leader,
    Administrator,
    /// The project leader of another municipality, who is its partner and in its steering committee too.
    Stranger,
}
use Who::{Administrator, Leader, Partner, Professional, Steering, Stranger, Visitor};

impl Who {
    /// In the order of the tables.
    pub const ALL: [Self; 7] = [Visitor, Partner, Professional, Steering, Leader, Administrator, Stranger];

    /// What they are and where; nothing for a visitor.
    fn roles(self) -> &'static [(Role, &'static str, Option<&'static str>)] {
        match self {
            Visitor => &[],
            Partner => &[(Role::Partner, "esbjerg", Some(ORGANISATION))],
            Professional => &[(Role::Professional, "esbjerg", Some(ORGANISATION))],
            Steering => &[(Role::SteeringMember, "esbjerg", None)],
            Leader => &[(Role::ProjectLeader, "esbjerg", None)],
            Administrator => &[(Role::Administrator, "", None)],
            Stranger => &[
                (Role::ProjectLeader, "aabenraa", None),
                (Role::SteeringMember, "aabenraa", None),
                (Role::Partner, "aabenraa", Some("social")),
            ],
        }
    }
}

/// The organisation that the partner and the professional belong to; it is part of another and has parts of its own.
const ORGANISATION: &str = "jobcenter-esbjerg";

/// What became of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It was answered.
    Yes,
    /// It was refused.
    No,
    /// It was not there for them.
    Hidden,
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Hidden => "-",
        })
    }
}
