//! `node` and `nodes`: anything by its opaque key.

use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;

const SOME: &str = r#"{ municipality(slug: "aabenraa") { id themes { id } targetGroups { id }
    services(first: 2) { nodes { id } } organisations(first: 2) { nodes { id } } contacts(first: 2) { nodes { id } } } }"#;
const NODES: &str = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

async fn some(api: &Api) -> Vec<(&'static str, Value)> {
    let data = api.data(SOME, json!({})).await;
    let municipality = &data["municipality"];
    let first = |list: &str| municipality[list]["nodes"][0]["id"].clone();
    vec![
        ("Municipality", municipality["id"].clone()),
        ("Theme", municipality["themes"][0]["id"].clone()),
        ("TargetGroup", municipality["targetGroups"][0]["id"].clone()),
        ("Service", first("services")),
        ("Organisation", first("organisations")),
        ("Contact", first("contacts")),
    ]
}

on_both! {
    async fn everything_with_a_key_is_found_by_it(api) {
        for (kind, id) in some(&api).await {
            let data =
                api.data("query ($id: ID!) { node(id: $id) { __typename id } }", json!({ "id": id })).await;
            assert_eq!(data["node"], json!({ "__typename": kind, "id": id }));
        }
    }

    async fn several_come_in_the_order_asked_for_with_gaps_where_nothing_is(api) {
        let some = some(&api).await;
        let mut ids: Vec<Value> = some.iter().rev().map(|(_, id)| id.clone()).collect();
        ids.insert(2, json!("service:01900000-0000-7000-8000-000000000000"));
        ids.push(ids[0].clone());
        let data = api.data(NODES, json!({ "ids": ids })).await;
        let found: Vec<Value> =
            data["nodes"].as_array().expect("a list").iter().map(|node| node["id"].clone()).collect();
        ids[2] = json!(null);
        assert_eq!(found, ids);
    }

    async fn a_key_that_is_none_leads_nowhere(api) {
        let (_, service) = some(&api).await.remove(3);
        let key =
            service.as_str().and_then(|id| id.split_once(':')).map(|(_, key)| key.to_owned()).expect("a key");
        let wrong = [
            String::new(),
            "service".into(),
            "service:".into(),
            "service:1".into(),
            "person:x".into(),
            key.clone(),
            format!("contact:{key}"),
            format!("SERVICE:{key}"),
            format!("service:{key}x"),
            format!(" service:{key}"),
            "x".repeat(5_000),
            "service:🦷".into(),
        ];
        for id in wrong {
            let data = api.data("query ($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await;
            assert_eq!(data["node"], json!(null), "{id}");
        }
    }

    async fn more_than_a_hundred_at_once_are_not_valid(api) {
        let ids = vec!["service:01900000-0000-7000-8000-000000000000"; 101];
        let answer = api.answer(NODES, json!({ "ids": ids })).await;
        let error = &answer["errors"][0]["extensions"];
        assert_eq!((&error["code"], &error["field"]), (&json!("INVALID"), &json!("ids")));
        let data = api.data(NODES, json!({ "ids": ids[..100] })).await;
        assert_eq!(data["nodes"].as_array().map(Vec::len), Some(100));
        assert_eq!(api.data(NODES, json!({ "ids": [] })).await["nodes"], json!([]));
    }
}
