//! The audit log in GraphQL.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use entity::ids::{AuditEntryId, PersonId};

use super::service::{self, Filter, Named, Whose};
use crate::clock::DENMARK;
use crate::error::{Error, Result};
use crate::graphql::request;
use crate::graphql::slice::connection;
use crate::ids::Opaque;

/// Which entries of the audit log. All that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AuditFilter {
    /// What was done, one of these, for example `DirectoryWrite`.
    pub actions: Option<Vec<String>>,
    /// Who did it.
    pub person: Option<ID>,
    /// What it was done to.
    pub subject: Option<ID>,
    /// From this day on, in Denmark.
    pub from: Option<NaiveDate>,
    /// Until this day, in Denmark, the day itself included.
    pub to: Option<NaiveDate>,
}

impl AuditFilter {
    pub(crate) fn decode(self) -> Result<Filter> {
        let person = self.person.map(|id| {
            PersonId::read(&id).ok_or_else(|| Error::invalid("person", "This is not the key of a person."))
        });
        Ok(Filter {
            actions: self.actions.filter(|actions| !actions.is_empty()),
            person: person.transpose()?,
            subject: self.subject.map(|id| id.to_string()),
            from: self.from.and_then(beginning),
            until: self.to.and_then(|day| day.checked_add_days(Days::new(1))).and_then(beginning),
        })
    }
}

/// When a day begins in Denmark.
fn beginning(day: NaiveDate) -> Option<DateTime<Utc>> {
    DENMARK.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest().map(|at| at.to_utc())
}

/// Something that was done.
#[derive(Clone, SimpleObject)]
pub struct AuditEntry {
    /// Opaque key.
    id: ID,
    /// Place in the chain; null for entries from before there was one.
    sequence: Option<i64>,
    /// When.
    at: DateTime<Utc>,
    /// Who: a person's name, or `tovholder …` for a command run on the machine, or `anonymous`.
    actor_name: String,
    /// What, as an action of the policy, for example `DirectoryWrite`.
    action: String,
    /// To what: an opaque key.
    subject: String,
    /// The name of what it was done to, as it is now; null where it is gone.
    subject_name: Option<String>,
    /// More, in words.
    detail: Option<String>,
    /// From which network address.
    address: Option<String>,
    /// What it was before, as JSON.
    before: Option<String>,
    /// What it was afterwards, as JSON.
    after: Option<String>,
}

impl From<Named> for AuditEntry {
    fn from(Named { entry, actor, subject }: Named) -> Self {
        Self {
            id: entry.id.show().into(),
            sequence: entry.sequence,
            at: entry.at,
            actor_name: actor,
            action: entry.action,
            subject: entry.subject,
            subject_name: subject,
            detail: entry.detail,
            address: entry.address,
            before: entry.before,
            after: entry.after,
        }
    }
}

impl AuditEntry {
    fn cursor(&self) -> String {
        self.id.to_string()
    }
}

connection! {
    /// A page of the audit log.
    AuditConnection { whose: Whose, filter: Filter },
    /// An entry on a page.
    AuditEdge of AuditEntry
}

impl AuditConnection {
    /// The page of the log that was asked for: of the municipality, or of the installation.
    pub(crate) async fn read(
        context: &Context<'_>,
        whose: Whose,
        first: i32,
        after: Option<String>,
        filter: Option<AuditFilter>,
    ) -> Result<Self> {
        let after = after.map(|cursor| {
            let wrong =
                || Error::invalid("after", "This cursor is not in the list; start from the beginning.");
            AuditEntryId::read(&cursor).ok_or_else(wrong)
        });
        let filter = filter.unwrap_or_default().decode()?;
        let page = service::list(request(context), &whose, &filter, first, after.transpose()?).await?;
        Ok(Self::new(page.map(AuditEntry::from), whose, filter))
    }

    async fn count(&self, context: &Context<'_>) -> Result<u64> {
        service::count(request(context), &self.whose, &self.filter).await
    }
}

/// Where a query for the installation's log begins.
#[derive(Default)]
pub struct AuditQuery;

/// Where a query for the installation's log begins.
#[Object]
impl AuditQuery {
    /// What was done that belongs to no one municipality, the newest first: signing in of people with roles in several
    /// or in none, tries at accounts that are not there, what concerns the installation. For administrators.
    #[graphql(complexity = "first.max(0) as usize * child_complexity", cache_control(no_cache))]
    async fn audit(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100.", default = 50)] first: i32,
        #[graphql(desc = "The cursor after which to begin.")] after: Option<String>,
        #[graphql(desc = "Which entries.")] filter: Option<AuditFilter>,
    ) -> Result<AuditConnection> {
        AuditConnection::read(context, None, first, after, filter).await
    }
}
