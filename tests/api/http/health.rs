//! `/healthz`, `/readyz`, and `/graphiql`, which is there in demo mode only.

use axum::http::StatusCode;
use serde_json::json;
use tests::api::Api;
use tests::database::{Kind, TestDatabase};
use tests::on_both;

on_both! {
    async fn a_service_with_its_database_is_alive_and_ready(api) {
        assert_eq!(api.get("/healthz").await, (StatusCode::OK, "ok".to_owned()));
        assert_eq!(api.get("/readyz").await, (StatusCode::OK, "ok".to_owned()));
    }
}

#[tokio::test]
async fn the_explorer_is_there_in_demo_mode() {
    let api = Api::serving(TestDatabase::with_samples(Kind::Sqlite).await, true).await;
    let (status, html) = api.get("/graphiql").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("GraphiQL") && !html.contains("<script>"), "its scripts are files of ours");
    assert!(!html.contains("https://") && !html.contains("//cdn"), "nothing from elsewhere");
    let (status, script) = api.get("/graphiql.js").await;
    assert_eq!(status, StatusCode::OK);
    assert!(script.contains("/graphql"));
    let data = api.data("{ municipalities { isDemo } }", json!({})).await;
    assert_eq!(data["municipalities"][0]["isDemo"], true);
}

#[tokio::test]
async fn the_explorer_is_not_there_in_earnest() {
    let api = Api::serving(TestDatabase::with_samples(Kind::Sqlite).await, false).await;
    let (_, html) = api.get("/graphiql").await;
    assert!(!html.contains("graphiql.min.js"), "{html}");
    assert_eq!(api.get("/graphiql.js").await.0, StatusCode::NOT_FOUND);
    let data = api.data("{ municipalities { isDemo } }", json!({})).await;
    assert_eq!(data["municipalities"][0]["isDemo"], false);
}
