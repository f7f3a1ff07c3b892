//! What every answer carries: security headers, a request id, caching, compression; and what none gives away.

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use serde_json::json;
use tests::api::{Api, text};
use tests::database::{Kind, TestDatabase};

async fn api() -> Api {
    Api::with_samples(Kind::Sqlite).await
}

async fn send(
    api: &Api,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> (StatusCode, HeaderMap, String) {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = api.send(request.body(Body::from(body.to_owned())).expect("a request")).await;
    (response.status(), response.headers().clone(), text(response).await)
}

fn value(headers: &HeaderMap, name: &str) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

type Headers = &'static [(&'static str, &'static str)];

/// One request for every kind of answer there is.
fn every_kind() -> Vec<(Method, &'static str, Headers, &'static str)> {
    const JSON: Headers = &[("content-type", "application/json")];
    const HTML: Headers = &[("accept", "text/html")];
    vec![
        (Method::POST, "/graphql", JSON, r#"{"query":"{__typename}"}"#),
        (Method::POST, "/graphql", JSON, "{"),
        (Method::POST, "/graphql", JSON, r#"{"query":"{ nonsense }"}"#),
        (Method::POST, "/graphql", &[], "x=1"),
        (Method::POST, "/graphql", &[("accept", "image/png")], ""),
        (Method::GET, "/graphql?query=mutation%7Bx%7D", &[], ""),
        (Method::DELETE, "/graphql", &[], ""),
        (Method::GET, "/esbjerg/katalog", HTML, ""),
        (Method::GET, "/atlantis/katalog", HTML, ""),
        (Method::GET, "/print/catalogue.css", &[], ""),
        (Method::GET, "/print/none.css", &[], ""),
        (Method::GET, "/healthz", &[], ""),
        (Method::GET, "/readyz", &[], ""),
        (Method::GET, "/graphiql", HTML, ""),
        (Method::GET, "/graphiql.js", &[], ""),
        (Method::GET, "/", HTML, ""),
        (Method::GET, "/esbjerg/tilbud", HTML, ""),
        (Method::GET, "/assets/none.js", &[], ""),
        (Method::POST, "/esbjerg/tilbud", &[], ""),
    ]
}

#[tokio::test]
async fn every_kind_of_answer_carries_the_security_headers() {
    let api = api().await;
    for (method, path, headers, body) in every_kind() {
        let (status, headers, _) = send(&api, method.clone(), path, headers, body).await;
        let policy = value(&headers, "content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{method} {path} {status}: {policy}");
        assert!(
            policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"),
            "{path}: {policy}"
        );
        assert!(
            !policy.contains("'unsafe-eval'") && !policy.contains("script-src 'self' 'unsafe-inline'"),
            "{path}: {policy}"
        );
        let inline_style = policy.contains("'unsafe-inline'");
        assert_eq!(inline_style, path == "/graphiql", "{path}: only the explorer writes styles: {policy}");
        for (name, expected) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(value(&headers, name), expected, "{method} {path} {name}");
        }
        assert!(value(&headers, "strict-transport-security").starts_with("max-age="), "{path}");
        assert!(value(&headers, "permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(value(&headers, "server"), "", "{path}: nobody needs to know what serves");
        assert_eq!(value(&headers, "access-control-allow-origin"), "", "{path}: no other site reads along");
    }
}

#[tokio::test]
async fn a_body_too_large_for_any_route_carries_them_too() {
    let api = api().await;
    let body = "x".repeat(server::http::BODY_LIMIT + 1);
    let length = body.len().to_string();
    let headers = [("content-type", "application/json"), ("content-length", length.as_str())];
    let (status, headers, _) = send(&api, Method::POST, "/graphql", &headers, &body).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(value(&headers, "x-content-type-options"), "nosniff");
    assert_eq!(value(&headers, "x-request-id").len(), 32);
}

#[tokio::test]
async fn every_answer_has_a_request_id_of_its_own() {
    let api = api().await;
    let mut seen = std::collections::HashSet::new();
    for (method, path, headers, body) in every_kind() {
        let (_, headers, _) = send(&api, method, path, headers, body).await;
        let id = value(&headers, "x-request-id");
        assert!(id.len() == 32 && id.chars().all(|c| c.is_ascii_hexdigit()), "{path}: {id}");
        assert!(seen.insert(id), "{path}");
    }
    let (_, headers, _) = send(&api, Method::GET, "/healthz", &[("x-request-id", "mine")], "").await;
    assert_ne!(value(&headers, "x-request-id"), "mine", "a client does not choose what stands in our log");
}

#[tokio::test]
async fn an_error_quotes_the_request_id_of_its_answer() {
    let api = api().await;
    let body = r#"{"query":"{ municipality(slug: \"esbjerg\") { services(first: 0) { totalCount } } }"}"#;
    let (_, headers, text) =
        send(&api, Method::POST, "/graphql", &[("content-type", "application/json")], body).await;
    let answer: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(answer["errors"][0]["extensions"]["requestId"], value(&headers, "x-request-id"));
}

#[tokio::test]
async fn answers_that_change_are_asked_for_anew() {
    let api = api().await;
    for path in ["/esbjerg/katalog", "/print/catalogue.css", "/graphql?query=%7B__typename%7D"] {
        let (status, headers, _) = send(&api, Method::GET, path, &[], "").await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert_eq!(value(&headers, "cache-control"), "no-cache", "{path}");
    }
}

#[tokio::test]
async fn large_answers_are_compressed_for_those_who_can_read_it() {
    let api = api().await;
    for (accepted, encoding) in [("gzip", "gzip"), ("br", "br"), ("gzip, br", "br"), ("identity", "")] {
        let request = Request::get("/esbjerg/katalog")
            .header("accept-encoding", accepted)
            .body(Body::empty())
            .expect("a request");
        let response = api.send(request).await;
        assert_eq!(value(response.headers(), "content-encoding"), encoding, "{accepted}");
        assert!(value(response.headers(), "vary").to_lowercase().contains("accept-encoding"), "{accepted}");
    }
}

#[tokio::test]
async fn no_error_tells_of_tables_files_or_code() {
    let api = api().await;
    let mut bodies = Vec::new();
    for (method, path, headers, body) in every_kind() {
        let (status, _, text) = send(&api, method, path, headers, body).await;
        if !status.is_success() {
            bodies.push(text);
        }
    }
    let queries = [
        r#"{ municipality(slug: "esbjerg") { services(first: 0) { totalCount } } }"#,
        r#"{ municipality(slug: "esbjerg") { services(filter: { themes: ["'; SELECT 1"] }) { totalCount } } }"#,
        r#"{ nodes(ids: "x") { nonsense } }"#,
    ];
    for query in queries {
        bodies.push(api.answer(query, json!({})).await.to_string());
    }
    for body in bodies {
        for trace in [
            "SELECT \"",
            "sqlx",
            "sea_orm",
            "SQLITE",
            "sqlite",
            "panicked",
            ".rs:",
            env!("CARGO_MANIFEST_DIR"),
            "/src/",
            "backtrace",
            "RUST_",
        ] {
            assert!(!body.contains(trace), "{trace}: {body}");
        }
    }
}

#[tokio::test]
async fn the_service_answers_from_memory_while_the_database_is_gone() {
    let database = TestDatabase::with_samples(Kind::Sqlite).await;
    let api = Api::on(database).await;
    api.app.db().clone().close().await.expect("a closed database");
    let data = api
        .data(r#"{ municipality(slug: "esbjerg") { services(search: "hash") { totalCount } } }"#, json!({}))
        .await;
    assert_ne!(data["municipality"]["services"]["totalCount"], 0);
    let (status, _, text) = send(&api, Method::GET, "/readyz", &[], "").await;
    assert_eq!((status, text.as_str()), (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"));
    assert_eq!(send(&api, Method::GET, "/healthz", &[], "").await.0, StatusCode::OK);
}
