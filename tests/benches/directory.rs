//! The nested directory query (50 services, each with organisation, themes and contacts) under load, with memory
//! and start time, at 2,000 services, 4,000 contacts and 300 organisations, on both databases.

use std::time::Duration;

use serde_json::{Value, json};
use server::app::App;
use server::ctx::{Actor, Ctx};
use server::sample;
use tests::database::{Kind, TestDatabase};
use tests::large;
use tests::process::Service;

use crate::load::{self, Questions};

const QUERY: &str = "query Directory($after: String) { municipality(slug: \"prove\") { services(first: 50, after: $after) { \
    nodes { id name access organisation { id name sector } themes { id name } \
    contacts { contact { id name title phones { number } } } } pageInfo { endCursor } } } }";
/// The same with what the peers were asked for: organisation and contacts, and no more of each than a list shows.
const LIST: &str = "query List($after: String) { municipality(slug: \"prove\") { services(first: 50, after: $after) { \
    nodes { id name organisation { id name } contacts { contact { id name } } } pageInfo { endCursor } } } }";
const CONNECTIONS: usize = 32;

/// Measures and prints.
pub async fn run() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let database = TestDatabase::empty(kind).await;
        fill(&database, large::DIRECTORY).await;
        let service = Service::start(&database.url);
        let bodies = pages(&service.address, QUERY).await;
        println!(
            "Nested directory query, {kind:?}: {} pages of 50 in turn, {CONNECTIONS} connections",
            bodies.len()
        );
        measure(&service, "each question new   ", &bodies, Questions::New).await;
        measure(&service, "questions come again", &bodies, Questions::Repeated).await;
        let bodies = pages(&service.address, LIST).await;
        measure(&service, "as the peers, new   ", &bodies, Questions::New).await;
        let (memory, most) = service.memory_mb();
        println!(
            "  memory {memory:.0} MB (most {most:.0} MB)   ready after {:.0} ms",
            service.started_in.as_secs_f64() * 1e3
        );
    }
    let samples = TestDatabase::with_samples(Kind::Sqlite).await;
    let service = Service::start(&samples.url);
    let (memory, most) = service.memory_mb();
    println!(
        "With the sample municipalities: memory {memory:.0} MB (most {most:.0} MB), ready after {:.0} ms",
        service.started_in.as_secs_f64() * 1e3
    );
}

/// Three seconds to warm up, ten that count.
async fn measure(service: &Service, name: &str, bodies: &[String], questions: Questions) {
    load::run(&service.address, bodies, CONNECTIONS, Duration::from_secs(3), questions).await;
    let used = service.processor_seconds();
    let outcome = load::run(&service.address, bodies, CONNECTIONS, Duration::from_secs(10), questions).await;
    let used = service.processor_seconds() - used;
    println!(
        "  {name}  {:>6.0} requests/s   {:.3} ms CPU per request   p50 {:.1} ms   p99 {:.1} ms   {} bytes",
        outcome.rate(),
        used * 1e3 / outcome.requests as f64,
        outcome.percentile(0.5),
        outcome.percentile(0.99),
        outcome.bytes
    );
}

/// Loads a made-up municipality.
pub async fn fill(database: &TestDatabase, size: large::Size) {
    let ctx = Ctx::new(App::new(database.connect().await), Actor::Command("bench"));
    sample::service::load(&ctx, &large::municipality(size), false).await.expect("a municipality");
}

/// A query for every page of the list.
async fn pages(address: &str, query: &str) -> Vec<String> {
    let mut bodies = Vec::new();
    let mut after = Value::Null;
    loop {
        let body = json!({ "query": query, "variables": { "after": after } }).to_string();
        let data = load::ask(address, body.clone()).await;
        after = data.pointer("/municipality/services/pageInfo/endCursor").expect("a page").clone();
        if after.is_null() {
            return bodies;
        }
        bodies.push(body);
    }
}
