//! Checking and freshness in GraphQL.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::connection::PageInfo;
use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use chrono::NaiveDate;
use entity::identity::person;
use entity::ids::PersonId;

use super::service;
use crate::directory::graphql::Service;
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Result};
use crate::graphql::page::Page;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;
use crate::identity::graphql::Person;
use crate::ids::NodeId;

/// A page of services that are to be checked.
pub struct OverdueConnection {
    directory: Arc<Directory>,
    overdue: Vec<(usize, NaiveDate)>,
    owners: HashMap<PersonId, person::Model>,
    page: Page,
}

impl OverdueConnection {
    /// The page of what is overdue. One statement, for the owners.
    pub(crate) async fn new(
        context: &Context<'_>,
        directory: Arc<Directory>,
        first: i32,
        after: Option<&str>,
    ) -> Result<Self> {
        let ctx = request(context);
        let overdue = service::overdue(ctx, &directory)?;
        let place = |cursor: &str| match NodeId::parse(cursor) {
            Some(NodeId::Service(id)) => {
                let service = directory.service(id)?;
                overdue.iter().position(|(at, _)| *at == service)
            }
            _ => None,
        };
        let page = Page::new(overdue.len(), first, after, place)?;
        let owners = service::owners(ctx, &directory).await?;
        let owners = owners.into_iter().map(|person| (person.id, person)).collect();
        Ok(Self { directory, overdue, owners, page })
    }

    fn cursor(&self, place: usize) -> String {
        NodeId::Service(self.directory.services[self.overdue[place].0].row.id).to_string()
    }

    fn node(&self, place: usize) -> OverdueService {
        let (at, due_on) = self.overdue[place];
        let owner = self.directory.services[at].row.owner_id.and_then(|id| self.owners.get(&id));
        OverdueService::new(self.directory.clone(), at, due_on, owner.cloned())
    }
}

/// A page of services that are to be checked, the longest overdue first.
#[Object]
impl OverdueConnection {
    /// The services with their cursors.
    async fn edges(&self, context: &Context<'_>) -> Result<Vec<OverdueEdge>> {
        request(context).hand_out(self.page.range.len())?;
        let edge = |place| OverdueEdge { cursor: self.cursor(place), node: self.node(place) };
        Ok(self.page.range.clone().map(edge).collect())
    }

    /// The services.
    async fn nodes(&self, context: &Context<'_>) -> Result<Vec<OverdueService>> {
        request(context).hand_out(self.page.range.len())?;
        Ok(self.page.range.clone().map(|place| self.node(place)).collect())
    }

    /// What lies before and behind the page.
    async fn page_info(&self) -> PageInfo {
        self.page.info(|place| self.cursor(place))
    }

    /// How many there are on all pages.
    async fn total_count(&self) -> usize {
        self.overdue.len()
    }
}

/// A service on a page of those to be checked.
#[derive(SimpleObject)]
pub struct OverdueEdge {
    /// Where the next page begins, if this is the last wanted.
    cursor: String,
    /// The service.
    node: OverdueService,
}

/// A service that is to be checked.
#[derive(SimpleObject)]
pub struct OverdueService {
    /// The service.
    service: Service,
    /// The day by which it was to be checked.
    due_on: NaiveDate,
    /// Who looks after it; null where nobody does, or nobody who can sign in.
    owner: Option<Person>,
}

impl OverdueService {
    /// The service at this place of the directory.
    pub(crate) fn new(
        directory: Arc<Directory>,
        at: usize,
        due_on: NaiveDate,
        owner: Option<person::Model>,
    ) -> Self {
        Self { service: Service::new(directory, at), due_on, owner: owner.map(Person::from) }
    }
}

/// What keeps a directory fresh.
#[derive(Default)]
pub struct UpkeepMutation;

#[Object]
impl UpkeepMutation {
    /// Says that a service's entry was checked today and is right.
    async fn service_confirm(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which service.")] input: ServiceConfirmInput,
    ) -> Result<ServiceConfirmPayload> {
        let Some(NodeId::Service(id)) = NodeId::parse(&input.id) else { return Err(Error::NotFound) };
        let confirmed = service::confirm(request(context), id, input.revision).await;
        let (found, user_errors) = answered(confirmed)?;
        let service = found.map(|(directory, at)| Service::new(directory, at));
        Ok(ServiceConfirmPayload { service, user_errors })
    }

    /// Says the same by the link in a mail, without signing in. A link works once.
    async fn service_confirm_by_link(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which link.")] input: ServiceConfirmByLinkInput,
    ) -> Result<ServiceConfirmByLinkPayload> {
        let confirmed = service::confirm_by_link(request(context), &input.token).await;
        let (service_name, user_errors) = answered(confirmed)?;
        Ok(ServiceConfirmByLinkPayload { service_name, user_errors })
    }

    /// Notes that the viewer has looked through the changes; `changesSinceLastLook` begins anew.
    async fn last_look_note(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Where.")] input: LastLookNoteInput,
    ) -> Result<LastLookNotePayload> {
        let ctx = request(context);
        let directory = directory_service::open(ctx, &input.municipality)?.ok_or(Error::NotFound)?;
        service::note_last_look(ctx, &directory).await?;
        Ok(LastLookNotePayload { done: true })
    }
}

/// Which service is right.
#[derive(InputObject)]
pub struct ServiceConfirmInput {
    /// The service's key.
    id: ID,
    /// The revision that was read.
    revision: i32,
}

/// The service, checked.
#[derive(SimpleObject)]
pub struct ServiceConfirmPayload {
    /// The service as it stands now; null where it was not confirmed.
    service: Option<Service>,
    /// What was wrong with what was sent.
    user_errors: Vec<UserError>,
}

/// Which link was followed.
#[derive(InputObject)]
pub struct ServiceConfirmByLinkInput {
    /// The last part of the link's path.
    token: String,
}

/// What the link has confirmed.
#[derive(SimpleObject)]
pub struct ServiceConfirmByLinkPayload {
    /// Name of the service; null where it was not confirmed.
    service_name: Option<String>,
    /// What was wrong with the link.
    user_errors: Vec<UserError>,
}

/// Where the changes were looked through.
#[derive(InputObject)]
pub struct LastLookNoteInput {
    /// The municipality's slug.
    municipality: String,
}

/// The look is noted.
#[derive(SimpleObject)]
pub struct LastLookNotePayload {
    /// Always true.
    done: bool,
}
