//! The history in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use entity::directory::values as stored;
use entity::ids::{DirectoryChangeId, PersonId};
use serde_json::Value;

use crate::directory::Directory;
use crate::directory::editing::history::{self, Told, Wanted};
use crate::directory::editing::service;
use crate::directory::forms::difference::{self, ChangedField};
use crate::error::{Error, Result};
use crate::graphql::node::Node;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::graphql::slice::{self, connection};
use crate::ids::{NodeId, Opaque};

/// Kinds of entries that people edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "stored::EntryKind")]
pub enum EntryKind {
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
    /// A concept of the municipality's own.
    Concept,
}

/// What was done to an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "stored::ChangeAction")]
pub enum ChangeAction {
    /// Made.
    Created,
    /// Changed.
    Updated,
    /// Set back to an earlier state.
    Restored,
    /// Another entry became part of it.
    Merged,
    /// Closed for good.
    Closed,
    /// Taken out.
    Deleted,
    /// Checked and found right.
    Checked,
}

/// A change of an entry.
#[derive(Clone)]
pub struct Change {
    directory: Arc<Directory>,
    told: Told,
}

impl Change {
    fn cursor(&self) -> String {
        self.told.change.id.show()
    }
}

/// A change of an entry.
#[Object]
impl Change {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        self.cursor().into()
    }

    /// Kind of the entry.
    async fn kind(&self) -> EntryKind {
        self.told.change.kind.into()
    }

    /// Key of the entry, which may be gone.
    async fn subject_id(&self) -> ID {
        history::subject(&self.told.change).to_string().into()
    }

    /// What the entry was called then.
    async fn subject_name(&self) -> &str {
        &self.told.change.subject_name
    }

    /// What was done.
    async fn action(&self) -> ChangeAction {
        self.told.change.action.into()
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.told.change.at
    }

    /// Who: a person's name, or `tovholder …` for a command run on the machine.
    async fn actor_name(&self) -> &str {
        &self.told.actor
    }

    /// Why, in a word.
    async fn note(&self) -> Option<&str> {
        self.told.change.note.as_deref()
    }

    /// The fields that say something else than before.
    #[graphql(complexity = "5 * child_complexity")]
    async fn fields(&self) -> Vec<ChangedField> {
        let read = |json: &Option<String>| -> Option<Value> { serde_json::from_str(json.as_deref()?).ok() };
        let change = &self.told.change;
        let (before, after) = (read(&change.before), read(&change.after));
        let mut fields = difference::between(&self.directory, before.as_ref(), after.as_ref());
        for field in fields.iter_mut().filter(|field| field.field == "ownerId") {
            for said in [&mut field.before, &mut field.after].into_iter().flatten() {
                let person = PersonId::read(said).and_then(|id| self.told.people.get(&id));
                *said = person.unwrap_or(said).clone();
            }
        }
        fields
    }

    /// The revision that the change left behind.
    async fn revision(&self) -> i32 {
        self.told.change.revision
    }

    /// Whether the viewer can set the entry to the state after this change (before it, for a deletion).
    async fn can_restore(&self, context: &Context<'_>) -> bool {
        history::can_restore(request(context), &self.directory, &self.told.change)
    }
}

connection! {
    /// A page of changes, the newest first.
    ChangeConnection { directory: Arc<Directory>, wanted: Wanted },
    /// A change on a page.
    ChangeEdge of Change
}

impl ChangeConnection {
    /// The page of a directory's changes that was asked for.
    pub(crate) async fn read(
        context: &Context<'_>,
        directory: &Arc<Directory>,
        first: i32,
        after: Option<String>,
        subject: Option<ID>,
        since: Option<DateTime<Utc>>,
    ) -> Result<Self> {
        let wrong = || Error::invalid("after", "This cursor is not in the list; start from the beginning.");
        let after = after.map(|cursor| DirectoryChangeId::read(&cursor).ok_or_else(wrong)).transpose()?;
        let unknown = || Error::invalid("subject", "This is not the key of an entry.");
        let subject = subject.map(|id| NodeId::parse(&id).ok_or_else(unknown)).transpose()?;
        let wanted = Wanted { subject, since };
        let size = slice::size(first)?;
        let page = history::list(request(context), directory, &wanted, size, after).await?;
        let page = page.map(|told| Change { directory: directory.clone(), told });
        Ok(Self::new(page, directory.clone(), wanted))
    }

    async fn count(&self, context: &Context<'_>) -> Result<u64> {
        history::count(request(context), &self.directory, &self.wanted).await
    }
}

/// Sets entries back.
#[derive(Default)]
pub struct HistoryMutation;

#[Object]
impl HistoryMutation {
    /// Sets an entry to the state after a change, or takes a deletion back. Nothing is lost: this is a change too.
    async fn entry_restore(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which state.")] input: EntryRestoreInput,
    ) -> Result<EntryRestorePayload> {
        let change = DirectoryChangeId::read(&input.change_id).ok_or(Error::NotFound)?;
        let ctx = request(context);
        let (edited, user_errors) = answered(service::restore(ctx, change, input.revision).await)?;
        let entry = edited.and_then(|edited| {
            let at = edited.directory.place(edited.id)?;
            Some(Node::new(edited.id, edited.directory, at))
        });
        Ok(EntryRestorePayload { entry, user_errors })
    }
}

/// A state to be set again.
#[derive(InputObject)]
pub struct EntryRestoreInput {
    /// The change that left it.
    change_id: ID,
    /// The entry's revision now; 0 where it has been taken out.
    revision: i32,
}

/// The entry that was set back.
#[derive(SimpleObject)]
pub struct EntryRestorePayload {
    /// The entry; null where it was not set back.
    entry: Option<Node>,
    /// What stood in the way, by the fields of the entry's form.
    user_errors: Vec<UserError>,
}
