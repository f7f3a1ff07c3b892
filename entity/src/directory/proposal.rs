//! A change somebody proposes, or an error somebody reports.

use sea_orm::entity::prelude::*;

use crate::directory::values::{EntryKind, ProposalStatus};
use crate::ids::{MunicipalityId, OrganisationId, PersonId, ProposalId};

/// A row of `proposal`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub struct Model {
    /// Key; in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProposalId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// Kind of entry.
    pub kind: EntryKind,
    /// Key of the entry; none where a new one is proposed.
    pub subject_id: Option<Uuid>,
    /// What it was called then.
    pub subject_name: String,
    /// The revision it was written on.
    pub base_revision: Option<i32>,
    /// The entry then, as JSON of its form.
    pub base: Option<String>,
    /// The entry as proposed, as JSON of its form; none for a report in words.
    pub proposed: Option<String>,
    /// What is wrong, or why.
    pub message: Option<String>,
    /// Who, where somebody had signed in.
    pub person_id: Option<PersonId>,
    /// For which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Who, as written by somebody without account.
    pub proposer_name: Option<String>,
    /// Where to answer somebody without account.
    pub proposer_email: Option<String>,
    /// Where it stands.
    pub status: ProposalStatus,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<DateTimeUtc>,
    /// A word why.
    pub answer: Option<String>,
    /// When whoever made it has seen what became of it.
    pub answer_seen_at: Option<DateTimeUtc>,
    /// Counts up with every change; a stale write is refused by it.
    pub revision: i32,
    /// When the row was made.
    pub created_at: DateTimeUtc,
    /// When it was last changed.
    pub updated_at: DateTimeUtc,
}

/// No joins: the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
