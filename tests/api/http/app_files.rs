//! The browser app's files. Where the app is not bundled, its pages are a 503 that says what to do; `cargo xtask test`
//! bundles it and says so in `TOVHOLDER_TEST_APP`, and then it must be there.

use std::path::PathBuf;

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use tests::api::Api;
use tests::database::Kind;

async fn send(
    api: &Api,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
) -> (StatusCode, HeaderMap, Vec<u8>) {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = api.send(request.body(Body::empty()).expect("a request")).await;
    let (status, headers) = (response.status(), response.headers().clone());
    (status, headers, response.into_body().collect().await.expect("a body").to_bytes().to_vec())
}

async fn get(api: &Api, path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Vec<u8>) {
    send(api, Method::GET, path, headers).await
}

fn value(headers: &HeaderMap, name: &str) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

async fn api() -> Api {
    Api::with_samples(Kind::Sqlite).await
}

/// The folder of the bundled app: a debug build reads it from disk.
fn bundle() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/app"));
    let is_there = folder.join("index.html").exists();
    assert!(
        is_there || std::env::var_os("TOVHOLDER_TEST_APP").is_none(),
        "the app was said to be bundled and is not"
    );
    is_there.then_some(folder)
}

/// The path of a hashed file of the app.
fn asset(folder: &std::path::Path, ending: &str) -> String {
    let files = std::fs::read_dir(folder.join("assets")).expect("assets");
    let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    let name = names
        .filter(|name| name.ends_with(ending))
        .min()
        .unwrap_or_else(|| panic!("no {ending} among the assets"));
    format!("/assets/{name}")
}

const HTML: &[(&str, &str)] = &[("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];

#[tokio::test]
async fn a_path_of_the_app_leads_to_the_app() {
    let api = api().await;
    for path in ["/", "/esbjerg", "/esbjerg/tilbud", "/esbjerg/tilbud/oqqumut?soeg=hash", "/om/noget/dybt"] {
        let (status, headers, body) = get(&api, path, HTML).await;
        let body = String::from_utf8_lossy(&body).into_owned();
        if bundle().is_some() {
            assert_eq!(status, StatusCode::OK, "{path}");
            assert_eq!(value(&headers, "content-type"), "text/html; charset=utf-8");
            assert_eq!(value(&headers, "cache-control"), "no-cache", "{path}");
            assert!(body.to_lowercase().starts_with("<!doctype html>"), "{path}");
        } else {
            assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
            assert!(body.contains("cargo xtask"), "it says what to do: {body}");
        }
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_is_not_found() {
    let api = api().await;
    let paths = [
        "/assets/none.js",
        "/assets/",
        "/assets",
        "/assets/none",
        "/favicon.none",
        "/esbjerg/tilbud.php",
        "/.env",
        "/.git/config",
        "/wp-login.php",
        "/index.html.br",
        "/manifest.json",
        "/assets/../Cargo.toml",
        "/assets/%2e%2e/%2e%2e/Cargo.toml",
        "/..%2f..%2fCargo.toml",
        "/%00.js",
    ];
    for path in paths {
        let (status, _, body) = get(&api, path, &[("accept", "*/*")]).await;
        assert!(!String::from_utf8_lossy(&body).contains("[workspace"), "{path}");
        // `/assets` alone looks like a page of the app; everything else names a file.
        if path != "/assets" {
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let (status, _, _) = get(&api, "/esbjerg/tilbud", &[("accept", "application/json")]).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "a program that asks for data gets no page");
}

#[tokio::test]
async fn the_app_is_only_read() {
    let api = api().await;
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let (status, _, _) = send(&api, method.clone(), "/esbjerg/tilbud", HTML).await;
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
    let (status, _, body) = send(&api, Method::HEAD, "/healthz", &[]).await;
    assert_eq!((status, body.len()), (StatusCode::OK, 0));
}

#[tokio::test]
async fn a_hashed_file_is_kept_for_ever_and_comes_compressed() {
    let api = api().await;
    let Some(folder) = bundle() else { return };
    for (ending, kind) in [
        (".wasm", "application/wasm"),
        (".js", "text/javascript; charset=utf-8"),
        (".css", "text/css; charset=utf-8"),
    ] {
        let path = asset(&folder, ending);
        let (status, plain, whole) = get(&api, &path, &[]).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert_eq!(value(&plain, "content-type"), kind, "{path}");
        assert_eq!(value(&plain, "cache-control"), "public, max-age=31536000, immutable", "{path}");
        assert_eq!(value(&plain, "content-encoding"), "");
        let mut etags = vec![value(&plain, "etag")];
        for (accepted, encoding) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
            let (status, packed, body) = get(&api, &path, &[("accept-encoding", accepted)]).await;
            assert_eq!(
                (status, value(&packed, "content-encoding").as_str()),
                (StatusCode::OK, encoding),
                "{path}"
            );
            assert_eq!(value(&packed, "content-type"), kind, "{path}");
            assert_eq!(value(&packed, "vary").to_lowercase(), "accept-encoding");
            assert!(body.len() < whole.len(), "{path}");
            etags.push(value(&packed, "etag"));
        }
        etags.sort();
        etags.dedup();
        assert_eq!(etags.len(), 3, "{path}: each form has its own tag");
        let (status, _, _) = get(&api, &path, &[("accept-encoding", "br;q=0")]).await;
        assert_eq!(status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_known_file_is_not_sent_again() {
    let api = api().await;
    if bundle().is_none() {
        return;
    }
    let (_, headers, _) = get(&api, "/", HTML).await;
    let etag = value(&headers, "etag");
    assert!(etag.starts_with('"') && etag.ends_with('"'), "{etag}");
    let listed = format!("\"other\", {etag}");
    let weak = format!("W/{etag}");
    for known in [etag.as_str(), listed.as_str(), weak.as_str(), "*"] {
        let (status, again, body) =
            get(&api, "/", &[("accept", "text/html"), ("if-none-match", known)]).await;
        assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0), "{known}");
        assert_eq!(value(&again, "etag"), etag, "{known}: a 304 repeats the tag");
        assert_eq!(value(&again, "cache-control"), "no-cache", "{known}");
    }
    let (status, _, _) = get(&api, "/", &[("accept", "text/html"), ("if-none-match", "\"other\"")]).await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn an_encoding_that_is_ruled_out_is_not_sent() {
    let api = api().await;
    let Some(folder) = bundle() else { return };
    let path = asset(&folder, ".js");
    let (_, headers, _) = get(&api, &path, &[("accept-encoding", "br;q=0, gzip")]).await;
    assert_eq!(value(&headers, "content-encoding"), "gzip");
}
