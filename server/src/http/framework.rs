//! The printable framework: finds the edition and the reader's language, and hands out the page as it was written.

use axum::Extension;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use crate::ctx::Ctx;
use crate::directory::{catalogue, service};
use crate::framework::cycle::editions;

/// `?lang=en` asks for English headings; content stays Danish.
#[derive(Deserialize)]
pub(super) struct Asked {
    lang: Option<String>,
}

/// `GET /<municipality>/ramme/<number>/print`.
pub(super) async fn edition(
    Extension(ctx): Extension<Ctx>,
    Path((municipality, number)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let language = catalogue::Language::from_code(asked.lang.as_deref());
    let not_found = || (StatusCode::NOT_FOUND, catalogue::no_such_page(language)).into_response();
    let (Ok(Some(directory)), Ok(number)) = (service::open(&ctx, &municipality), number.parse()) else {
        return not_found();
    };
    match editions::page(&ctx, &directory, number, language).await {
        // Who may read it is asked each time, and one's own copy is kept by nobody else.
        Ok(page) => ([(CACHE_CONTROL, "private, no-cache")], Html(page)).into_response(),
        Err(error) if error.is_expected() => not_found(),
        Err(error) => {
            tracing::error!(error = %error.chain(), "an edition of a framework could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
