//! What happened to the entries of a directory, and setting one back.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;
use crate::directory::queries::hits::PageInfo;
use crate::format::moment::Moment;
use crate::mutation;

/// Asks for a page of changes: of one entry, or of all.
pub(crate) fn page(variables: ChangesVariables) -> Operation<Changes, ChangesVariables> {
    Changes::build(variables)
}

/// Which changes.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub(crate) struct ChangesVariables {
    /// The municipality's slug.
    pub(crate) slug: String,
    /// Of which entry.
    pub(crate) subject: Option<cynic::Id>,
    /// How many.
    pub(crate) first: i32,
    /// After which.
    pub(crate) after: Option<String>,
}

/// The changes.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "ChangesVariables")]
pub(crate) struct Changes {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ChangedMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "ChangesVariables")]
pub(crate) struct ChangedMunicipality {
    /// How many there are that the reader has not looked at.
    pub(crate) changes_since_last_look: i32,
    /// The changes, the newest first.
    #[arguments(subject: $subject, first: $first, after: $after)]
    pub(crate) changes: ChangeConnection,
}

/// A page of changes.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ChangeConnection {
    /// The changes.
    pub(crate) nodes: Vec<Change>,
    /// Whether there are more.
    pub(crate) page_info: PageInfo,
}

/// A change.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// Its id.
    pub(crate) id: cynic::Id,
    /// What kind of entry.
    pub(crate) kind: EntryKind,
    /// Which entry.
    pub(crate) subject_id: cynic::Id,
    /// What it was called then.
    pub(crate) subject_name: String,
    /// What was done.
    pub(crate) action: ChangeAction,
    /// When.
    pub(crate) at: Moment,
    /// By whom.
    pub(crate) actor_name: String,
    /// A word on why.
    pub(crate) note: Option<String>,
    /// What differs.
    pub(crate) fields: Vec<ChangedField>,
    /// The revision it left behind.
    pub(crate) revision: i32,
    /// Whether the reader may set the entry back to what it was after this.
    pub(crate) can_restore: bool,
}

/// A field that differs.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct ChangedField {
    /// Which.
    pub(crate) field: String,
    /// What stood there.
    pub(crate) before: Option<String>,
    /// What stands there after.
    pub(crate) after: Option<String>,
}

/// Kinds of entries.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryKind {
    /// An organisation.
    Organisation,
    /// A contact.
    Contact,
    /// A service.
    Service,
    /// A theme.
    Theme,
    /// A target group.
    TargetGroup,
    /// A lay word.
    Concept,
}

/// What was done.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeAction {
    /// Made.
    Created,
    /// Changed.
    Updated,
    /// Set back.
    Restored,
    /// Another became part of it.
    Merged,
    /// Closed for good.
    Closed,
    /// Taken out.
    Deleted,
    /// Checked and found right.
    Checked,
}

/// Which change to go back to.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct EntryRestoreInput {
    /// The change.
    pub(crate) change_id: cynic::Id,
    /// The entry's revision now.
    pub(crate) revision: i32,
}

mutation! {
    /// Sets an entry back to what it was after a change.
    entry_restore(EntryRestoreInput) -> "EntryRestorePayload"
}

/// Where the reader has looked.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct LastLookNoteInput {
    /// In which municipality.
    pub(crate) municipality: String,
}

/// Whether it was noted.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct LastLookNotePayload {
    done: bool,
}

mutation! {
    /// Notes that the reader has seen what changed.
    last_look_note(LastLookNoteInput) -> LastLookNotePayload
}
