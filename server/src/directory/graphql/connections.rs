//! Lists by page, as Relay has them.

use std::sync::Arc;

use async_graphql::connection::PageInfo;
use async_graphql::{Context, Object, SimpleObject};

use super::facets::ServiceFacets;
use super::matches::SearchMatch;
use super::{Contact, Organisation, Service};
use crate::directory::Directory;
use crate::directory::service::FoundServices;
use crate::error::Result;
use crate::graphql::page::Page;
use crate::graphql::prompt::{Prompt, Prompts};
use crate::graphql::request;
use crate::ids::NodeId;

/// A page of services.
pub struct ServiceConnection {
    found: FoundServices,
    page: Page,
}

impl ServiceConnection {
    pub(crate) fn new(found: FoundServices, first: i32, after: Option<&str>) -> Result<Self> {
        let directory = found.directory();
        let place = |cursor: &str| match NodeId::parse(cursor) {
            Some(NodeId::Service(id)) => {
                let at = directory.service(id)?;
                found.found.iter().position(|service| *service == at)
            }
            _ => None,
        };
        let page = Page::new(found.found.len(), first, after, place)?;
        Ok(Self { found, page })
    }

    fn cursor(&self, place: usize) -> String {
        NodeId::Service(self.found.directory().services[self.found.found[place]].row.id).show()
    }
}

/// A page of services.
#[Object]
impl ServiceConnection {
    /// The services with their cursors and why each matched.
    async fn edges(&self, context: &Context<'_>) -> Result<Vec<ServiceEdge<'_>>> {
        request(context).hand_out(self.page.range.len())?;
        Ok(self.page.range.clone().map(|place| ServiceEdge { connection: self, place }).collect())
    }

    /// The services.
    async fn nodes(&self, context: &Context<'_>) -> Result<Prompts<Service>> {
        let places = &self.found.found[self.page.range.clone()];
        Service::list(context, self.found.directory(), places.iter().copied())
    }

    /// What lies before and behind the page.
    async fn page_info(&self) -> PageInfo {
        self.page.info(|place| self.cursor(place))
    }

    /// How many services there are on all pages.
    async fn total_count(&self) -> usize {
        self.found.found.len()
    }

    /// How many there would be with other filters.
    async fn facets(&self, context: &Context<'_>) -> ServiceFacets {
        let counts = self.found.counts(request(context));
        ServiceFacets::new(self.found.directory(), self.found.filter(), &counts)
    }

    /// Where the words found nothing: words near those typed.
    async fn suggestions(&self) -> Vec<String> {
        self.found.suggestions()
    }

    /// Where the words found nothing: services whose names come nearest, at most three.
    async fn nearest(&self, context: &Context<'_>) -> Result<Prompts<Service>> {
        Service::list(context, self.found.directory(), self.found.nearest().into_iter())
    }
}

/// A service on a page.
pub struct ServiceEdge<'c> {
    connection: &'c ServiceConnection,
    place: usize,
}

/// A service on a page.
#[Object]
impl ServiceEdge<'_> {
    /// Where the next page begins, if this is the last wanted.
    async fn cursor(&self) -> String {
        self.connection.cursor(self.place)
    }

    /// The service.
    async fn node(&self) -> Prompt<Service> {
        let found = &self.connection.found;
        Prompt(Service::new(found.directory().clone(), found.found[self.place]))
    }

    /// Why it matched the words; empty where none were given.
    async fn matches(&self) -> Vec<SearchMatch> {
        let found = &self.connection.found;
        found.explain(found.found[self.place]).into_iter().map(SearchMatch::from).collect()
    }
}

/// Declares a plain connection: a list of places, paged by key.
macro_rules! connection {
    ($(#[$doc:meta])* $connection:ident, $(#[$edge_doc:meta])* $edge:ident of $node:ident by $variant:ident in $list:ident, $find:ident) => {
        $(#[$doc])*
        pub struct $connection {
            directory: Arc<Directory>,
            found: Vec<usize>,
            page: Page,
        }

        impl $connection {
            pub(crate) fn new(
                directory: Arc<Directory>,
                found: Vec<usize>,
                first: i32,
                after: Option<&str>,
            ) -> Result<Self> {
                let place = |cursor: &str| match NodeId::parse(cursor) {
                    Some(NodeId::$variant(id)) => {
                        let at = directory.$find(id)?;
                        found.iter().position(|candidate| *candidate == at)
                    }
                    _ => None,
                };
                let page = Page::new(found.len(), first, after, place)?;
                Ok(Self { directory, found, page })
            }

            fn cursor(&self, place: usize) -> String {
                NodeId::$variant(self.directory.$list[self.found[place]].row.id).to_string()
            }
        }

        $(#[$doc])*
        #[Object]
        impl $connection {
            /// The items with their cursors.
            async fn edges(&self, context: &Context<'_>) -> Result<Vec<$edge>> {
                request(context).hand_out(self.page.range.len())?;
                let edge = |place: usize| $edge {
                    cursor: self.cursor(place),
                    node: Prompt($node::new(self.directory.clone(), self.found[place])),
                };
                Ok(self.page.range.clone().map(edge).collect())
            }

            /// The items.
            async fn nodes(&self, context: &Context<'_>) -> Result<Prompts<$node>> {
                $node::list(context, &self.directory, self.found[self.page.range.clone()].iter().copied())
            }

            /// What lies before and behind the page.
            async fn page_info(&self) -> PageInfo {
                self.page.info(|place| self.cursor(place))
            }

            /// How many there are on all pages.
            async fn total_count(&self) -> usize {
                self.found.len()
            }
        }

        $(#[$edge_doc])*
        #[derive(SimpleObject)]
        pub struct $edge {
            /// Where the next page begins, if this is the last wanted.
            cursor: String,
            /// The item.
            node: Prompt<$node>,
        }
    };
}

connection! {
    /// A page of organisations.
    OrganisationConnection,
    /// An organisation on a page.
    OrganisationEdge of Organisation by Organisation in organisations, organisation
}

connection! {
    /// A page of contacts.
    ContactConnection,
    /// A contact on a page.
    ContactEdge of Contact by Contact in contacts, contact
}
