//! The history of the framework and its parts in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use entity::ids::{FrameworkChangeId, PersonId, PlanId};
use serde_json::Value;
use uuid::Uuid;

use crate::directory::editing::graphql::ChangeAction;
use crate::directory::forms::difference::{self, ChangedField};
use crate::error::{Error, Result};
use crate::framework::draft::read::Draft;
use crate::framework::draft::service;
use crate::framework::history::{self, Told};
use crate::framework::values::FrameworkPart;
use crate::graphql::request;
use crate::graphql::slice::{self, connection};
use crate::ids::Opaque;
use crate::plan;

/// A change of a part of the framework.
#[derive(Clone)]
pub struct FrameworkChange {
    draft: Arc<Draft>,
    told: Told,
}

impl FrameworkChange {
    fn cursor(&self) -> String {
        self.told.change.id.show()
    }
}

/// A change of a part of a framework or a plan.
#[Object]
impl FrameworkChange {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.cursor().into()
    }

    /// Kind of the part.
    async fn part(&self) -> FrameworkPart {
        self.told.change.part.into()
    }

    /// Key of the part, which may be gone.
    async fn subject_id(&self) -> ID {
        history::subject(&self.told.change).into()
    }

    /// What the part was called then, in Danish where the words are the model's.
    async fn subject_name(&self) -> &str {
        &self.told.change.subject_name
    }

    /// What was done.
    async fn action(&self) -> ChangeAction {
        self.told.change.action.into()
    }

    /// When; of an answer that was typed over some minutes, when it was last saved.
    async fn at(&self) -> DateTime<Utc> {
        self.told.change.at
    }

    /// Who: a person's name, or `tovholder …` for a command run on the machine.
    async fn actor_name(&self) -> &str {
        &self.told.actor
    }

    /// The revision that the change left behind.
    async fn revision(&self) -> i32 {
        self.told.change.revision
    }

    /// The fields that say something else than before.
    #[graphql(complexity = "5 * child_complexity")]
    async fn fields(&self, context: &Context<'_>) -> Result<Vec<ChangedField>> {
        let read = |json: &Option<String>| -> Option<Value> { serde_json::from_str(json.as_deref()?).ok() };
        let change = &self.told.change;
        let (before, after) = (read(&change.before), read(&change.after));
        let mut fields = difference::between(&self.draft.directory, before.as_ref(), after.as_ref());
        for field in fields.iter_mut().filter(|field| field.field == "assigneeId") {
            for said in [&mut field.before, &mut field.after].into_iter().flatten() {
                let person = PersonId::read(said).and_then(|id| self.told.people.get(&id));
                *said = person.unwrap_or(said).clone();
            }
        }
        request(context).hand_out(fields.len())?;
        Ok(fields)
    }

    /// Whether the viewer can set the part to the state after this change (before it, for a deletion).
    async fn can_restore(&self, context: &Context<'_>) -> bool {
        service::can_restore(request(context), &self.draft, &self.told.change)
    }
}

connection! {
    /// A page of changes of a framework, the newest first.
    FrameworkChangeConnection { draft: Arc<Draft>, subjects: Option<Vec<Uuid>> },
    /// A change of a framework on a page.
    FrameworkChangeEdge of FrameworkChange
}

impl FrameworkChangeConnection {
    /// The page of a framework's changes that was asked for.
    pub(super) async fn read(
        context: &Context<'_>,
        draft: &Arc<Draft>,
        first: i32,
        after: Option<String>,
        subject: Option<ID>,
    ) -> Result<Self> {
        let wrong = || Error::invalid("after", "This cursor is not in the list; start from the beginning.");
        let after = after.map(|cursor| FrameworkChangeId::read(&cursor).ok_or_else(wrong)).transpose()?;
        let unknown = || Error::invalid("subject", "This is not the key of a part of a framework.");
        let (ctx, size) = (request(context), slice::size(first)?);
        let subjects = match subject {
            Some(id) => Some(match PlanId::read(&id) {
                Some(plan) => plan::service::with_parts(ctx, &draft.directory, plan).await?,
                None => vec![history::subject_key(&id).ok_or_else(unknown)?],
            }),
            None => None,
        };
        let known = |person| draft.people.name(person).map(str::to_owned);
        let page = history::list(ctx, draft.municipality(), subjects.as_deref(), size, after, known).await?;
        let page = page.map(|told| FrameworkChange { draft: draft.clone(), told });
        Ok(Self::new(page, draft.clone(), subjects))
    }

    async fn count(&self, context: &Context<'_>) -> Result<u64> {
        history::count(request(context), self.draft.municipality(), self.subjects.as_deref()).await
    }
}
