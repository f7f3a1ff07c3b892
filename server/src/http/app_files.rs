//! Hands out the browser app, which is embedded in the binary (debug builds read it from disk).
//! `cargo xtask app` makes the files: hashed names under `/assets`, each also as `.br` and `.gz`.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../target/app"]
#[allow_missing = true]
struct Files;

const NOT_BUILT: &str =
    "The browser app is not in this build. Run `cargo xtask app`, then build the service again.";

/// Any path that nothing else answers: a file of the app, or the app itself, which knows its own paths.
pub(super) async fn serve(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let is_internal = path.ends_with(".br") || path.ends_with(".gz") || path == "manifest.json";
    if !path.is_empty() && !is_internal && Files::get(path).is_some() {
        return file(path, request.headers());
    }
    let names_a_file = path.rsplit('/').next().unwrap_or_default().contains('.');
    let is_hidden = path.split('/').any(|part| part.starts_with('.'));
    if path.starts_with("assets/") || names_a_file || is_hidden || !accepts_html(request.headers()) {
        return (StatusCode::NOT_FOUND, "Not found").into_response();
    }
    if Files::get("index.html").is_none() {
        return (StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT).into_response();
    }
    file("index.html", request.headers())
}

fn accepts_html(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or("*/*");
    accept.contains("text/html") || accept.contains("*/*")
}

/// Answers with the smallest form of the file that the browser can read.
fn file(path: &str, headers: &HeaderMap) -> Response {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let reads = |encoding: &str| accepted.split(',').any(|one| can_be_read(one, encoding));
    let encoded = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| reads(encoding))
        .find_map(|(encoding, ending)| Some((Some(encoding), Files::get(&format!("{path}.{ending}"))?)));
    let Some((encoding, file)) = encoded.or_else(|| Some((None, Files::get(path)?))) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let etag = etag(&file);
    let kept = match path {
        hashed if hashed.starts_with("assets/graphiql/") => "public, max-age=86400",
        hashed if hashed.starts_with("assets/") => "public, max-age=31536000, immutable",
        _ => "no-cache",
    };
    let always =
        [(ETAG, etag.clone()), (CACHE_CONTROL, kept.to_owned()), (VARY, "Accept-Encoding".to_owned())];
    if is_known(headers, &etag) {
        return (StatusCode::NOT_MODIFIED, always).into_response();
    }
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let content_type = if mime.type_() == mime_guess::mime::TEXT {
        format!("{mime}; charset=utf-8")
    } else {
        mime.to_string()
    };
    let mut response =
        (always, [(CONTENT_TYPE, content_type)], Body::from(file.data.into_owned())).into_response();
    if let Some(encoding) = encoding {
        response.headers_mut().insert(CONTENT_ENCODING, axum::http::HeaderValue::from_static(encoding));
    }
    response
}

/// Whether one entry of `Accept-Encoding` stands for this encoding and does not rule it out.
fn can_be_read(entry: &str, encoding: &str) -> bool {
    let mut parts = entry.split(';').map(str::trim);
    let is_it = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
    let weight = parts.find_map(|parameter| parameter.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0_f32);
    is_it && weight > 0.0
}

/// Whether the browser has this very form already; tags are compared weakly (RFC 9110, section 13.1.2).
fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known
        .flat_map(|tags| tags.split(','))
        .map(str::trim)
        .any(|tag| tag == "*" || tag.trim_start_matches("W/") == etag)
}

fn etag(file: &EmbeddedFile) -> String {
    let hash: String = file.metadata.sha256_hash()[..12].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hash}\"")
}
