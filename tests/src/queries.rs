//! The evaluation queries of the search: what people type and which services would be right answers.

use serde::Deserialize;

/// A file of queries.
#[derive(Deserialize)]
struct File {
    query: Vec<Query>,
}

/// What somebody typed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// Slug of the municipality.
    pub municipality: String,
    /// The words.
    pub text: String,
    /// Slugs of the services that answer it.
    pub relevant: Vec<String>,
    /// What kind of query it is.
    pub kind: String,
}

/// The queries that the ranking was tuned on.
pub fn tuning() -> Vec<Query> {
    read(include_str!("../search/tuning.toml"))
}

/// The queries that were set aside while tuning.
pub fn held_out() -> Vec<Query> {
    read(include_str!("../search/held_out.toml"))
}

fn read(text: &str) -> Vec<Query> {
    toml::from_str::<File>(text).expect("queries in TOML").query
}

/// How well a list of answers serves a query.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// How many queries.
    pub queries: usize,
    /// How many had a right answer among the first three.
    pub found_in_three: usize,
    /// The sum of the reciprocal ranks of the first right answer among the first ten.
    pub reciprocal_ranks: f64,
}

impl Score {
    /// Counts one query and the slugs it found, in order.
    pub fn count(&mut self, query: &Query, found: &[String]) {
        self.queries += 1;
        if let Some(place) = found.iter().take(10).position(|slug| query.relevant.contains(slug)) {
            self.found_in_three += usize::from(place < 3);
            self.reciprocal_ranks += 1.0 / (place + 1) as f64;
        }
    }

    /// The share of queries with a right answer among the first three.
    pub fn recall_at_3(&self) -> f64 {
        self.found_in_three as f64 / self.queries.max(1) as f64
    }

    /// Mean reciprocal rank.
    pub fn mrr(&self) -> f64 {
        self.reciprocal_ranks / self.queries.max(1) as f64
    }
}
