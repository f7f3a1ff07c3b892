//! Freshness: what another process writes is seen here, without anybody starting anew.

use std::time::Duration;

use sea_orm::{ConnectionTrait, TransactionTrait};
use serde_json::json;
use server::app::App;
use server::ctx::{Actor, Ctx};
use server::directory::freshness::{announce, watch};
use server::sample;
use tests::api::Api;
use tests::database::Kind;
use tests::{on_both, rows};

const QUERY: &str =
    r#"{ municipality(slug: "esbjerg") { id directoryUpdatedAt service(slug: "oqqumut") { id name } } }"#;
/// How often an awaited answer is asked for.
const PAUSE: Duration = Duration::from_millis(20);

async fn name(api: &Api) -> String {
    let data = api.data(QUERY, json!({})).await;
    data["municipality"]["service"]["name"].as_str().unwrap_or_default().to_owned()
}

/// Renames a service as another process would: through its own connection, in one transaction.
async fn rename_elsewhere(api: &Api, name: &str) {
    let elsewhere = api.database.connect().await;
    let of = rows::municipality(&elsewhere, "esbjerg").await.id;
    let service = rows::service(&elsewhere, of, "oqqumut").await;
    rows::rename(&elsewhere, &service, name).await;
    rows::touch(&elsewhere, of).await;
    let tx = elsewhere.begin().await.expect("a transaction");
    announce(&tx, of).await.expect("an announcement");
    tx.commit().await.expect("a commit");
}

/// Waits until the service has this name, for at most so long.
async fn is_seen_within(api: &Api, patience: Duration, expected: &str) -> bool {
    for _ in 0..patience.as_millis() / PAUSE.as_millis() {
        if name(api).await == expected {
            return true;
        }
        tokio::time::sleep(PAUSE).await;
    }
    false
}

/// SQLite is looked at every second; PostgreSQL tells.
fn patience(kind: Kind) -> Duration {
    match kind {
        Kind::Sqlite => Duration::from_secs(3),
        Kind::Postgres => Duration::from_secs(2),
    }
}

on_both! {
    async fn a_refresh_takes_over_what_another_process_wrote(api) {
        rename_elsewhere(&api, "Oqqumut ved åen").await;
        assert_eq!(name(&api).await, "Oqqumut", "an answer never waits for the database");
        api.refresh().await;
        assert_eq!(name(&api).await, "Oqqumut ved åen");
    }

    async fn samples_loaded_afresh_elsewhere_take_the_place_of_the_old(api) {
        let before = api.data(QUERY, json!({})).await;
        rename_elsewhere(&api, "Oqqumut ved åen").await;
        api.refresh().await;

        let elsewhere = Ctx::new(App::new(api.database.connect().await), Actor::Command("test"));
        sample::service::load_all(&elsewhere, true).await.expect("samples");
        api.refresh().await;
        let after = api.data(QUERY, json!({})).await;
        assert_eq!(after["municipality"]["service"]["name"], "Oqqumut");
        assert_ne!(after["municipality"]["service"]["id"], before["municipality"]["service"]["id"]);
        let id = &before["municipality"]["service"]["id"];
        let gone = api.data("query ($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await;
        assert_eq!(gone["node"], json!(null), "what has gone is forgotten");
    }

    async fn a_running_service_sees_a_change_by_itself(api) {
        let watcher = tokio::spawn(watch(api.app.clone()));
        rename_elsewhere(&api, "Oqqumut ved åen").await;
        let seen = is_seen_within(&api, patience(api.database.kind()), "Oqqumut ved åen").await;
        rename_elsewhere(&api, "Oqqumut ved havnen").await;
        let seen_again = is_seen_within(&api, patience(api.database.kind()), "Oqqumut ved havnen").await;
        watcher.abort();
        assert!(seen && seen_again);
    }

    async fn a_change_that_is_not_committed_is_not_seen(api) {
        let elsewhere = api.database.connect().await;
        let of = rows::municipality(&elsewhere, "esbjerg").await.id;
        let tx = elsewhere.begin().await.expect("a transaction");
        tx.execute_unprepared(
            "UPDATE municipality SET directory_revision = directory_revision + 1, name = 'Half done'",
        )
        .await
        .expect("a change");
        announce(&tx, of).await.expect("an announcement");
        api.refresh().await;
        let data = api.data(r#"{ municipality(slug: "esbjerg") { name } }"#, json!({})).await;
        assert_eq!(data["municipality"]["name"], "Esbjerg Kommune");
        tx.rollback().await.expect("a rollback");
        api.refresh().await;
        assert_eq!(name(&api).await, "Oqqumut");
    }
}

/// PostgreSQL alone: SQLite has no connection to lose.
#[tokio::test]
async fn a_lost_connection_to_the_database_is_taken_up_again() {
    let api = Api::with_samples(Kind::Postgres).await;
    let watcher = tokio::spawn(watch(api.app.clone()));
    rename_elsewhere(&api, "Oqqumut ved åen").await;
    assert!(is_seen_within(&api, patience(Kind::Postgres), "Oqqumut ved åen").await);

    let admin = api.database.connect().await;
    admin
        .execute_unprepared(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
        )
        .await
        .expect("all other connections ended");
    rename_elsewhere(&api, "Oqqumut ved havnen").await;
    // The watcher may take a pause of five seconds before it tries again.
    let seen = is_seen_within(&api, Duration::from_secs(8), "Oqqumut ved havnen").await;
    watcher.abort();
    assert!(seen);
}
