//! Answers that everybody gets alike, kept until a directory changes or the minute is over.
//!
//! A visitor who has not signed in sees what every other visitor sees, and the directory is read a thousand times for
//! each write. So the written answer to a query is kept beside the read models: the next one costs a look-up instead
//! of a walk through the schema. Never kept: answers with errors, answers to anybody who has signed in, mutations.

use axum::body::Bytes;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::ctx::{Actor, Ctx};

/// Most bytes kept, questions and answers together.
const ROOM: u64 = 4 * 1024 * 1024;
/// About how many answers that is.
const USUAL: usize = 2_000;

/// What an answer depends on.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Question {
    /// Which read models.
    generation: u64,
    /// Opening hours are told by the minute.
    minute: i64,
    /// Operation, variables and query.
    asked: String,
}

impl Question {
    /// The question as anybody may ask it; none where the answer depends on who asks.
    pub(super) fn new(ctx: &Ctx, query: &str, operation: Option<&str>, variables: &str) -> Option<Self> {
        (*ctx.actor() == Actor::Anonymous).then(|| Self {
            generation: ctx.app().directories().generation(),
            minute: ctx.now().timestamp().div_euclid(60),
            asked: [operation.unwrap_or_default(), variables, query].join("\0"),
        })
    }
}

/// The answers kept.
pub(super) struct Answers(Cache<Question, Bytes, Weight>);

impl Default for Answers {
    fn default() -> Self {
        Self(Cache::with_weighter(USUAL, ROOM, Weight))
    }
}

impl Answers {
    /// The answer, if it is kept.
    pub(super) fn get(&self, question: &Question) -> Option<Bytes> {
        self.0.get(question)
    }

    /// Keeps an answer; others make room for it.
    pub(super) fn keep(&self, question: Question, answer: Bytes) {
        self.0.insert(question, answer);
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<Question, Bytes> for Weight {
    fn weight(&self, question: &Question, answer: &Bytes) -> u64 {
        (question.asked.len() + answer.len() + 100) as u64
    }
}
