//! What every request gets before anything else: a context that knows who asks and from where, an id to quote, and a
//! line in the log.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{COOKIE, HOST, ORIGIN, USER_AGENT};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::Instrument;

use crate::app::App;
use crate::ctx::{Actor, Ctx, Origin};
use crate::identity::sessions;
use crate::identity::token::Token;

/// The id of a request, shown to the client and in the log.
#[derive(Clone)]
pub struct RequestId(pub String);

const HEADER: HeaderName = HeaderName::from_static("x-request-id");
/// Longest name of a browser that is kept.
const USER_AGENT_LENGTH: usize = 200;

/// Begins a request.
pub(super) async fn begin(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let origin = origin(&app, &request);
    let ctx = Ctx::new(app, Actor::Anonymous).coming_from(origin);
    let id = ctx.new_key().simple().to_string();
    let path = to_be_logged(request.uri().path());
    let span = tracing::info_span!("request", id, method = %request.method(), path);

    let answer = async {
        let is_write = request.method() == Method::POST;
        if is_write && !is_from_here(request.headers()) {
            return (StatusCode::FORBIDDEN, "This request comes from another site.").into_response();
        }
        let ctx = match token(request.headers()) {
            None => ctx,
            Some(token) => match sessions::actor(&ctx, &token).await {
                Ok(actor) => ctx.acting_as(actor),
                Err(error) => {
                    tracing::error!(error = %error.chain(), "who asks could not be found out");
                    return StatusCode::SERVICE_UNAVAILABLE.into_response();
                }
            },
        };
        request.extensions_mut().insert(RequestId(id.clone()));
        request.extensions_mut().insert(ctx);
        let response = next.run(request).await;
        tracing::debug!(status = response.status().as_u16(), "answered");
        response
    };
    let mut response = answer.instrument(span).await;
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HEADER, id);
    }
    response
}

/// The path without what opens something: a link from a mail ends in a token, and whoever reads the log may not use it.
fn to_be_logged(path: &str) -> &str {
    let is_token = |part: &str| Token::shown(part).is_some();
    match path.rsplit_once('/') {
        Some((before, last)) if is_token(last) => before,
        _ => path,
    }
}

/// The session's token in the request's cookies.
fn token(headers: &HeaderMap) -> Option<Token> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == sessions::COOKIE).and_then(|(_, value)| Token::shown(value))
}

/// Whether a request that writes comes from a page of this service, or from no page at all. Browsers say where it
/// comes from; a program that says nothing carries nobody's cookie by accident.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = text(&HeaderName::from_static("sec-fetch-site"));
    if site.is_some_and(|site| site != "same-origin" && site != "none") {
        return false;
    }
    let Some(origin) = text(&ORIGIN) else { return true };
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == text(&HOST)
}

/// Where the request comes from: the client's address (the last hop that the proxy in front tells of, where one is
/// configured), what it calls itself, and where it found the service.
fn origin(app: &App, request: &Request) -> Origin {
    let headers = request.headers();
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let connected = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded = app
        .trusts_proxy()
        .then(|| text(&HeaderName::from_static("x-forwarded-for")))
        .flatten()
        .and_then(|hops| hops.rsplit(',').next()?.trim().parse().ok());
    Origin {
        address: forwarded.or(connected),
        user_agent: text(&USER_AGENT).map(|name| name.chars().take(USER_AGENT_LENGTH).collect()),
    }
}
