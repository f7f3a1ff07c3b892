//! Fetching hits: the first pages at once when a place in the list is returned to, then page by page.

use cynic::Operation;

use crate::api::{Api, Failure};
use crate::directory::queries::fragments::ServiceCard;
use crate::directory::queries::hits::{
    Hits, HitsVariables, ServiceConnection, ServiceEdge, ServiceFacets, page,
};
use crate::directory::search::Search;

/// How many hits a page has.
pub(crate) const PAGE: u32 = 20;

/// The most that the API gives at once.
const MOST: u32 = 100;

/// What a search found, as far as it is fetched.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The search that found it.
    pub(crate) search: Search,
    /// The hits fetched.
    pub(crate) edges: Vec<ServiceEdge>,
    /// How many there are in all.
    pub(crate) total: i32,
    /// How many with each filter.
    pub(crate) facets: ServiceFacets,
    /// Nothing found: words near what was typed.
    pub(crate) suggestions: Vec<String>,
    /// Nothing found: the services that come nearest.
    pub(crate) nearest: Vec<ServiceCard>,
    /// After which to go on; `None` at the end.
    pub(crate) next: Option<String>,
}

/// Asks for the first page.
pub(crate) fn first_page(slug: &str, search: &Search) -> Operation<Hits, HitsVariables> {
    page(variables(slug, search, PAGE, None))
}

/// Fetches the first `pages` pages; `None` if there is no such municipality.
pub(crate) async fn first_pages(
    api: Api,
    slug: String,
    search: Search,
    pages: u32,
) -> Result<Option<Found>, Failure> {
    let wanted = pages.max(1) * PAGE;
    let Some(first) = ask(api, variables(&slug, &search, wanted.min(MOST), None)).await? else {
        return Ok(None);
    };
    let mut found = Found {
        search,
        next: next(&first),
        edges: first.edges,
        total: first.total_count,
        facets: first.facets,
        suggestions: first.suggestions,
        nearest: first.nearest,
    };
    while let (Some(after), true) = (found.next.clone(), (found.edges.len() as u32) < wanted) {
        let lacking = (wanted - found.edges.len() as u32).min(MOST);
        let asked = variables(&slug, &found.search, lacking, Some(after));
        let Some(more) = ask(api, asked).await? else { break };
        found.next = next(&more);
        found.edges.extend(more.edges);
    }
    Ok(Some(found))
}

/// Fetches one page more: the hits, and after which to go on.
pub(crate) async fn next_page(
    api: Api,
    slug: String,
    search: Search,
    after: String,
) -> Result<(Vec<ServiceEdge>, Option<String>), Failure> {
    let more = ask(api, variables(&slug, &search, PAGE, Some(after))).await?;
    Ok(more.map(|more| (more.edges.clone(), next(&more))).unwrap_or_default())
}

async fn ask(api: Api, variables: HitsVariables) -> Result<Option<ServiceConnection>, Failure> {
    let answer = api.ask(page(variables)).await?;
    Ok(answer.municipality.map(|municipality| municipality.services))
}

fn next(page: &ServiceConnection) -> Option<String> {
    page.page_info.clone().next()
}

fn variables(slug: &str, search: &Search, first: u32, after: Option<String>) -> HitsVariables {
    HitsVariables {
        slug: slug.to_owned(),
        search: search.typed(),
        filter: search.filter(),
        first: first as i32,
        after,
    }
}
