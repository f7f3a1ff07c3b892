//! What was done to rows: told in the audit log and in their changes, and a row that was taken out set back.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;
use tests::people::Somebody;

use super::{DELETE, begun, forum, leader, made, tool, update};
use crate::directory::editing::refusals;

const RESTORE: &str =
    "mutation ($input: FrameworkChangeRestoreInput!) { frameworkChangeRestore(input: $input) {
    row { id title revision } userErrors { code field } } }";

async fn restore(api: &Api, somebody: &Somebody, change: &Value, revision: i64) -> Value {
    let input = json!({ "input": { "changeId": change["id"], "revision": revision } });
    api.data_for(somebody, RESTORE, input).await["frameworkChangeRestore"].take()
}

/// The changes of a row, the newest first.
pub(super) async fn changes(api: &Api, somebody: &Somebody, id: &Value) -> Value {
    let query = r#"query ($id: ID!) { municipality(slug: "aabenraa") { framework { changes(subject: $id) { nodes {
        id action subjectName canRestore fields { field before after } } } } } }"#;
    let mut data = api.data_for(somebody, query, json!({ "id": id })).await;
    data["municipality"]["framework"]["changes"]["nodes"].take()
}

on_both! {
    async fn rows_are_told_in_the_audit_log(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let row = made(&api, &leader, tool("Kort")).await;
        update(&api, &leader, &row, tool("Netværkskort")).await;
        let query = r#"{ municipality(slug: "aabenraa") { audit(first: 3) { nodes { action subject detail } } } }"#;
        let data = api.data_for(&leader, query, json!({})).await;
        let entries = &data["municipality"]["audit"]["nodes"];
        assert_eq!(column(entries, "/detail")[..2], ["Updated: Netværkskort", "Created: Kort"]);
        assert_eq!(entries[0]["action"], "SectionWrite");
        assert_eq!(entries[0]["subject"], row["id"]);
    }

    async fn a_row_that_was_taken_out_comes_back_under_its_old_key(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let row = made(&api, &leader, forum("Netværk", "At mødes")).await;
        api.set_clock("2026-03-03T09:01:00Z");
        update(&api, &leader, &row, forum("Netværket", "At mødes")).await;
        api.set_clock("2026-03-03T09:02:00Z");
        let input = json!({ "input": { "id": row["id"], "revision": 2 } });
        assert_eq!(refusals(&api.data_for(&leader, DELETE, input).await["registerRowDelete"]), [""; 0]);

        let told = changes(&api, &leader, &row["id"]).await;
        let actions = column(&told, "/action");
        assert_eq!(actions, ["DELETED", "UPDATED", "CREATED"]);
        assert_eq!(column(&told, "/subjectName"), ["Netværket", "Netværket", "Netværk"]);
        assert_eq!(told[1]["fields"], json!([{ "field": "name", "before": "Netværk", "after": "Netværket" }]));
        assert!(told.as_array().is_some_and(|told| told.iter().all(|change| change["canRestore"] == json!(true))));
        let stale = restore(&api, &leader, &told[0], 2).await;
        assert_eq!(refusals(&stale), ["revision STALE"], "it is gone: its revision is 0");
        api.set_clock("2026-03-03T09:03:00Z");
        let back = restore(&api, &leader, &told[0], 0).await;
        assert_eq!(refusals(&back), [""; 0]);
        assert_eq!((&back["row"]["id"], &back["row"]["title"]), (&row["id"], &json!("Netværket")));
        assert_eq!(back["row"]["revision"], 4, "whoever holds the old one is too late");

        api.set_clock("2026-03-03T09:04:00Z");
        let first = restore(&api, &leader, &told[2], 4).await;
        assert_eq!((&first["row"]["title"], &first["row"]["revision"]), (&json!("Netværk"), &json!(5)));
        let same = restore(&api, &leader, &told[2], 5).await;
        assert_eq!(same["row"]["revision"], 5, "it is that state already");
        let told = changes(&api, &leader, &row["id"]).await;
        assert_eq!(column(&told, "/action"), ["RESTORED", "RESTORED", "DELETED", "UPDATED", "CREATED"]);
        let member = api.somebody(Role::SteeringMember, "aabenraa").await;
        let input = json!({ "input": { "changeId": told[2]["id"], "revision": 5 } });
        assert_eq!(api.refused_to(&member, RESTORE, input).await, "FORBIDDEN");
    }
}
