//! The whole policy, in one table. What is not allowed here is not allowed.

use entity::directory::values::Visibility;

use super::{Action, Decision, Subject};
use crate::ctx::Actor;

/// Decides whether `actor` may do `action` to `subject`.
pub fn decide(actor: Actor, action: Action, subject: Subject) -> Decision {
    use Decision::{Allowed, Forbidden, Hidden};
    match (actor, action, subject) {
        // A command is run by whoever administers the machine.
        (Actor::Command(_), _, _) => Allowed,

        (_, Action::MunicipalityRead, _) => Allowed,
        (_, Action::DirectoryRead, Subject::Published) => Allowed,
        (_, Action::ContactRead, Subject::Contact(Visibility::Public)) => Allowed,

        (Actor::Anonymous, Action::ContactRead, _) => Hidden,
        (Actor::Anonymous, _, _) => Forbidden,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The matrix as a project leader would read it. It changes only on purpose.
    #[test]
    fn the_matrix_is_the_agreed_one() {
        let subjects = [
            ("published", Subject::Published),
            ("public contact", Subject::Contact(Visibility::Public)),
            ("contact for signed-in", Subject::Contact(Visibility::SignedIn)),
            ("installation", Subject::Installation),
        ];
        let mut table = String::new();
        for action in Action::ALL {
            for (name, subject) in subjects {
                let anonymous = decide(Actor::Anonymous, action, subject);
                let command = decide(Actor::Command("sample"), action, subject);
                let action = format!("{action:?}");
                table += &format!(
                    "{action:<17}{name:<22}anonymous: {:<10}command: {command:?}\n",
                    format!("{anonymous:?}")
                );
            }
        }
        insta::assert_snapshot!("matrix", table);
    }
}
