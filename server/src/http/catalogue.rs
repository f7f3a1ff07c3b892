//! The printable catalogue: finds the directory and the reader's language, and lets the directory write the page.

use axum::Extension;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::ctx::Ctx;
use crate::directory::{catalogue, service};

const STYLES: [(&str, &str); 2] = [
    ("catalogue.css", include_str!("../directory/catalogue/catalogue.css")),
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

/// `GET /print/<file>`.
pub(super) async fn style(Path(file): Path<String>) -> Response {
    match STYLES.iter().find(|(name, _)| *name == file) {
        Some((_, css)) => {
            ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-cache")], *css).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
