//! A role that waits for the second factor: nothing else can be done before.

use super::pile::{Pile, Section, Thing};
use crate::{routes, text};

/// The way to setting it up.
pub(super) fn to_set_up() -> Pile {
    let thing = Thing {
        doing: text!(desk.second_factor),
        name: None,
        href: routes::ACCOUNT.to_owned(),
        about: text!(desk.second_factor_why),
        below: None,
    };
    Pile { section: Section::Waits, heading: None, things: vec![thing], below: None }
}
