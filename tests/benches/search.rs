//! How long a search takes at 10,000 services: every tuning query, as one types it letter by letter too.

use std::time::Duration;

use serde_json::json;
use tests::database::{Kind, TestDatabase};
use tests::process::Service;
use tests::{large, queries};

use crate::directory::fill;
use crate::load::{self, Questions};

const QUERY: &str = "query Search($search: String!) { municipality(slug: \"prove\") { services(search: $search, first: 20) { \
    totalCount edges { matches { typed matched via field } node { id name access organisation { name } } } \
    facets { themes { value count } sectors { value count } access { value count } openNow } } } }";

/// Measures and prints.
pub async fn run() {
    let database = TestDatabase::empty(Kind::Sqlite).await;
    fill(&database, large::SEARCH).await;
    let service = Service::start(&database.url);
    let typed = queries::tuning().into_iter().flat_map(|query| {
        let letters: Vec<char> = query.text.chars().collect();
        [letters.len(), letters.len() * 2 / 3].map(|end| letters[..end.max(1)].iter().collect::<String>())
    });
    let bodies: Vec<String> = typed
        .map(|search| json!({ "query": QUERY, "variables": { "search": search } }).to_string())
        .collect();
    load::run(&service.address, &bodies, 1, Duration::from_secs(3), Questions::New).await;
    let outcome = load::run(&service.address, &bodies, 1, Duration::from_secs(10), Questions::New).await;
    println!(
        "Search with matches and facets at 10,000 services: {} queries in turn, one at a time",
        bodies.len()
    );
    println!(
        "  p50 {:.2} ms   p95 {:.2} ms   p99 {:.2} ms   {:.0} requests/s   memory {:.0} MB   ready after {:.0} ms",
        outcome.percentile(0.5),
        outcome.percentile(0.95),
        outcome.percentile(0.99),
        outcome.rate(),
        service.memory_mb().0,
        service.started_in.as_secs_f64() * 1e3
    );
}
