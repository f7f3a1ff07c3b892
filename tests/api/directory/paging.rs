//! Pages of a connection: bounds, cursors, a stable order, nothing twice and nothing left out.

use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::large::{self, Size};
use tests::on_both;

const CONNECTIONS: [&str; 3] = ["services", "organisations", "contacts"];

fn page(connection: &str) -> String {
    format!(
        "query ($slug: String!, $search: String, $first: Int!, $after: String) {{ municipality(slug: $slug) {{
            page: {connection}(search: $search, first: $first, after: $after) {{
                totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
                edges {{ cursor node {{ id name }} }} nodes {{ id }}
            }} }} }}"
    )
}

async fn ask(api: &Api, connection: &str, search: Option<&str>, first: i64, after: Option<&str>) -> Value {
    let variables = json!({ "slug": "prove", "search": search, "first": first, "after": after });
    api.data(&page(connection), variables).await["municipality"]["page"].take()
}

/// Walks through all pages; returns the ids in order.
async fn walk(api: &Api, connection: &str, search: Option<&str>, first: i64) -> Vec<String> {
    let mut ids = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = ask(api, connection, search, first, after.as_deref()).await;
        let here = column(&page["edges"], "/node/id");
        assert_eq!(column(&page["nodes"], "/id"), here);
        assert_eq!(page["pageInfo"]["hasPreviousPage"], !ids.is_empty());
        assert_eq!(page["pageInfo"]["startCursor"], page["edges"][0]["cursor"]);
        ids.extend(here);
        let last = page["edges"].as_array().and_then(|edges| edges.last()).expect("no page is empty");
        assert_eq!(page["pageInfo"]["endCursor"], last["cursor"]);
        if page["pageInfo"]["hasNextPage"] == false {
            assert_eq!(page["totalCount"], ids.len());
            return ids;
        }
        assert!(ids.len() < 10_000, "pages never end");
        after = page["pageInfo"]["endCursor"].as_str().map(str::to_owned);
    }
}

on_both! {
    async fn all_pages_together_hold_everything_once(api) {
        api.load(&large::municipality(Size { services: 130, contacts: 50, organisations: 30 })).await;
        for (connection, total) in [("services", 130), ("organisations", 30), ("contacts", 50)] {
            let ids = walk(&api, connection, None, 7).await;
            let unique: std::collections::HashSet<_> = ids.iter().collect();
            assert_eq!((ids.len(), unique.len()), (total, total), "{connection}");
            assert_eq!(walk(&api, connection, None, 100).await, ids, "{connection}: the order is stable");
        }
        let found = walk(&api, "services", Some("kaffe"), 3).await;
        assert!(found.len() > 3);
        assert_eq!(walk(&api, "services", Some("kaffe"), 100).await, found);
    }

    async fn sizes_out_of_bounds_are_not_valid(api) {
        for connection in CONNECTIONS {
            for first in [0, -1, 101, i64::from(i32::MIN), i64::from(i32::MAX)] {
                let answer =
                    api.answer(&page(connection), json!({ "slug": "esbjerg", "first": first })).await;
                let error = &answer["errors"][0]["extensions"];
                // Beyond all sense the query is refused for its size, before anything is looked up.
                let code = if first == i64::from(i32::MAX) { "BAD_QUERY" } else { "INVALID" };
                assert_eq!(error["code"], code, "{connection} {first}: {answer}");
                if code == "INVALID" {
                    assert_eq!(error["field"], "first");
                }
            }
        }
    }

    async fn a_hundred_at_once_is_the_most(api) {
        api.load(&large::municipality(Size { services: 130, contacts: 4, organisations: 4 })).await;
        let page = ask(&api, "services", None, 100, None).await;
        assert_eq!(page["edges"].as_array().map(Vec::len), Some(100));
        assert_eq!(page["totalCount"], 130);
        assert_eq!(ask(&api, "services", None, 1, None).await["edges"].as_array().map(Vec::len), Some(1));
    }

    async fn a_cursor_of_something_else_is_not_valid(api) {
        let data = api
            .data(
                r#"{ municipality(slug: "esbjerg") {
                    services(first: 1) { edges { cursor } } organisations(first: 1) { edges { cursor } }
                    contacts(first: 1) { edges { cursor } }
                } }"#,
                json!({}),
            )
            .await;
        let of_services = &data["municipality"]["services"]["edges"][0]["cursor"];
        let of_organisations = &data["municipality"]["organisations"]["edges"][0]["cursor"];
        let wrong = [
            ("services", of_organisations),
            ("organisations", of_services),
            ("contacts", of_services),
            ("services", &json!("")),
            ("services", &json!("1")),
            ("services", &json!("service:nonsense")),
            ("services", &json!("service:01900000-0000-7000-8000-000000000000")),
        ];
        for (connection, cursor) in wrong {
            let variables = json!({ "slug": "esbjerg", "first": 5, "after": cursor });
            let answer = api.answer(&page(connection), variables).await;
            let error = &answer["errors"][0]["extensions"];
            assert_eq!(
                (&error["code"], &error["field"]),
                (&json!("INVALID"), &json!("after")),
                "{connection} {cursor}"
            );
        }
    }

    async fn a_cursor_outside_the_search_is_not_valid(api) {
        let hit = json!({ "slug": "esbjerg", "search": "hash", "first": 1 });
        let other = json!({ "slug": "esbjerg", "search": "lær dansk", "first": 1 });
        let cursor =
            api.data(&page("services"), other).await["municipality"]["page"]["edges"][0]["cursor"].take();
        let mut variables = hit.clone();
        variables["after"] = cursor;
        let (code, _) = api.error(&page("services"), variables).await;
        assert_eq!(code, "INVALID");
    }

    async fn the_page_behind_the_last_item_is_empty(api) {
        let all = json!({ "slug": "esbjerg", "first": 100 });
        let cursor =
            api.data(&page("services"), all).await["municipality"]["page"]["pageInfo"]["endCursor"].take();
        let rest = json!({ "slug": "esbjerg", "first": 5, "after": cursor });
        let page = api.data(&page("services"), rest).await["municipality"]["page"].take();
        assert_eq!(page["edges"], json!([]));
        assert_eq!(page["pageInfo"]["hasNextPage"], false);
        assert_eq!(page["pageInfo"]["hasPreviousPage"], true);
        assert_eq!(page["pageInfo"]["endCursor"], json!(null));
    }
}
