//! The whole policy, in one table. What is not allowed here is not allowed.

use entity::identity::values::Role;

use super::{Action, Decision, Subject};
use crate::ctx::{Actor, SignedIn};

/// Somebody in a certain relation to what is asked about.
#[derive(Clone, Copy)]
enum Who {
    /// Signed in or not.
    Anyone,
    /// With any role in its municipality.
    AnyRoleHere,
    /// With this role in its municipality.
    Here(Role),
    /// With this role for the organisation it belongs to, or one above.
    OfItsOrganisation(Role),
    /// Whose duty it is to keep it right.
    Owner,
    /// Who made the proposal.
    Proposer,
    /// Whose account it is.
    Themself,
    /// To whom it has been given.
    Assignee,
    /// Looks after the installation.
    Administrator,
}

/// The table: who may do it. A command that is run on the machine may do everything.
fn allowed(action: Action, subject: Subject<'_>) -> &'static [Who] {
    use Role::{Partner, Professional, ProjectLeader, SteeringMember};
    use Who::{
        Administrator, AnyRoleHere, Anyone, Assignee, Here, OfItsOrganisation, Owner, Proposer, Themself,
    };
    match action {
        Action::MunicipalityRead | Action::ErrorReport | Action::SignIn => &[Anyone],
        Action::DirectoryRead | Action::ContactRead => match subject {
            Subject::Published => &[Anyone],
            _ => &[AnyRoleHere],
        },

        Action::AccountManage => &[Themself],
        Action::HistoryRead | Action::DeskRead => &[AnyRoleHere],
        Action::ProposalMake => &[OfItsOrganisation(Partner), OfItsOrganisation(Professional)],
        Action::ProposalRead => &[Proposer, Here(ProjectLeader)],
        Action::ServiceConfirm => {
            &[Owner, OfItsOrganisation(Partner), OfItsOrganisation(Professional), Here(ProjectLeader)]
        }

        Action::DirectoryWrite
        | Action::ProposalDecide
        | Action::OverdueRead
        | Action::DirectoryExport
        | Action::DirectoryImport
        | Action::CatalogueFix => &[Here(ProjectLeader)],

        Action::EditionRead | Action::PlanRead => match subject {
            Subject::Published => &[Anyone],
            _ => &[AnyRoleHere],
        },
        Action::FrameworkRead | Action::ReceiptConfirm => &[AnyRoleHere],
        Action::FrameworkWrite | Action::PlanWrite => &[Here(ProjectLeader)],
        Action::SectionWrite | Action::ActivityReport => &[Here(ProjectLeader), Assignee],
        Action::FrameworkDecide => &[Here(SteeringMember)],
        Action::FrameworkRemark | Action::ReceiptsRead => &[Here(SteeringMember), Here(ProjectLeader)],

        Action::PeopleRead | Action::PeopleManage | Action::SettingsChange | Action::AuditRead => {
            &[Here(ProjectLeader), Administrator]
        }

        Action::MunicipalityCreate => &[Administrator],
        Action::OutboxRead => match subject {
            // In a demo, the mails are there for everybody to read; otherwise only those they were sent to.
            Subject::Published => &[Anyone],
            _ => &[],
        },
        Action::SampleLoad => &[],
    }
}

/// Decides whether `actor` may do `action` to `subject`.
pub fn decide(actor: &Actor, action: Action, subject: Subject<'_>) -> Decision {
    let person = match actor {
        // A command is run by whoever administers the machine.
        Actor::Command(_) => return Decision::Allowed,
        Actor::Anonymous => None,
        Actor::Person(person) => Some(&**person),
    };
    if allowed(action, subject).iter().any(|who| is(person, *who, subject)) {
        Decision::Allowed
    } else if may_know(person, subject) {
        Decision::Forbidden
    } else {
        Decision::Hidden
    }
}

fn is(person: Option<&SignedIn>, who: Who, subject: Subject<'_>) -> bool {
    let Some(person) = person else { return matches!(who, Who::Anyone) };
    let here = subject.municipality();
    let has_here = |role: Option<Role>| {
        here.is_some()
            && person
                .grants()
                .iter()
                .any(|grant| grant.municipality == here && role.is_none_or(|role| grant.role == role))
    };
    match who {
        Who::Anyone => true,
        Who::AnyRoleHere => has_here(None),
        Who::Here(role) => has_here(Some(role)),
        Who::OfItsOrganisation(role) => {
            let Subject::Entry(entry) = subject else { return false };
            person.grants().iter().any(|grant| {
                grant.role == role
                    && grant.municipality == here
                    && grant.organisation.is_some_and(|organisation| entry.within.contains(&organisation))
            })
        }
        Who::Owner => {
            matches!(subject, Subject::Entry(entry) if entry.owner == Some(person.id)) && has_here(None)
        }
        Who::Proposer => {
            matches!(subject, Subject::Proposal(_, proposer) if proposer == Some(person.id)) && has_here(None)
        }
        Who::Themself => matches!(subject, Subject::Account(account) if account == person.id),
        Who::Assignee => {
            matches!(subject, Subject::Task(_, assignee) if assignee == Some(person.id)) && has_here(None)
        }
        Who::Administrator => person.grants().iter().any(|grant| grant.role == Role::Administrator),
    }
}

/// Whether somebody who may not do it may still know that there is such a thing.
fn may_know(person: Option<&SignedIn>, subject: Subject<'_>) -> bool {
    match subject {
        Subject::Installation | Subject::Published | Subject::Entry(_) | Subject::Municipality(_) => true,
        Subject::Internal(_) | Subject::Task(..) => is(person, Who::AnyRoleHere, subject),
        Subject::Proposal(..) | Subject::Account(_) => false,
    }
}

#[cfg(test)]
mod tests;
