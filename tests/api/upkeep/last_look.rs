//! `changesSinceLastLook` and `lastLookNote`.

use entity::identity::values::Role;
use serde_json::json;
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::the_service;

const ASK: &str = r#"{ municipality(slug: "esbjerg") { changesSinceLastLook lastLookAt } }"#;
const NOTE: &str = r#"mutation { lastLookNote(input: { municipality: "esbjerg" }) { done } }"#;

async fn count(api: &Api, somebody: &Somebody) -> i64 {
    let data = api.data_for(somebody, ASK, json!({})).await;
    data["municipality"]["changesSinceLastLook"].as_i64().expect("a number")
}

async fn change(api: &Api, somebody: &Somebody) {
    let row = the_service(api).await;
    let confirm = "mutation ($id: ID!, $revision: Int!) {
        serviceConfirm(input: { id: $id, revision: $revision }) { userErrors { code } } }";
    let input = json!({ "id": format!("service:{}", row.id.0), "revision": row.revision });
    api.data_for(somebody, confirm, input).await;
}

on_both! {
    async fn it_counts_from_each_persons_own_last_look(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let other = api.somebody(Role::SteeringMember, "esbjerg").await;
        assert_eq!(count(&api, &leader).await, 0);
        change(&api, &leader).await;
        assert_eq!((count(&api, &leader).await, count(&api, &other).await), (1, 1));

        api.set_clock("2026-03-03T09:05:00Z");
        for _ in 0..2 {
            assert_eq!(api.data_for(&other, NOTE, json!({})).await["lastLookNote"]["done"], true);
        }
        assert_eq!((count(&api, &leader).await, count(&api, &other).await), (1, 0));
        api.set_clock("2026-03-03T09:06:00Z");
        change(&api, &leader).await;
        assert_eq!((count(&api, &leader).await, count(&api, &other).await), (2, 1));
    }

    async fn visitors_and_strangers_may_not_ask(api) {
        assert_eq!(api.error(ASK, json!({})).await.0, "NOT_FOUND");
        assert_eq!(api.error(NOTE, json!({})).await.0, "NOT_FOUND");
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(api.refused_to(&stranger, ASK, json!({})).await, "NOT_FOUND");
        assert_eq!(api.refused_to(&stranger, NOTE, json!({})).await, "NOT_FOUND");
    }

    async fn a_municipality_that_is_not_there_is_refused(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let note = r#"mutation { lastLookNote(input: { municipality: "nowhere" }) { done } }"#;
        assert_eq!(api.refused_to(&leader, note, json!({})).await, "NOT_FOUND");
    }
}
