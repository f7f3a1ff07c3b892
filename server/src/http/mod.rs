//! HTTP: which path leads where, and what every answer carries. No rule of the product lives here.
//!
//! | path | what |
//! | --- | --- |
//! | `/graphql` | the API, GET (queries) and POST |
//! | `/graphiql` | the API's explorer, in demo mode |
//! | `/<municipality>/katalog` | the printable catalogue, without WASM |
//! | `/<municipality>/katalog/<number>` | an edition of it, as it was |
//! | `/<municipality>/ramme/<number>/print` | an edition of the overall framework, as it was |
//! | `/<municipality>/export.json`, `…/export.csv`, `POST …/import` | the directory out and in |
//! | `/<municipality>/kontakter/<id>.vcf` | a contact for the address book |
//! | `/print/<file>` | its style |
//! | `/<municipality>/log.csv` | the audit log as a spreadsheet, for those who may read it |
//! | `/healthz`, `/readyz` | for whoever watches the service |
//! | `/assets/…` | hashed files of the browser app, kept for ever |
//! | anything else | the browser app, which knows the other paths |

mod answers;
mod app_files;
mod audit_log;
mod catalogue;
mod contact_card;
mod exchange;
mod framework;
mod graphiql;
mod graphql;
mod headers;
mod health;
mod request;

use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;

pub use request::RequestId;

/// Largest request body, in bytes.
pub const BODY_LIMIT: usize = 256 * 1024;
/// Longest time an answer may take.
const TIMEOUT: Duration = Duration::from_secs(15);

/// Everything the service answers.
pub fn router(app: App) -> Router {
    let compressed = Router::new()
        .route("/graphql", get(graphql::get).post(graphql::post))
        .route("/{municipality}/katalog", get(catalogue::page))
        .route("/{municipality}/katalog/{number}", get(catalogue::edition))
        .route("/{municipality}/ramme/{number}/print", get(framework::edition))
        .route("/{municipality}/export.json", get(exchange::json))
        .route("/{municipality}/export.csv", get(exchange::csv))
        .route("/{municipality}/log.csv", get(audit_log::csv))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest));
    let mut router = Router::new()
        .merge(compressed)
        .route("/{municipality}/kontakter/{file}", get(contact_card::card))
        .route("/print/{file}", get(catalogue::style))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .fallback(app_files::serve);
    if app.is_demo() {
        router = router.route("/graphiql", get(graphiql::page)).route("/graphiql.js", get(graphiql::script));
    }
    router
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        // Reads its body itself, within its own limit.
        .route("/{municipality}/import", post(exchange::import))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(headers::secure))
        .layer(from_fn_with_state(app.clone(), request::begin))
        .with_state(graphql::Api::new(app))
}
