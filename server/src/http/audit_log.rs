//! The audit log as a file to open in a spreadsheet.

use async_graphql::futures_util::stream;
use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use serde::Deserialize;

use crate::audit::graphql::AuditFilter;
use crate::audit::{csv, service as audit};
use crate::ctx::Ctx;
use crate::directory::service;
use crate::error::{Error, Result};

/// Entries read at once.
const BATCH: u64 = 1_000;

/// `?action=…&person=…&subject=…&from=2026-01-01&to=2026-12-31`, as the filter of the page; actions with commas.
#[derive(Deserialize)]
pub(super) struct Asked {
    action: Option<String>,
    person: Option<String>,
    subject: Option<String>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

/// `GET /<municipality>/log.csv`.
pub(super) async fn csv(
    Extension(ctx): Extension<Ctx>,
    Path(municipality): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    match file(ctx, &municipality, asked).await {
        Ok(response) => response,
        Err(Error::Forbidden | Error::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(Error::Invalid { message, .. }) => (StatusCode::BAD_REQUEST, message).into_response(),
        Err(error) => {
            tracing::error!(error = %error.chain(), "the audit log could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn file(ctx: Ctx, municipality: &str, asked: Asked) -> Result<Response> {
    let whose = Some(service::open(&ctx, municipality)?.ok_or(Error::NotFound)?);
    let actions = asked.action.map(|actions| actions.split(',').map(str::to_owned).collect());
    let filter = AuditFilter {
        actions,
        person: asked.person.map(Into::into),
        subject: asked.subject.map(Into::into),
        from: asked.from,
        to: asked.to,
    };
    let filter = filter.decode()?;
    // The first batch is read before the answer begins, so that a refusal is one.
    let first = audit::batch(&ctx, &whose, &filter, BATCH, None).await?;
    let name = format!("attachment; filename=\"log-{municipality}-{}.csv\"", ctx.now().format("%Y-%m-%d"));

    // Then as the reader takes it, so that a log of any length needs no room.
    let begin = (Some(first), csv::headings()?);
    let lines = stream::try_unfold(begin, move |(batch, headings)| {
        let (ctx, whose, filter) = (ctx.clone(), whose.clone(), filter.clone());
        async move {
            let Some(entries) = batch else { return Ok::<_, Error>(None) };
            let text = headings + &csv::rows(&entries)?;
            let next = match entries.last() {
                Some(last) if entries.len() as u64 == BATCH => {
                    Some(audit::batch(&ctx, &whose, &filter, BATCH, Some(last.entry.id)).await?)
                }
                _ => None,
            };
            Ok(Some((text, (next, String::new()))))
        }
    });
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(lines)).into_response())
}
