//! The printable catalogue: finds the directory and the reader's language, and lets the directory write the page.

use axum::Extension;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use crate::ctx::Ctx;
use crate::directory::{catalogue, editions, service};

const STYLES: [(&str, &str); 3] = [
    ("catalogue.css", include_str!("../directory/catalogue/catalogue.css")),
    ("framework.css", include_str!("../framework/printed/framework.css")),
    ("graphiql.css", "html, body, #graphiql { height: 100%; margin: 0; }"),
];

/// `?lang=en` asks for English headings; content stays Danish.
#[derive(Deserialize)]
pub(super) struct Asked {
    lang: Option<String>,
}

/// `GET /<municipality>/katalog`.
pub(super) async fn page(
    Extension(ctx): Extension<Ctx>,
    Path(municipality): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let language = catalogue::Language::from_code(asked.lang.as_deref());
    match service::open(&ctx, &municipality) {
        Ok(Some(directory)) => {
            ([(CACHE_CONTROL, "no-cache")], catalogue::page(&ctx, &directory, language)).into_response()
        }
        _ => (StatusCode::NOT_FOUND, catalogue::not_found(language)).into_response(),
    }
}

/// `GET /<municipality>/katalog/<number>`: an edition, as it was.
pub(super) async fn edition(
    Extension(ctx): Extension<Ctx>,
    Path((municipality, number)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let language = catalogue::Language::from_code(asked.lang.as_deref());
    let not_found = || (StatusCode::NOT_FOUND, catalogue::not_found(language)).into_response();
    let (Ok(Some(directory)), Ok(number)) = (service::open(&ctx, &municipality), number.parse()) else {
        return not_found();
    };
    match editions::service::page(&ctx, &directory, number, language).await {
        Ok(page) => ([(CACHE_CONTROL, "no-cache")], Html(page)).into_response(),
        Err(error) if error.is_expected() => not_found(),
        Err(error) => {
            tracing::error!(error = %error.chain(), "an edition could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// `GET /print/<file>`.
pub(super) async fn style(Path(file): Path<String>) -> Response {
    match STYLES.iter().find(|(name, _)| *name == file) {
        Some((_, css)) => {
            ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-cache")], *css).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
