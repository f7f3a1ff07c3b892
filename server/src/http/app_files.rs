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

const NOT_BUILT: &str = "The browser app is not in this build. Run `cargo xtask app`, then build the service again.";

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
    let last = path.rsplit('/').next().unwrap_or_default();
    if path.starts_with("assets/") || last.contains('.') || !accepts_html(request.headers()) {
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
    let reads = |encoding: &str| accepted.split(',').any(|one| one.split(';').next().unwrap_or_default().trim() == encoding);
    let encoded = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| reads(encoding))
        .find_map(|(encoding, ending)| Some((Some(encoding), Files::get(&format!("{path}.{ending}"))?)));
    let Some((encoding, file)) = encoded.or_else(|| Some((None, Files::get(path)?))) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let etag = etag(&file);
    if headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let kept = match path {
        hashed if hashed.starts_with("assets/graphiql/") => "public, max-age=86400",
        hashed if hashed.starts_with("assets/") => "public, max-age=31536000, immutable",
        _ => "no-cache",
    };
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let content_type =
        if mime.type_() == mime_guess::mime::TEXT { format!("{mime}; charset=utf-8") } else { mime.to_string() };
    let described = [(CONTENT_TYPE, content_type), (ETAG, etag), (CACHE_CONTROL, kept.to_owned())];
    let mut response = (described, [(VARY, "Accept-Encoding")], Body::from(file.data.into_owned())).into_response();
    if let Some(encoding) = encoding {
        response.headers_mut().insert(CONTENT_ENCODING, axum::http::HeaderValue::from_static(encoding));
    }
    response
}

fn etag(file: &EmbeddedFile) -> String {
    let hash: String = file.metadata.sha256_hash()[..12].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hash}\"")
}
