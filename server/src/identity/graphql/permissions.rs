//! What somebody may do in a municipality, so that the app offers nothing that would be refused.

use async_graphql::SimpleObject;

use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::identity::service::account;

/// What whoever asks may do in a municipality.
#[derive(Clone, Copy, Default, SimpleObject)]
pub struct Permissions {
    /// Change entries of the directory.
    edit_directory: bool,
    /// Accept and decline proposals.
    decide_proposals: bool,
    /// Propose changes of the entries of one's organisation.
    propose: bool,
    /// See people, invite them, give and take roles.
    manage_people: bool,
    /// Change the municipality's settings.
    change_settings: bool,
    /// Read the audit log.
    read_audit: bool,
    /// See what has changed in the directory.
    see_history: bool,
}

impl Permissions {
    /// In the municipality with this slug; nothing where there is none.
    pub(super) fn new(ctx: &Ctx, slug: &str) -> Self {
        let Some(directory) = ctx.app().directories().by_slug(slug) else { return Self::default() };
        let here = directory.municipality.id;
        let may = |action| ctx.may(action, Subject::Municipality(here));
        Self {
            edit_directory: may(Action::DirectoryWrite),
            decide_proposals: ctx.may(Action::ProposalDecide, Subject::Proposal(here, None)),
            propose: account::may_propose(ctx, slug),
            manage_people: may(Action::PeopleManage),
            change_settings: may(Action::SettingsChange),
            read_audit: may(Action::AuditRead),
            see_history: may(Action::HistoryRead),
        }
    }
}
