//! The history of the framework and its parts in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use entity::ids::{FrameworkChangeId, MunicipalityId, PlanId};

use crate::directory::Directory;
use crate::directory::editing::graphql::ChangeAction;
use crate::directory::forms::difference::{self, ChangedField};
use crate::error::{Error, Result};
use crate::framework::draft::read::Draft;
use crate::framework::draft::service;
use crate::framework::history::{self, Of, Told};
use crate::framework::values::FrameworkPart;
use crate::graphql::request;
use crate::graphql::slice::{self, connection};
use crate::ids::Opaque;
use crate::plan::whole::Plans;

/// A change of a part of the framework.
#[derive(Clone)]
pub struct FrameworkChange {
    directory: Arc<Directory>,
    /// What the part can be set back in; none where it stands in a plan.
    draft: Option<Arc<Draft>>,
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
        let [before, after] = self.told.sides();
        let fields = difference::between(&self.directory, before.as_ref(), after.as_ref());
        request(context).hand_out(fields.len())?;
        Ok(fields)
    }

    /// Whether the viewer can set the part to the state after this change (before it, for a deletion).
    async fn can_restore(&self, context: &Context<'_>) -> bool {
        let can = |draft: &Arc<Draft>| service::can_restore(request(context), draft, &self.told.change);
        self.draft.as_ref().is_some_and(can)
    }
}

connection! {
    /// A page of changes of a framework or a plan, the newest first.
    FrameworkChangeConnection { municipality: MunicipalityId, of: Of },
    /// A change on a page.
    FrameworkChangeEdge of FrameworkChange
}

impl FrameworkChangeConnection {
    /// The page of a framework's changes that was asked for.
    pub(super) async fn of_framework(
        context: &Context<'_>,
        draft: &Arc<Draft>,
        (first, after): (i32, Option<String>),
        subject: Option<ID>,
    ) -> Result<Self> {
        let unknown = || Error::invalid("subject", "This is not the key of a part of a framework.");
        let of = match subject {
            Some(id) => Of::Part(history::subject_key(&id).ok_or_else(unknown)?),
            None => Of::All,
        };
        let known = |person| draft.people.name(person).map(str::to_owned);
        let (size, after) = wanted(first, after)?;
        let page = history::list(request(context), draft.municipality(), of, size, after, known);
        let change =
            |told| FrameworkChange { directory: draft.directory.clone(), draft: Some(draft.clone()), told };
        Ok(Self::new(page.await?.map(change), draft.municipality(), of))
    }

    /// The page of a plan's changes that was asked for: of its own words, its goals and its activities.
    pub(crate) async fn of_plan(
        context: &Context<'_>,
        plans: &Plans,
        plan: PlanId,
        (first, after): (i32, Option<String>),
    ) -> Result<Self> {
        let here = plans.directory.municipality.id;
        let known = |person| plans.names.get(&person).cloned();
        let (size, after) = wanted(first, after)?;
        let page = history::list(request(context), here, Of::Plan(plan), size, after, known).await?;
        let change = |told| FrameworkChange { directory: plans.directory.clone(), draft: None, told };
        Ok(Self::new(page.map(change), here, Of::Plan(plan)))
    }

    async fn count(&self, context: &Context<'_>) -> Result<u64> {
        history::count(request(context), self.municipality, self.of).await
    }
}

/// How many changes of a page, and after which.
fn wanted(first: i32, after: Option<String>) -> Result<(u64, Option<FrameworkChangeId>)> {
    let wrong = || Error::invalid("after", "This cursor is not in the list; start from the beginning.");
    let after = after.map(|cursor| FrameworkChangeId::read(&cursor).ok_or_else(wrong)).transpose()?;
    Ok((slice::size(first)?, after))
}
