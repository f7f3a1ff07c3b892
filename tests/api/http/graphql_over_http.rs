//! `/graphql`: how a request is sent and which status answers it.

use axum::body::Body;
use axum::http::header::{ACCEPT, ALLOW, CONTENT_TYPE};
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};
use server::http::BODY_LIMIT;
use tests::api::{Api, text};
use tests::on_both;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const GRAPHQL: &str = "application/graphql-response+json";
const JSON: &str = "application/json";

/// Status, content type and body of an answer.
struct Answer {
    status: StatusCode,
    content_type: String,
    allow: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }
}

async fn send(
    api: &Api,
    method: Method,
    uri: &str,
    headers: &[(&str, &str)],
    body: impl Into<Body>,
) -> Answer {
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = api.send(request.body(body.into()).expect("a request")).await;
    let header = |name| {
        response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let (status, content_type, allow) = (response.status(), header(CONTENT_TYPE), header(ALLOW));
    Answer { status, content_type, allow, body: text(response).await }
}

async fn post(api: &Api, accept: &str, body: Value) -> Answer {
    let headers = [(ACCEPT.as_str(), accept), (CONTENT_TYPE.as_str(), JSON)];
    send(api, Method::POST, "/graphql", &headers, body.to_string()).await
}

async fn get(api: &Api, query: &str) -> Answer {
    send(api, Method::GET, &format!("/graphql?{query}"), &[(ACCEPT.as_str(), GRAPHQL)], Body::empty()).await
}

on_both! {
    async fn a_query_is_answered_by_post_and_by_get(api) {
        let query =
            r#"query A($slug: String!) { municipality(slug: $slug) { name } } query B { __typename }"#;
        let body = json!({ "query": query, "operationName": "A", "variables": { "slug": "esbjerg" }, "extensions": {} });
        let posted = post(&api, GRAPHQL, body).await;
        assert_eq!(posted.status, StatusCode::OK);
        assert_eq!(posted.json(), json!({ "data": { "municipality": { "name": "Esbjerg Kommune" } } }));
        let got = get(
            &api,
            "query=query%20A(%24slug%3AString!)%7Bmunicipality(slug%3A%24slug)%7Bname%7D%7Dquery%20B%7B__typename%7D\
             &operationName=A&variables=%7B%22slug%22%3A%22esbjerg%22%7D",
        ).await;
        assert_eq!((got.status, got.json()), (StatusCode::OK, posted.json()));
    }
}

/// The rest needs no second database: nothing of it is read.
async fn api() -> Api {
    Api::with_samples(tests::database::Kind::Sqlite).await
}

#[tokio::test]
async fn the_answer_takes_the_form_that_the_client_accepts() {
    let api = api().await;
    let cases = [
        (GRAPHQL, GRAPHQL),
        (JSON, JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("", JSON),
        ("text/html, application/graphql-response+json;q=0.9, application/json;q=0.8", GRAPHQL),
        ("application/json, application/graphql-response+json", JSON),
    ];
    for (accept, form) in cases {
        let headers: &[(&str, &str)] = &[("content-type", JSON), ("accept", accept)];
        let headers = if accept.is_empty() { &headers[..1] } else { headers };
        let answer = send(&api, Method::POST, "/graphql", headers, r#"{"query":"{__typename}"}"#).await;
        assert_eq!(answer.status, StatusCode::OK, "{accept}");
        assert_eq!(answer.content_type, format!("{form}; charset=utf-8"), "{accept}");
    }
    let refused =
        send(&api, Method::POST, "/graphql", &[("content-type", JSON), ("accept", "text/html")], "{}").await;
    assert_eq!(refused.status, StatusCode::NOT_ACCEPTABLE);
}

#[tokio::test]
async fn the_form_that_the_client_prefers_is_taken() {
    let api = api().await;
    let answer = post(
        &api,
        "application/json;q=0.5, application/graphql-response+json",
        json!({ "query": "{__typename}" }),
    )
    .await;
    assert_eq!(answer.content_type, format!("{GRAPHQL}; charset=utf-8"));
    let answer = post(&api, "application/json;q=0, */*;q=0.1", json!({ "query": "{__typename}" })).await;
    assert_eq!(answer.status, StatusCode::OK, "anything else is welcome");
    let answer = post(&api, "application/json;q=0", json!({ "query": "{__typename}" })).await;
    assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE);
}

#[tokio::test]
async fn what_cannot_be_carried_out_is_a_bad_request() {
    let api = api().await;
    let bad = [
        json!({ "query": "{" }),
        json!({ "query": "{ nonsense }" }),
        json!({ "query": "" }),
        json!({ "query": "query ($slug: String!) { municipality(slug: $slug) { name } }" }),
        json!({ "query": "query ($slug: String!) { municipality(slug: $slug) { name } }", "variables": { "slug": null } }),
        json!({ "query": "{ municipality(slug: 7) { name } }" }),
        json!({ "query": "query A { __typename } query B { __typename }" }),
        json!({ "query": "query A { __typename }", "operationName": "B" }),
    ];
    for body in bad {
        let told = post(&api, GRAPHQL, body.clone()).await;
        assert_eq!(told.status, StatusCode::BAD_REQUEST, "{body}");
        assert!(
            told.json().get("data").is_none() && told.json()["errors"][0]["message"].is_string(),
            "{body}"
        );
        let legacy = post(&api, JSON, body.clone()).await;
        assert_eq!(legacy.status, StatusCode::OK, "{body}: well-formed is 200 in the old form");
        assert!(legacy.json().get("data").is_none(), "{body}");
    }
}

#[tokio::test]
async fn what_is_not_a_graphql_request_is_a_bad_request_in_either_form() {
    let api = api().await;
    let bad = [
        "",
        "{",
        "[]",
        "7",
        "null",
        r#""{__typename}""#,
        "{}",
        r#"{"query":null}"#,
        r#"{"query":7}"#,
        r#"{"qeury":"{__typename}"}"#,
        r#"{"query":"{__typename}","variables":[]}"#,
        r#"{"query":"{__typename}","variables":"x"}"#,
        r#"{"query":"{__typename}","operationName":7}"#,
        r#"{"query":"{__typename}","extensions":[]}"#,
        "\u{0}",
    ];
    for body in bad {
        for accept in [GRAPHQL, JSON] {
            let answer =
                send(&api, Method::POST, "/graphql", &[("content-type", JSON), ("accept", accept)], body)
                    .await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body:?}");
            assert_eq!(answer.json()["errors"][0]["extensions"]["code"], "BAD_REQUEST", "{body:?}");
        }
    }
    let answer =
        send(&api, Method::POST, "/graphql", &[("content-type", JSON)], vec![0xff, 0xfe, 0x7b]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    for query in [
        "",
        "query=",
        "variables=%7B%7D",
        "query=%7B__typename%7D&variables=x",
        "query=%7B__typename%7D&variables=%5B%5D",
    ] {
        assert_eq!(get(&api, query).await.status, StatusCode::BAD_REQUEST, "{query}");
    }
}

#[tokio::test]
async fn an_error_while_answering_is_not_a_bad_request() {
    let api = api().await;
    let query =
        json!({ "query": r#"{ municipality(slug: "esbjerg") { services(first: 0) { totalCount } } }"# });
    let answer = post(&api, GRAPHQL, query).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.json()["data"], json!({ "municipality": null }));
    assert_eq!(answer.json()["errors"][0]["path"], json!(["municipality", "services"]));
}

#[tokio::test]
async fn nothing_but_a_query_is_carried_out_by_get() {
    let api = api().await;
    for query in ["mutation%7B__typename%7D", "mutation%20M%7Bx%7D", "subscription%7B__typename%7D"] {
        let answer = get(&api, &format!("query={query}")).await;
        assert_eq!(
            (answer.status, answer.allow.as_str()),
            (StatusCode::METHOD_NOT_ALLOWED, "POST"),
            "{query}"
        );
    }
    let named =
        get(&api, "query=query%20Q%7B__typename%7Dmutation%20M%7B__typename%7D&operationName=Q").await;
    assert_ne!(named.status, StatusCode::METHOD_NOT_ALLOWED, "the one asked for is a query");
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
        let answer = send(&api, method.clone(), "/graphql", &[], Body::empty()).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
    }
}

#[tokio::test]
async fn what_a_form_on_another_site_can_send_is_refused() {
    let api = api().await;
    let body = r#"{"query":"{__typename}"}"#;
    let kinds = [
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "text/plain; application/json",
        "application/jsonp",
        "application/json; charset=utf-16",
        "",
        "application/graphql",
    ];
    for kind in kinds {
        let headers: &[(&str, &str)] = &[("accept", GRAPHQL), ("content-type", kind)];
        let answer =
            send(&api, Method::POST, "/graphql", if kind.is_empty() { &headers[..1] } else { headers }, body)
                .await;
        assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
        assert!(!answer.body.contains("Query"), "{kind}");
    }
    for kind in ["application/json; charset=utf-8", "application/json;charset=UTF-8", "APPLICATION/JSON"] {
        let answer = send(&api, Method::POST, "/graphql", &[("content-type", kind)], body).await;
        assert_eq!(answer.status, StatusCode::OK, "{kind}");
    }
}

#[tokio::test]
async fn a_body_larger_than_any_query_is_refused() {
    let api = api().await;
    let headers = [("content-type", JSON), ("accept", GRAPHQL)];
    let fits = json!({ "query": "{__typename}", "operationName": null, "variables": { "x": "y".repeat(BODY_LIMIT - 200) } });
    assert!(fits.to_string().len() < BODY_LIMIT);
    assert_eq!(send(&api, Method::POST, "/graphql", &headers, fits.to_string()).await.status, StatusCode::OK);
    let large = json!({ "query": format!("{{__typename}} #{}", "y".repeat(BODY_LIMIT)) }).to_string();
    let answer = send(&api, Method::POST, "/graphql", &headers, large).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_body_that_does_not_say_how_large_it_is_is_cut_off_too() {
    let address = api().await.listen().await;
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let head = "POST /graphql HTTP/1.1\r\nhost: test\r\nconnection: close\r\ncontent-type: application/json\r\n\
        transfer-encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).await.expect("a head");
    let piece = format!("{:x}\r\n{}\r\n", 0x4000, " ".repeat(0x4000));
    let mut pieces = 0;
    // The service may hang up before all is sent.
    while pieces < 100 && stream.write_all(piece.as_bytes()).await.is_ok() {
        pieces += 1;
    }
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(!answer.is_empty() || pieces < 100, "all of it was taken");
}
