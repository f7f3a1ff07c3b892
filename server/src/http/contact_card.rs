//! `/<municipality>/kontakter/<id>.vcf`: a contact for the address book.

use axum::Extension;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use entity::ids::ContactId;
use uuid::Uuid;

use super::app_files;
use crate::ctx::Ctx;
use crate::directory::vcard;
use crate::ids::NodeId;

/// `GET /<municipality>/kontakter/<id>.vcf`, the id as the API gives it or its last part alone. Without `.vcf` it is a
/// path of the app.
pub(super) async fn card(
    Extension(ctx): Extension<Ctx>,
    Path((municipality, file)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some(id) = file.strip_suffix(".vcf") else { return app_files::serve(request).await };
    let id = match NodeId::parse(id) {
        Some(NodeId::Contact(id)) => Some(id),
        _ => Uuid::try_parse(id).ok().map(ContactId),
    };
    let Some(Ok(card)) = id.map(|id| vcard::card(&ctx, &municipality, id)) else {
        return (StatusCode::NOT_FOUND, "Not found").into_response();
    };
    let kept = if card.is_public { "no-cache" } else { "private, no-store" };
    let headers = [
        (CONTENT_TYPE, "text/vcard; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"kontakt.vcf\""),
        (CACHE_CONTROL, kept),
    ];
    (headers, card.text).into_response()
}
