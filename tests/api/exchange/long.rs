//! Ten thousand rows: progress is told, all of it or nothing is written, and the time does not grow with the square.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Request;
use entity::directory::service;
use entity::identity::values::Role;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use server::audit::chain::{self, Verdict};
use tests::api::{Api, text};
use tests::on_both;
use tests::people::Somebody;

const ROWS: usize = 10_000;

const LOOK: &str = "query ($id: ID!) { municipality(slug: \"esbjerg\") { import(id: $id) { status failure total done \
    created updated unchanged errorCount canApply errors(first: 1) { line kind field code value } \
    changes(first: 1, skip: 9999) { name isNew } } } }";
/// Only how far it is: reading a report of ten thousand rows at every look would take longer than the work itself.
const PROGRESS: &str =
    "query ($id: ID!) { municipality(slug: \"esbjerg\") { import(id: $id) { status done } } }";
const APPLY: &str = "mutation ($id: ID!) { importApply(input: { id: $id }) { userErrors { code } } }";

/// A file with so many new services.
pub fn file(rows: usize) -> String {
    let line = |row: usize| {
        format!(
            ";Prøverække nummer {row};kfum;bolig;En beskrivelse, som er lang nok til at fylde noget i filen.\r\n"
        )
    };
    format!("nøgle;navn;organisation;temaer;beskrivelse\r\n{}", (0..rows).map(line).collect::<String>())
}

async fn send(api: &Api, leader: &Somebody, file: String) -> Value {
    let request = Request::post("/esbjerg/import?name=lang.csv")
        .header("content-type", "text/csv")
        .header("cookie", &leader.cookie)
        .body(Body::from(file))
        .expect("a request");
    serde_json::from_str(&text(api.send(request).await).await).expect("JSON")
}

/// The file once it has left this state, and the progress that was told meanwhile.
async fn awaited(api: &Api, leader: &Somebody, run: &Value, leaves: &str) -> (Value, Vec<i64>) {
    let mut told = Vec::new();
    for _ in 0..1_200 {
        let mut data = api.data_for(leader, PROGRESS, json!({ "id": run["id"] })).await;
        let progress = data["municipality"]["import"].take();
        if progress["status"] != leaves {
            let mut data = api.data_for(leader, LOOK, json!({ "id": run["id"] })).await;
            return (data["municipality"]["import"].take(), told);
        }
        told.push(progress["done"].as_i64().expect("a number"));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("still {leaves}");
}

async fn services(api: &Api) -> u64 {
    service::Entity::find().count(api.app.db()).await.expect("a number")
}

on_both! {
    async fn ten_thousand_rows_come_in_whole_and_tell_how_far_they_are(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let before = services(&api).await;
        let begun = now();
        let run = send(&api, &leader, file(ROWS)).await;
        let (checked, _) = awaited(&api, &leader, &run, "CHECKING").await;
        let checking = begun.elapsed();
        assert_eq!((&checked["status"], &checked["created"]), (&json!("CHECKED"), &json!(ROWS)), "{checked}");
        assert_eq!(checked["changes"], json!([{ "name": "Prøverække nummer 9999", "isNew": true }]));

        let begun = now();
        let applying = api.data_for(&leader, APPLY, json!({ "id": run["id"] })).await;
        assert_eq!(applying["importApply"]["userErrors"], json!([]));
        let (applied, told) = awaited(&api, &leader, &run, "APPLYING").await;
        println!("{ROWS} rows: checked in {checking:?}, applied in {:?}", begun.elapsed());
        assert_eq!((&applied["status"], &applied["done"]), (&json!("APPLIED"), &json!(ROWS)), "{applied}");
        assert!(told.is_sorted(), "progress never goes back");
        assert!(told.iter().any(|done| (1..10_000).contains(done)), "progress is told on the way: {told:?}");
        assert_eq!(services(&api).await, before + 10_000);
        let verdict = chain::verify(api.app.db()).await.expect("a verdict");
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
    }

    async fn one_wrong_row_of_ten_thousand_keeps_all_of_them_out(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let before = services(&api).await;
        let wrong = file(ROWS).replace("nummer 9999;kfum;", "nummer 9999;ingen;");
        let run = send(&api, &leader, wrong).await;
        let (checked, _) = awaited(&api, &leader, &run, "CHECKING").await;
        assert_eq!((&checked["errorCount"], &checked["canApply"]), (&json!(1), &json!(false)), "{checked}");
        let error = json!({ "line": 10_001, "kind": "SERVICE", "field": "organisationId", "code": "INVALID", "value": "ingen" });
        assert_eq!(checked["errors"], json!([error]));
        let refused = api.data_for(&leader, APPLY, json!({ "id": run["id"] })).await;
        assert_eq!(refused["importApply"]["userErrors"], json!([{ "code": "INVALID" }]));
        assert_eq!(services(&api).await, before);
    }
}

#[expect(clippy::disallowed_methods, reason = "how long it takes is measured, not decided by")]
fn now() -> Instant {
    Instant::now()
}
