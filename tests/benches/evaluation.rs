//! How well the search answers: Recall@3 and mean reciprocal rank on both query sets.

use std::collections::BTreeMap;

use server::app::App;
use server::ctx::{Actor, Ctx};
use server::directory::facets::Filter;
use server::directory::service;
use tests::database::{Kind, TestDatabase};
use tests::queries::{self, Query, Score};

/// Prints the scores; with `misses` also each tuning query that was not answered among the first three.
/// The held-out queries are looked at last, and only as figures.
pub async fn run(misses: bool, held_out: bool) {
    let database = TestDatabase::with_samples(Kind::Sqlite).await;
    let app = App::new(database.connect().await);
    app.directories().refresh(app.db()).await.expect("read models");
    let ctx = Ctx::new(app, Actor::Anonymous);
    println!("Search: right answers (sample municipalities)");
    evaluate(&ctx, "tuning", &queries::tuning(), misses);
    if held_out {
        evaluate(&ctx, "held out", &queries::held_out(), false);
    }
}

fn evaluate(ctx: &Ctx, name: &str, queries: &[Query], misses: bool) {
    let mut all = Score::default();
    let mut by_kind: BTreeMap<&str, Score> = BTreeMap::new();
    for query in queries {
        let found = slugs(ctx, query);
        if misses && !found.iter().take(3).any(|slug| query.relevant.contains(slug)) {
            println!(
                "    {:<12} {:<12} {:?} wants {:?}, found {:?}",
                query.kind,
                query.municipality,
                query.text,
                query.relevant,
                &found[..found.len().min(4)]
            );
        }
        if misses && !found.iter().take(3).any(|slug| query.relevant.contains(slug)) {
            explain(ctx, query);
        }
        all.count(query, &found);
        by_kind.entry(&query.kind).or_default().count(query, &found);
    }
    println!(
        "  {name:<10} {:>4} queries   Recall@3 {:.3}   MRR {:.3}",
        all.queries,
        all.recall_at_3(),
        all.mrr()
    );
    for (kind, score) in by_kind {
        println!("    {kind:<14} {:>4}   {:.3}   {:.3}", score.queries, score.recall_at_3(), score.mrr());
    }
}

fn slugs(ctx: &Ctx, query: &Query) -> Vec<String> {
    let directory = service::open(ctx, &query.municipality).expect("allowed").expect("a sample municipality");
    let found =
        service::find_services(ctx, &directory, Some(&query.text), Filter::default()).expect("an answer");
    found.slugs().map(str::to_owned).collect()
}

/// Why the first hits, and the right ones, matched.
fn explain(ctx: &Ctx, query: &Query) {
    let directory = service::open(ctx, &query.municipality).expect("allowed").expect("a sample municipality");
    let found =
        service::find_services(ctx, &directory, Some(&query.text), Filter::default()).expect("an answer");
    for (place, (slug, at)) in found.slugs().zip(&found.found).enumerate() {
        if place < 2 || query.relevant.iter().any(|right| right == slug) {
            let why: Vec<String> = found
                .explain(*at)
                .into_iter()
                .map(|m| format!("{}→{} ({:?} {:?})", m.typed, m.matched, m.via, m.field))
                .collect();
            println!("        {} {slug}: {}", place + 1, why.join(", "));
        }
    }
}
