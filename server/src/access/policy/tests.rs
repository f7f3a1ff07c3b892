//! The matrix: every role against every action, as a project leader would read it.

use entity::directory::values::Visibility;
use entity::ids::{MunicipalityId, OrganisationId, PersonId, SessionId};
use uuid::Uuid;

use super::*;
use crate::access::Entry;
use crate::ctx::Grant;

const HERE: MunicipalityId = MunicipalityId(Uuid::from_u128(1));
const ELSEWHERE: MunicipalityId = MunicipalityId(Uuid::from_u128(2));
const OWN: OrganisationId = OrganisationId(Uuid::from_u128(3));
const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(4));
const ME: PersonId = PersonId(Uuid::from_u128(5));

fn person(role: Role, municipality: Option<MunicipalityId>, organisation: Option<OrganisationId>) -> Actor {
    let session = SessionId(Uuid::from_u128(6));
    let grants = vec![Grant { role, municipality, organisation }];
    Actor::Person(SignedIn::new(ME, session, "A person".into(), "a@example.org".into(), grants).into())
}

/// The columns of the matrix.
fn actors() -> Vec<(&'static str, Actor)> {
    let here = Some(HERE);
    vec![
        ("visitor", Actor::Anonymous),
        ("partner", person(Role::Partner, here, Some(OWN))),
        ("professional", person(Role::Professional, here, Some(OWN))),
        ("steering", person(Role::SteeringMember, here, None)),
        ("leader", person(Role::ProjectLeader, here, None)),
        ("admin", person(Role::Administrator, None, None)),
        ("stranger", person(Role::ProjectLeader, Some(ELSEWHERE), None)),
        ("command", Actor::Command("test")),
    ]
}

/// The subjects that each action is asked about.
fn subjects(action: Action) -> Vec<(&'static str, Subject<'static>)> {
    let entry = |within, owner| Subject::Entry(Entry { municipality: HERE, within, owner });
    let published = ("what is published", Subject::Published);
    let internal = ("what is for those with a role", Subject::contact(HERE, Visibility::SignedIn));
    let own = ("an entry of the own organisation", entry(&[OWN], None));
    let other = ("an entry of another organisation", entry(&[OTHER], None));
    let owned = ("an entry one answers for", entry(&[OTHER], Some(ME)));
    match action {
        Action::MunicipalityRead | Action::SignIn => vec![("the installation", Subject::Installation)],
        Action::DirectoryRead | Action::ContactRead => vec![published, internal],
        Action::ErrorReport | Action::ProposalMake => vec![own, other],
        Action::ServiceConfirm => vec![own, other, owned],
        Action::DirectoryWrite => vec![own, ("the municipality", Subject::Municipality(HERE))],
        Action::AccountManage => vec![
            ("one's own account", Subject::Account(ME)),
            ("somebody else's account", Subject::Account(PersonId(Uuid::from_u128(7)))),
        ],
        Action::ProposalRead | Action::ProposalDecide => vec![
            ("one's own proposal", Subject::Proposal(HERE, Some(ME))),
            ("somebody else's proposal", Subject::Proposal(HERE, None)),
        ],
        Action::OutboxRead => {
            vec![("a demo", Subject::Published), ("the installation", Subject::Installation)]
        }
        Action::MunicipalityCreate | Action::SampleLoad => vec![("the installation", Subject::Installation)],
        Action::EditionRead | Action::PlanRead => vec![published, internal],
        Action::FrameworkRead | Action::ReceiptConfirm => vec![("what is for those with a role", internal.1)],
        Action::SectionWrite | Action::ActivityReport => vec![
            ("what is given to oneself", Subject::Task(HERE, Some(ME))),
            ("what is given to somebody else", Subject::Task(HERE, None)),
        ],
        Action::FrameworkWrite
        | Action::FrameworkRemark
        | Action::FrameworkDecide
        | Action::ReceiptsRead
        | Action::PlanWrite => vec![("what is for those with a role", internal.1)],
        Action::DeskRead => vec![("what is for those with a role", internal.1)],
        Action::HistoryRead
        | Action::OverdueRead
        | Action::DirectoryExport
        | Action::DirectoryImport
        | Action::CatalogueFix
        | Action::PeopleRead
        | Action::PeopleManage
        | Action::SettingsChange
        | Action::AuditRead => vec![("the municipality", Subject::Municipality(HERE))],
    }
}

/// It changes only on purpose.
#[test]
fn the_matrix_is_the_agreed_one() {
    let actors = actors();
    let mut table = String::from("yes = may   no = is refused   - = does not learn that it is there\n\n");
    table += &format!("{:<20}{:<35}", "action", "done to");
    table += &actors.iter().map(|(name, _)| format!("{name:<14}")).collect::<String>();
    table = table.trim_end().to_owned() + "\n";
    for action in Action::ALL {
        for (name, subject) in subjects(*action) {
            let cells = actors.iter().map(|(_, actor)| match decide(actor, *action, subject) {
                Decision::Allowed => format!("{:<14}", "yes"),
                Decision::Forbidden => format!("{:<14}", "no"),
                Decision::Hidden => format!("{:<14}", "-"),
            });
            let line = format!("{:<20}{name:<35}{}", format!("{action:?}"), cells.collect::<String>());
            table += line.trim_end();
            table.push('\n');
        }
    }
    insta::assert_snapshot!("matrix", table);
}

#[test]
fn a_role_that_waits_for_its_second_factor_allows_nothing_yet() {
    let Actor::Person(leader) = person(Role::ProjectLeader, Some(HERE), None) else { unreachable!() };
    let waiting = Actor::Person(SignedIn::clone(&leader).withholding_roles().into());
    assert_eq!(decide(&waiting, Action::DirectoryWrite, Subject::Municipality(HERE)), Decision::Forbidden);
    assert_eq!(decide(&waiting, Action::AccountManage, Subject::Account(ME)), Decision::Allowed);
}
