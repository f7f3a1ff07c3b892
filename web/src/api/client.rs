//! Asks the server and reads its answer. One function; it keeps nothing (the service worker does).

use cynic::{GraphQlError, GraphQlResponse, Operation};
use gloo_net::http::{Request, Response};
use leptos::prelude::use_context;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::address;
use super::connection::Connection;
use super::failure::Failure;
use crate::format::moment::Moment;

/// What GraphQL over HTTP calls its answers.
const ACCEPT: &str = "application/graphql-response+json, application/json;q=0.9";

/// The header the service worker puts on an answer from its store.
const CACHED_AT: &str = "x-tovholder-cached-at";

/// How many milliseconds an answer may take.
const LONGEST_WAIT: u32 = 20_000;

/// The way to the server; a context, cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Api {
    /// Whether the server can be reached.
    pub(crate) connection: Connection,
}

/// The way to the server that `App` provides.
pub(crate) fn use_api() -> Api {
    use_context().unwrap_or_else(|| Api { connection: Connection::begin() })
}

impl Api {
    /// Asks, and tells the connection how it went.
    pub(crate) async fn ask<Q, V>(self, operation: Operation<Q, V>) -> Result<Q, Failure>
    where
        Q: DeserializeOwned + 'static,
        V: Serialize,
    {
        self.answer(Question::of(operation)?).await
    }

    /// The same by POST: what changes something, and what is for one person's eyes, so that it stands in no address
    /// and in no store.
    pub(crate) async fn send<Q, V>(self, operation: Operation<Q, V>) -> Result<Q, Failure>
    where
        Q: DeserializeOwned + 'static,
        V: Serialize,
    {
        self.answer(Question { is_private: true, ..Question::of(operation)? }).await
    }

    async fn answer<Q: DeserializeOwned + 'static>(self, question: Question) -> Result<Q, Failure> {
        let answer = self.fetch(question).await?;
        match serde_json::from_str::<GraphQlResponse<Q>>(&answer.text) {
            Ok(GraphQlResponse { data, errors }) => match (data, errors.unwrap_or_default()) {
                (Some(data), errors) if errors.is_empty() => Ok(data),
                (_, errors) => Err(answer.refused(errors)),
            },
            Err(_) => Err(answer.unreadable()),
        }
    }

    /// Asks only so that the service worker keeps the answer; says whether it came from the server.
    pub(crate) async fn keep<Q, V: Serialize>(self, operation: Operation<Q, V>) -> bool {
        let Ok(question) = Question::of(operation) else { return false };
        let answer = fetch(&question).await;
        answer.is_ok_and(|response| {
            let may_be_kept =
                response.headers().get("cache-control").is_none_or(|how| !how.contains("no-store"));
            response.ok() && may_be_kept && response.headers().get(CACHED_AT).is_none()
        })
    }

    async fn fetch(self, question: Question) -> Result<Answer, Failure> {
        let lost = |_| {
            self.connection.failed();
            Failure::Unreachable
        };
        let response = fetch(&question).await.map_err(lost)?;
        let (status, request) = (response.status(), response.headers().get("x-request-id"));
        let cached_at = response.headers().get(CACHED_AT).as_deref().and_then(Moment::parse);
        let text = response.text().await.map_err(lost)?;
        match cached_at {
            Some(from) => self.connection.recalled(from),
            None => self.connection.answered(),
        }
        if (502..=504).contains(&status) {
            self.connection.stumbled();
        }
        Ok(Answer { text, status, request })
    }
}

/// A question as it goes over the wire.
struct Question {
    query: String,
    variables: String,
    is_private: bool,
}

impl Question {
    fn of<Q, V: Serialize>(operation: Operation<Q, V>) -> Result<Self, Failure> {
        let variables = serde_json::to_string(&operation.variables);
        let variables = variables.map_err(|_| Failure::Unreadable { request: None })?;
        Ok(Self { query: operation.query, variables, is_private: false })
    }
}

/// What came back, not yet read.
struct Answer {
    text: String,
    status: u16,
    request: Option<String>,
}

impl Answer {
    fn refused(self, errors: Vec<GraphQlError>) -> Failure {
        let messages: Vec<String> = errors.into_iter().map(|error| error.message).collect();
        Failure::Refused { message: messages.join(" "), request: self.request }
    }

    fn unreadable(self) -> Failure {
        match self.status {
            400.. => Failure::Unavailable { status: self.status, request: self.request },
            _ => Failure::Unreadable { request: self.request },
        }
    }
}

async fn fetch(question: &Question) -> Result<Response, gloo_net::Error> {
    let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
    let patience = web_sys::AbortSignal::timeout_with_u32(LONGEST_WAIT);
    let address = address::of_query(&question.query, &question.variables, encode);
    let request = match address.filter(|_| !question.is_private) {
        Some(address) => {
            Request::get(&address).header("Accept", ACCEPT).abort_signal(Some(&patience)).build()?
        }
        None => {
            let query = serde_json::to_string(&question.query)?;
            let body = format!("{{\"query\":{query},\"variables\":{}}}", question.variables);
            Request::post(address::ENDPOINT)
                .header("Accept", ACCEPT)
                .header("Content-Type", "application/json")
                .abort_signal(Some(&patience))
                .body(body)?
        }
    };
    request.send().await
}
