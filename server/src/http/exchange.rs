//! The directory out and in as files: `/<municipality>/export.json`, `/<municipality>/export.csv`, and
//! `POST /<municipality>/import` for files that are too long for a request to the API.

use axum::Extension;
use axum::body::to_bytes;
use axum::extract::{Path, Query, Request};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use entity::directory::values::ImportFormat;
use serde::Deserialize;
use serde_json::json;

use crate::ctx::Ctx;
use crate::directory::exchange::service;
use crate::error::Error;
use crate::ids::Opaque;

/// `GET /<municipality>/export.json`.
pub(super) async fn json(Extension(ctx): Extension<Ctx>, Path(municipality): Path<String>) -> Response {
    file(&ctx, &municipality, ImportFormat::Json, "application/json").await
}

/// `GET /<municipality>/export.csv`.
pub(super) async fn csv(Extension(ctx): Extension<Ctx>, Path(municipality): Path<String>) -> Response {
    file(&ctx, &municipality, ImportFormat::Csv, "text/csv; charset=utf-8").await
}

async fn file(ctx: &Ctx, municipality: &str, format: ImportFormat, kind: &str) -> Response {
    let text = match service::export(ctx, municipality, format).await {
        Ok(text) => text,
        Err(error) => return refused(&error),
    };
    let ending = if format == ImportFormat::Csv { "csv" } else { "json" };
    // The municipality is there, so its slug is made of letters, digits and hyphens.
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{municipality}.{ending}\"")),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, text).into_response()
}

/// `?name=tilbud.csv` tells what the file is called.
#[derive(Deserialize)]
pub(super) struct Named {
    name: Option<String>,
}

/// `POST /<municipality>/import`, the file as the body, its kind by content type. Answers with the key of the import,
/// `{"id":"import:…"}`; the API tells where it stands.
pub(super) async fn import(
    Extension(ctx): Extension<Ctx>,
    Path(municipality): Path<String>,
    Query(named): Query<Named>,
    request: Request,
) -> Response {
    // Who may not is not read from.
    if let Err(error) = service::may_import(&ctx, &municipality) {
        return refused(&error);
    }
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // Neither can be sent by a form on another site.
    let format = match kind.split(';').next().unwrap_or_default().trim() {
        "text/csv" => ImportFormat::Csv,
        "application/json" => ImportFormat::Json,
        _ => {
            return (StatusCode::UNSUPPORTED_MEDIA_TYPE, "Send text/csv or application/json.")
                .into_response();
        }
    };
    let Ok(body) = to_bytes(request.into_body(), service::LARGEST).await else {
        return (StatusCode::PAYLOAD_TOO_LARGE, "At most 32 MB.").into_response();
    };
    let Ok(content) = String::from_utf8(body.into()) else {
        return (StatusCode::BAD_REQUEST, "Save the file as UTF-8.").into_response();
    };
    let name = named.name.unwrap_or_default();
    match service::check(&ctx, &municipality, format, &name, content).await {
        Ok(row) => {
            ([(CACHE_CONTROL, "no-store")], axum::Json(json!({ "id": row.id.show() }))).into_response()
        }
        Err(error) => refused(&error),
    }
}

fn refused(error: &Error) -> Response {
    match error {
        Error::NotFound => (StatusCode::NOT_FOUND, "Not found").into_response(),
        Error::Forbidden => (StatusCode::FORBIDDEN, "Not allowed").into_response(),
        Error::Refused(refusals) => {
            let message = refusals.first().map(|refusal| refusal.message.clone()).unwrap_or_default();
            (StatusCode::BAD_REQUEST, message).into_response()
        }
        error => {
            tracing::error!(error = %error.chain(), "a file could not be handed out or taken in");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
