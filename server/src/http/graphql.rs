//! GraphQL over HTTP, as the draft specification of that name asks: GET for queries, POST with JSON,
//! `application/graphql-response+json` with telling status codes or plain `application/json`.
//!
//! A POST must say it is JSON. A form on another site cannot, so it cannot act for somebody who has signed in.

use std::sync::Arc;

use async_graphql::parser::types::OperationType;
use async_graphql::{Request as Query, Response as Answer, ServerError, Variables};
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::header::{ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::RequestId;
use super::answers::{Answers, Question};
use crate::app::App;
use crate::ctx::Ctx;
use crate::directory::upkeep::owners::Owners;
use crate::graphql::{self, ApiSchema};

/// The schema with the app it answers from, and the answers it keeps.
#[derive(Clone)]
pub(super) struct Api {
    inner: Arc<(App, ApiSchema, Answers)>,
}

impl Api {
    pub(super) fn new(app: App) -> Self {
        Self { inner: Arc::new((app, graphql::schema(), Answers::default())) }
    }

    pub(super) fn app(&self) -> &App {
        &self.inner.0
    }
}

/// The two forms of an answer.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// `application/graphql-response+json`: a request that can't be carried out is a 400.
    GraphQl,
    /// `application/json`: whatever is well-formed is a 200.
    Json,
}

/// A request's parameters, in a body or in the query part of a URL.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parameters {
    query: String,
    #[serde(default)]
    operation_name: Option<String>,
    #[serde(default)]
    variables: Option<serde_json::Map<String, serde_json::Value>>,
    #[serde(default)]
    extensions: Option<serde_json::Map<String, serde_json::Value>>,
}

/// `GET /graphql?query=…&operationName=…&variables=…`: queries only.
pub(super) async fn get(
    State(api): State<Api>,
    Extension(ctx): Extension<Ctx>,
    Extension(id): Extension<RequestId>,
    headers: HeaderMap,
    RawQuery(raw): RawQuery,
) -> Response {
    let Some(form) = acceptable(&headers) else { return not_acceptable() };
    let parameters = match read_url(raw.as_deref().unwrap_or_default()) {
        Ok(parameters) => parameters,
        Err(message) => return refuse(form, StatusCode::BAD_REQUEST, &message),
    };
    if is_mutation(&parameters) {
        let mut response = refuse(form, StatusCode::METHOD_NOT_ALLOWED, "Send a mutation by POST.");
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
        return response;
    }
    execute(&api, ctx, &id, form, parameters).await
}

