//! An approved framework: what it says, when the next is due, who has read it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use entity::framework::framework_edition;

use super::content::{EditionSection, EditionService};
use crate::access::{Action, Subject};
use crate::directory::Directory;
use crate::directory::graphql::Visibility;
use crate::directory::upkeep::rules::today;
use crate::error::Result;
use crate::framework::content;
use crate::framework::cycle::editions::{self, Receipt, Shelf};
use crate::framework::rules;
use crate::graphql::request;
use crate::ids::Opaque;

/// An approved framework. It never changes.
#[derive(Clone)]
pub struct FrameworkEdition {
    shelf: Arc<Shelf>,
    at: usize,
}

impl FrameworkEdition {
    /// The editions that are for these eyes, the newest first.
    pub(crate) async fn list(context: &Context<'_>, directory: &Arc<Directory>) -> Result<Vec<Self>> {
        let ctx = request(context);
        let Some(shelf) = editions::list(ctx, directory).await? else { return Ok(Vec::new()) };
        ctx.hand_out(shelf.editions.len())?;
        let shelf = Arc::new(shelf);
        Ok((0..shelf.editions.len()).map(|at| Self { shelf: shelf.clone(), at }).collect())
    }

    /// The edition with this number, or the newest.
    pub(crate) async fn find(
        context: &Context<'_>,
        directory: &Arc<Directory>,
        number: Option<i32>,
    ) -> Result<Option<Self>> {
        let shelf = editions::find(request(context), directory, number).await?;
        Ok(shelf.map(|shelf| Self { shelf: Arc::new(shelf), at: 0 }))
    }

    fn row(&self) -> &framework_edition::Model {
        &self.shelf.editions[self.at]
    }

    fn receipt_of(&self, receipt: &Receipt) -> FrameworkReceipt {
        let directory = &self.shelf.directory;
        let organisation = receipt.organisation.and_then(|id| directory.organisation(id));
        FrameworkReceipt {
            person: receipt.person.clone(),
            organisation: organisation.map(|at| directory.organisations[at].row.name.clone()),
            told_at: receipt.row.told_at,
            read_at: receipt.row.read_at,
        }
    }

    fn is_for_those_within(&self, context: &Context<'_>) -> bool {
        request(context).may(Action::FrameworkRead, Subject::Internal(self.row().municipality_id))
    }
}

/// An approved framework. It never changes.
#[Object]
impl FrameworkEdition {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.row().id.show().into()
    }

    /// Counts the editions of the municipality, from 1.
    async fn number(&self) -> i32 {
        self.row().number
    }

    /// The day it was approved.
    async fn approved_on(&self) -> NaiveDate {
        self.row().approved_on
    }

    /// The day by which the next is due; of the newest as it has been set since.
    async fn due_on(&self) -> NaiveDate {
        self.shelf.due_on(self.at)
    }

    /// Whether it is the newest and the next is late.
    async fn is_overdue(&self, context: &Context<'_>) -> bool {
        let today = today(request(context).now());
        self.shelf.is_newest(self.at) && rules::is_overdue(today, Some(self.shelf.due_on(self.at)))
    }

    /// Whether it is the newest.
    async fn is_newest(&self) -> bool {
        self.shelf.is_newest(self.at)
    }

    /// Who had updated it; null to those without a role here.
    async fn updated_by(&self, context: &Context<'_>) -> Option<&str> {
        self.row().updated_by.as_deref().filter(|_| self.is_for_those_within(context))
    }

    /// Who is to update it next; of the newest as it has been set since. Null to those without a role here.
    async fn next_update_by(&self, context: &Context<'_>) -> Option<&str> {
        self.shelf.next_update_by(self.at).filter(|_| self.is_for_those_within(context))
    }

    /// Who may read the municipality's editions.
    async fn visibility(&self) -> Visibility {
        self.shelf.framework.visibility.into()
    }

    /// Path of the printable page.
    async fn print_url(&self) -> String {
        format!("/{}/ramme/{}/print", self.shelf.directory.municipality.slug, self.row().number)
    }

    /// What it says, section by section.
    #[graphql(complexity = "6 * child_complexity")]
    async fn sections(&self, context: &Context<'_>) -> Result<Vec<EditionSection>> {
        let content = self.shelf.content(request(context), self.at).await?;
        EditionSection::list(context, &self.shelf.directory, content)
    }

    /// The services of the directory as they were.
    #[graphql(complexity = "20 * child_complexity")]
    async fn services(&self, context: &Context<'_>) -> Result<Vec<EditionService>> {
        let ctx = request(context);
        let content = self.shelf.content(ctx, self.at).await?;
        ctx.hand_out(content.services.len())?;
        Ok(content.services.iter().map(EditionService::from).collect())
    }

    /// What had been done since the edition before.
    #[graphql(complexity = "10 * child_complexity")]
    async fn done(&self, context: &Context<'_>) -> Result<Vec<DoneActivity>> {
        let ctx = request(context);
        let content = self.shelf.content(ctx, self.at).await?;
        ctx.hand_out(content.done.len())?;
        Ok(content.done.iter().cloned().map(DoneActivity::from).collect())
    }

    /// The viewer's own receipt; null where they were not asked.
    async fn receipt(&self, context: &Context<'_>) -> Result<Option<FrameworkReceipt>> {
        let receipt = self.shelf.own_receipt(request(context), self.at).await?;
        Ok(receipt.map(|receipt| self.receipt_of(receipt)))
    }

    /// Who was told and who has confirmed, by name; null for all but the steering group and project leaders.
    #[graphql(complexity = "10 * child_complexity")]
    async fn receipts(&self, context: &Context<'_>) -> Result<Option<Vec<FrameworkReceipt>>> {
        let ctx = request(context);
        let Some(receipts) = self.shelf.receipts(ctx, self.at).await? else { return Ok(None) };
        ctx.hand_out(receipts.len())?;
        Ok(Some(receipts.iter().map(|receipt| self.receipt_of(receipt)).collect()))
    }
}

/// Something that was done for a goal.
#[derive(SimpleObject)]
pub struct DoneActivity {
    /// The goal.
    goal: String,
    /// What was done.
    title: String,
    /// When.
    done_on: Option<NaiveDate>,
    /// By whom.
    responsible: Option<String>,
}

impl From<content::DoneActivity> for DoneActivity {
    fn from(content: content::DoneActivity) -> Self {
        let content::DoneActivity { goal, title, done_on, responsible } = content;
        Self { goal, title, done_on, responsible }
    }
}

/// Somebody who was told of an edition.
#[derive(SimpleObject)]
pub struct FrameworkReceipt {
    /// Their name.
    person: String,
    /// The organisation for which they have a role; null where that is none in particular.
    organisation: Option<String>,
    /// When they were told.
    told_at: DateTime<Utc>,
    /// When they said that they have read it; null where not yet.
    read_at: Option<DateTime<Utc>>,
}
