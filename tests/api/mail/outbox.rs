//! `Query.outbox`: the mails of a demo are read at a page; in earnest only administrators see that there are any.

use chrono::{DateTime, Utc};
use entity::identity::values::Role;
use serde_json::json;
use server::db;
use server::mail::{self, Mail, Post, sender};
use tests::api::{Api, NOW, column};
use tests::on_both;

const QUERY: &str = "query ($first: Int! = 20, $after: String) { outbox(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { id recipient subject body createdAt sentAt } edges { cursor node { recipient } } } }";

async fn write(api: &Api, count: usize) {
    let now: DateTime<Utc> = NOW.parse().expect("a time");
    for number in 0..count {
        api.set_clock(&(now + chrono::TimeDelta::seconds(number as i64)).to_rfc3339());
        let mail = Mail {
            municipality: None,
            recipient: format!("prove{number}@example.org"),
            subject: "Prøve".into(),
            body: "Et link".into(),
            dedupe_key: None,
            due_at: now,
        };
        let tx = db::begin(api.app.db()).await.expect("a transaction");
        mail::enqueue(&api.ctx(), &tx, mail).await.expect("written");
        tx.commit().await.expect("a commit");
    }
}

on_both! {
    async fn in_a_demo_everybody_reads_the_newest_first(api) {
        write(&api, 5).await;
        let page = api.data(QUERY, json!({ "first": 2 })).await["outbox"].take();
        assert_eq!(column(&page["nodes"], "/recipient"), ["prove4@example.org", "prove3@example.org"]);
        assert_eq!((&page["totalCount"], &page["nodes"][0]["body"]), (&json!(5), &json!("Et link")));
        assert_eq!(page["pageInfo"]["hasNextPage"], true);
        let after = page["pageInfo"]["endCursor"].clone();
        let page = api.data(QUERY, json!({ "first": 3, "after": after })).await["outbox"].take();
        let rest = ["prove2@example.org", "prove1@example.org", "prove0@example.org"];
        assert_eq!(column(&page["edges"], "/node/recipient"), rest);
        assert_eq!(page["pageInfo"]["hasNextPage"], false);
        assert_eq!(page["pageInfo"]["hasPreviousPage"], true);
    }

    async fn an_answer_is_never_one_that_was_kept(api) {
        assert_eq!(api.data(QUERY, json!({})).await["outbox"]["totalCount"], 0);
        write(&api, 1).await;
        api.set_clock(NOW);
        assert_eq!(api.data(QUERY, json!({})).await["outbox"]["totalCount"], 1);
    }

    async fn without_a_mail_server_they_count_as_sent_and_are_there_to_be_read(api) {
        write(&api, 1).await;
        sender::send_due(&api.app, &Post::Nowhere).await.expect("marked");
        let mail = api.data(QUERY, json!({})).await["outbox"]["nodes"][0].take();
        assert!(mail["sentAt"].is_string() && mail["body"] == "Et link", "{mail}");
    }

    async fn in_earnest_it_is_for_nobody(api) {
        let api = Api::serving(api.database.again(), false).await;
        write(&api, 1).await;
        assert_eq!(api.error(QUERY, json!({})).await.0, "FORBIDDEN");
        for (role, place) in [
            (Role::Partner, "esbjerg"),
            (Role::Professional, "esbjerg"),
            (Role::SteeringMember, "esbjerg"),
            (Role::ProjectLeader, "esbjerg"),
            (Role::Administrator, ""),
        ] {
            let somebody = api.somebody(role, place).await;
            assert_eq!(api.refused_to(&somebody, QUERY, json!({})).await, "FORBIDDEN", "{role:?}");
        }
        let (_, page) = api.get("/mails").await;
        assert!(!page.contains("prove0@example.org"), "{page}");
    }

    async fn sizes_and_cursors_out_of_bounds_are_refused(api) {
        for variables in [json!({ "first": 0 }), json!({ "first": 101 }), json!({ "after": "person:1" })] {
            assert_eq!(api.error(QUERY, variables).await.0, "INVALID");
        }
    }
}