/// `POST /graphql` with JSON.
pub(super) async fn post(
    State(api): State<Api>,
    Extension(ctx): Extension<Ctx>,
    Extension(id): Extension<RequestId>,
    headers: HeaderMap,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Response {
    let Some(form) = acceptable(&headers) else { return not_acceptable() };
    if !says_json(&headers) {
        return refuse(
            form,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Send JSON, with Content-Type: application/json.",
        );
    }
    let body = match body {
        Ok(body) => body,
        Err(rejection) => {
            return refuse(form, rejection.status(), "The request is too large or was cut off.");
        }
    };
    match serde_json::from_slice(&body) {
        Ok(parameters) => execute(&api, ctx, &id, form, parameters).await,
        Err(error) => refuse(form, StatusCode::BAD_REQUEST, &format!("The request can't be read: {error}.")),
    }
}

async fn execute(api: &Api, ctx: Ctx, id: &RequestId, form: Form, parameters: Parameters) -> Response {
    // No extension of the protocol is supported; that they are a map has been checked by reading them.
    let Parameters { query, operation_name, variables, extensions: _ } = parameters;
    let variables = serde_json::Value::Object(variables.unwrap_or_default());
    let question = Question::new(&ctx, &query, operation_name.as_deref(), &variables.to_string());
    if let Some(kept) = question.as_ref().and_then(|question| api.inner.2.get(question)) {
        return send(form, StatusCode::OK, kept);
    }

    let mut query =
        Query::new(query).data(Owners::default()).data(ctx).variables(Variables::from_json(variables));
    if let Some(name) = operation_name {
        query = query.operation_name(name);
    }
    let is_mutation = writes(&mut query);
    let mut answer = match look_over(&mut query) {
        Some(message) => Answer::from_errors(vec![ServerError::new(message, None)]),
        None => api.inner.1.execute(query).await,
    };
    // Set by what was carried out: the session's cookie.
    let headers = std::mem::take(&mut answer.http_headers);
    // Fields say so that are answered from the database, where what they tell may be over with the next request: those
    // for all with an age of a second, which a browser may keep for when the network is gone; the others with `no_cache`.
    let keeps = answer.cache_control.max_age == 0;
    let is_for_all = answer.cache_control.max_age >= 0;
    let mut response = if answer.errors.is_empty() {
        match write(&answer) {
            Ok(body) => {
                if let (Some(question), true, false) = (question, keeps, is_mutation) {
                    api.inner.2.keep(question, body.clone());
                }
                send(form, StatusCode::OK, body)
            }
            Err(failure) => failure.into_response(),
        }
    } else {
        graphql::error::tell(&mut answer, &id.0);
        let is_refused = form == Form::GraphQl && was_refused(&answer);
        respond(form, if is_refused { StatusCode::BAD_REQUEST } else { StatusCode::OK }, &answer)
    };
    response.headers_mut().extend(headers);
    if is_mutation || !is_for_all {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    response
}

/// Whether any operation of the document is not a query.
fn writes(query: &mut Query) -> bool {
    let document = query.parsed_query();
    document
        .is_ok_and(|document| document.operations.iter().any(|(_, one)| one.node.ty != OperationType::Query))
}

/// What the library would notice too late; what can't be parsed is left for it to refuse.
fn look_over(query: &mut Query) -> Option<String> {
    if graphql::extent::is_too_large(query.parsed_query().ok()?) {
        return Some("The query is too large.".to_owned());
    }
    missing_variable(query).map(|name| format!("The variable ${name} is required and not given."))
}

/// A variable that the operation requires and the request does not give. The library notices only when it comes to
/// the field, and would answer with a part.
fn missing_variable(query: &mut Query) -> Option<String> {
    let operation = query.operation_name.clone();
    let given = query.variables.clone();
    let document = query.parsed_query().ok()?;
    let mut operations = document.operations.iter();
    let asked = match operation {
        Some(asked) => operations.find(|(name, _)| name.is_some_and(|name| *name == asked)),
        None => operations.next(),
    };
    let (_, asked) = asked?;
    asked.node.variable_definitions.iter().map(|definition| &definition.node).find_map(|definition| {
        let is_required = !definition.var_type.node.nullable && definition.default_value.is_none();
        let name = &definition.name.node;
        let is_given = given.get(name).is_some_and(|value| *value != async_graphql::Value::Null);
        (is_required && !is_given).then(|| name.to_string())
    })
}

/// Whether nothing was executed: the document can't be parsed, is not valid, or the variables don't fit.
fn was_refused(answer: &Answer) -> bool {
    answer.is_err()
        && answer.data == async_graphql::Value::Null
        && answer.errors.iter().all(|error| error.path.is_empty())
}

fn respond(form: Form, status: StatusCode, answer: &Answer) -> Response {
    write(answer).map_or_else(|failure| failure.into_response(), |body| send(form, status, body))
}

/// The answer in JSON.
fn write(answer: &Answer) -> Result<Bytes, StatusCode> {
    #[derive(Serialize)]
    struct Refusal<'a> {
        errors: &'a [ServerError],
    }
    // A refused request has no data entry, not even null.
    let body = if was_refused(answer) {
        serde_json::to_vec(&Refusal { errors: &answer.errors })
    } else {
        serde_json::to_vec(answer)
    };
    body.map(Bytes::from).map_err(|error| {
        tracing::error!(%error, "an answer could not be written");
        StatusCode::INTERNAL_SERVER_ERROR
    })
}

fn send(form: Form, status: StatusCode, body: Bytes) -> Response {
    let content_type = match form {
        Form::GraphQl => "application/graphql-response+json; charset=utf-8",
        Form::Json => "application/json; charset=utf-8",
    };
    (status, [(CONTENT_TYPE, content_type), (CACHE_CONTROL, "no-cache")], body).into_response()
}

fn refuse(form: Form, status: StatusCode, message: &str) -> Response {
    let mut error = ServerError::new(message, None);
    error.extensions.get_or_insert_default().set("code", "BAD_REQUEST");
    respond(form, status, &Answer::from_errors(vec![error]))
}

fn not_acceptable() -> Response {
    (StatusCode::NOT_ACCEPTABLE, "Accept application/graphql-response+json or application/json.")
        .into_response()
}

/// The form that the client likes best, the first of equals; JSON where it does not say.
fn acceptable(headers: &HeaderMap) -> Option<Form> {
    let Some(accept) = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()) else {
        return Some(Form::Json);
    };
    let mut best: Option<(f32, Form)> = None;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let form = match parts.next().unwrap_or_default() {
            "application/graphql-response+json" => Form::GraphQl,
            "application/json" | "application/*" | "*/*" => Form::Json,
            _ => continue,
        };
        let weight = parts.find_map(|parameter| parameter.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
        if weight > best.map_or(0.0, |(best, _)| best) {
            best = Some((weight, form));
        }
    }
    best.map(|(_, form)| form)
}

fn says_json(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = content_type.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|media| media.eq_ignore_ascii_case("application/json"));
    is_json
        && parts.all(|parameter| {
            let charset = parameter.to_ascii_lowercase();
            !charset.starts_with("charset=")
                || charset.trim_start_matches("charset=").trim_matches('"') == "utf-8"
        })
}

fn read_url(query: &str) -> Result<Parameters, String> {
    let pairs = url::form_urlencoded::parse(query.as_bytes());
    let mut parameters =
        Parameters { query: String::new(), operation_name: None, variables: None, extensions: None };
    let map = |name: &str, text: &str| {
        serde_json::from_str(text).map_err(|error| format!("{name} must be a JSON object: {error}."))
    };
    for (name, value) in pairs {
        match name.as_ref() {
            "query" => parameters.query = value.into_owned(),
            "operationName" => {
                parameters.operation_name = Some(value.into_owned()).filter(|name| !name.is_empty())
            }
            "variables" => parameters.variables = map("variables", &value)?,
            "extensions" => parameters.extensions = map("extensions", &value)?,
            _ => {}
        }
    }
    if parameters.query.is_empty() { Err("The parameter query is missing.".into()) } else { Ok(parameters) }
}

/// Whether the operation asked for writes. What can't be parsed is left for execution to refuse.
fn is_mutation(parameters: &Parameters) -> bool {
    let Ok(document) = async_graphql::parser::parse_query(&parameters.query) else { return false };
    document.operations.iter().any(|(name, operation)| {
        let is_asked = match (&parameters.operation_name, name) {
            (Some(asked), Some(name)) => asked == name.as_str(),
            _ => true,
        };
        is_asked && operation.node.ty != OperationType::Query
    })
}
