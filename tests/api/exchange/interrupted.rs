//! Imports whose service is gone: they are told to have failed, and nothing of them is written.

use axum::body::Body;
use axum::http::Request;
use entity::directory::import_run;
use entity::directory::values::ImportStatus;
use entity::identity::values::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use server::directory::exchange::work;
use tests::api::{Api, text};
use tests::database::{Kind, TestDatabase};
use tests::on_both;
use tests::people::Somebody;
use tests::process::Service;

const LOOK: &str =
    "query ($id: ID!) { municipality(slug: \"esbjerg\") { import(id: $id) { status failure canApply } } }";
const IMPORT: &str =
    "mutation ($input: DirectoryImportInput!) { directoryImport(input: $input) { import { id status } } }";
const APPLY: &str =
    "mutation ($id: ID!) { importApply(input: { id: $id }) { import { status } userErrors { code } } }";

async fn import(api: &Api, leader: &Somebody) -> Value {
    let content = "nøgle;navn\r\n";
    let input =
        json!({ "municipality": "esbjerg", "format": "CSV", "fileName": "x.csv", "content": content });
    api.data_for(leader, IMPORT, json!({ "input": input })).await["directoryImport"]["import"].clone()
}

async fn look(api: &Api, leader: &Somebody, run: &Value) -> Value {
    api.data_for(leader, LOOK, json!({ "id": run["id"] })).await["municipality"]["import"].clone()
}

/// Leaves the file as an instance leaves it that dies while it works on it.
async fn leave_lying(db: &impl ConnectionTrait, status: ImportStatus, claimed_until: Option<&str>) {
    let until = claimed_until.map(|at| at.parse::<chrono::DateTime<chrono::Utc>>().expect("a time"));
    import_run::Entity::update_many()
        .col_expr(import_run::Column::Status, Expr::value(status))
        .col_expr(import_run::Column::ClaimedUntil, Expr::value(until))
        .filter(import_run::Column::Status.eq(ImportStatus::Checked))
        .exec(db)
        .await
        .expect("written");
}

on_both! {
    async fn a_claim_that_ran_out_is_a_failure_that_says_why(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        for status in [ImportStatus::Checking, ImportStatus::Applying] {
            api.set_clock("2026-03-03T09:00:00Z");
            let run = import(&api, &leader).await;
            leave_lying(api.app.db(), status, Some("2026-03-03T09:02:00Z")).await;
            assert_eq!(work::give_up(&api.app).await.expect("an answer"), 0, "somebody has it in hand");
            assert_ne!(look(&api, &leader, &run).await["status"], "FAILED");
            api.set_clock("2026-03-03T09:02:01Z");
            assert_eq!(work::give_up(&api.app).await.expect("an answer"), 1);
            assert_eq!(work::give_up(&api.app).await.expect("an answer"), 0, "once");
            let told = json!({ "status": "FAILED", "failure": "INTERRUPTED", "canApply": false });
            assert_eq!(look(&api, &leader, &run).await, told);
            let refused = api.data_for(&leader, APPLY, json!({ "id": run["id"] })).await;
            assert_eq!(refused["importApply"]["userErrors"], json!([{ "code": "IN_USE" }]));
        }
    }

    async fn whoever_asks_need_not_wait_for_the_job(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let run = import(&api, &leader).await;
        // As it was left before there were claims.
        leave_lying(api.app.db(), ImportStatus::Checking, None).await;
        assert_eq!(look(&api, &leader, &run).await["failure"], "INTERRUPTED");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_killed_while_it_applies_has_changed_nothing_sqlite() {
    killed(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_killed_while_it_applies_has_changed_nothing_postgres() {
    killed(Kind::Postgres).await;
}

async fn killed(kind: Kind) {
    let database = TestDatabase::with_samples(kind).await;
    let api = Api::on(database.again()).await;
    api.set_clock(&now());
    let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
    let before = export(&api, &leader).await;
    let file = super::long::file(2_000);

    let service = Service::start(&database.url);
    let sent = post(&service, &leader, "/esbjerg/import?name=lang.csv", "text/csv", file).await;
    let run: Value = serde_json::from_str(&sent).expect("JSON");
    // The look is made through the other instance, which shares the database.
    let mut status = Value::Null;
    for _ in 0..1_200 {
        status = look(&api, &leader, &run).await["status"].clone();
        if status == "CHECKED" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(status, "CHECKED");
    let body = json!({ "query": APPLY, "variables": { "id": run["id"] } }).to_string();
    let answer = post(&service, &leader, "/graphql", "application/json", body).await;
    assert!(answer.contains("APPLYING"), "{answer}");
    drop(service);

    // The transaction may have to be undone before anything else is written.
    api.set_clock(&later());
    let told = look(&api, &leader, &run).await;
    assert_eq!((&told["status"], &told["failure"]), (&json!("FAILED"), &json!("INTERRUPTED")), "{told}");
    api.refresh().await;
    assert_eq!(export(&api, &leader).await, before);
}

async fn export(api: &Api, leader: &Somebody) -> String {
    let request = Request::get("/esbjerg/export.json").header("cookie", &leader.cookie);
    text(api.send(request.body(Body::empty()).expect("a request")).await).await
}

async fn post(service: &Service, leader: &Somebody, path: &str, kind: &str, body: String) -> String {
    use http_body_util::{BodyExt, Full};
    let stream = tokio::net::TcpStream::connect(&service.address).await.expect("the service");
    let io = hyper_util::rt::TokioIo::new(stream);
    let (mut sender, connection) = hyper::client::conn::http1::handshake(io).await.expect("a connection");
    tokio::spawn(connection);
    let request = hyper::Request::post(path)
        .header("host", &service.address)
        .header("cookie", &leader.cookie)
        .header("content-type", kind)
        .body(Full::new(hyper::body::Bytes::from(body)))
        .expect("a request");
    let answer = sender.send_request(request).await.expect("an answer");
    let bytes = answer.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[expect(clippy::disallowed_methods, reason = "the service that is killed goes by the machine's clock")]
fn now() -> String {
    chrono::Utc::now().to_rfc3339()
}

/// When the claim of a service that is killed now has run out.
#[expect(clippy::disallowed_methods, reason = "the service that is killed goes by the machine's clock")]
fn later() -> String {
    (chrono::Utc::now() + chrono::TimeDelta::minutes(3)).to_rfc3339()
}
