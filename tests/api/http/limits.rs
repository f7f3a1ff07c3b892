//! Limits: a query that is too deep or too large is refused before anything is looked up, and quickly.

use std::time::Duration;

use serde_json::{Value, json};
use tests::api::Api;
use tests::database::Kind;
use tests::large::{self, Size};
use tokio::time::timeout;

/// Far longer than a refusal takes, far shorter than the work would.
const QUICKLY: Duration = Duration::from_secs(3);

async fn api() -> Api {
    Api::with_samples(Kind::Sqlite).await
}

/// Asserts that the query is refused: at once, without data, without a statement.
async fn is_refused(api: &Api, query: &str) {
    let before = api.statements();
    let beginning: String = query.chars().take(80).collect();
    let answer: Value = match timeout(QUICKLY, api.answer(query, json!({}))).await {
        Ok(answer) => answer,
        Err(_) => panic!("not refused quickly: {beginning}"),
    };
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_QUERY", "{beginning}: {answer}");
    assert!(answer.get("data").is_none(), "{beginning}: nothing is carried out");
    assert_eq!(api.statements(), before);
}

/// `inner` within `times` of these fields.
fn nested(field: &str, times: usize, inner: &str) -> String {
    format!("{}{inner}{}", format!("{field} {{ ").repeat(times), " }".repeat(times))
}

fn in_service(selection: &str) -> String {
    format!(r#"{{ municipality(slug: "esbjerg") {{ service(slug: "oqqumut") {{ {selection} }} }} }}"#)
}

#[tokio::test]
async fn a_query_that_goes_round_in_circles_is_refused() {
    let api = api().await;
    is_refused(
        &api,
        &in_service(&nested("organisation { services", 8, "name }").replace("name } }", "name }")),
    )
    .await;
    is_refused(&api, &in_service(&nested("organisation", 1, &nested("parent", 20, "name")))).await;
    is_refused(&api, &in_service(&format!("organisation {{ {} }}", nested("children", 12, "name")))).await;
    is_refused(&api, &in_service(&nested("organisation", 1, &nested("parent", 2_000, "name")))).await;
    is_refused(&api, &in_service(&nested("organisation", 1, &nested("parent", 8_000, "name")))).await;
}

#[tokio::test]
async fn more_fields_than_any_page_needs_are_refused() {
    let api = api().await;
    let wide: String =
        (0..400).map(|n| format!("a{n}: services(first: 100) {{ nodes {{ name }} }} ")).collect();
    is_refused(&api, &format!(r#"{{ municipality(slug: "esbjerg") {{ {wide} }} }}"#)).await;
    let roots: String =
        (0..3_000).map(|n| format!("a{n}: municipalities {{ name themes {{ name }} }} ")).collect();
    is_refused(&api, &format!("{{ {roots} }}")).await;
    let large = "services(first: 100) { nodes { organisation { services { organisation { services { contacts { contact { name
        services { name organisation { services { name } } } } } } } } } } }";
    is_refused(&api, &format!(r#"{{ municipality(slug: "esbjerg") {{ {large} }} }}"#)).await;
    let huge = format!("services(first: {}) {{ nodes {{ name }} }}", i32::MAX);
    is_refused(&api, &format!(r#"{{ municipality(slug: "esbjerg") {{ {huge} }} }}"#)).await;
}

#[tokio::test]
async fn what_comes_out_larger_than_its_text_lets_on_is_cut_off() {
    let api = api().await;
    api.load(&large::municipality(Size { services: 400, contacts: 10, organisations: 2 })).await;
    // Few fields, but each organisation has two hundred services.
    let query = r#"{ municipality(slug: "prove") { services(first: 100) { nodes { organisation { services { contacts { role } } } } } } }"#;
    let answer = timeout(QUICKLY, api.answer(query, json!({}))).await.expect("an answer within seconds");
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID", "refused as too large");
    assert_eq!(answer["errors"][0]["extensions"]["field"], "query");
}

#[tokio::test]
async fn fragments_that_double_with_each_step_are_refused() {
    let api = api().await;
    for steps in [18, 25, 40] {
        let mut query = r#"{ municipality(slug: "esbjerg") { ...F0 } } "#.to_owned();
        for step in 0..steps {
            query += &format!("fragment F{step} on Municipality {{ ...F{0} ...F{0} }} ", step + 1);
        }
        query += &format!("fragment F{steps} on Municipality {{ name }}");
        let answered = timeout(QUICKLY, api.answer(&query, json!({}))).await;
        let answer = answered.unwrap_or_else(|_| panic!("{steps} steps keep the service busy"));
        assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_QUERY", "{steps}");
    }
}

#[tokio::test]
async fn fragments_that_hold_each_other_are_refused() {
    let api = api().await;
    is_refused(&api, "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }").await;
    is_refused(&api, r#"{ municipality(slug: "x") { ...A } } fragment A on Municipality { ...A }"#).await;
}

#[tokio::test]
async fn the_same_field_thousands_of_times_is_answered_or_refused_quickly() {
    let api = api().await;
    let queries = [
        format!("{{ {} }}", "__typename ".repeat(15_000)),
        format!(r#"{{ municipality(slug: "esbjerg") {{ {} }} }}"#, "name ".repeat(15_000)),
        format!("{{ __typename {} }}", "@include(if: true) ".repeat(5_000)),
        format!(
            "query ({}) {{ __typename }}",
            (0..5_000).map(|n| format!("$v{n}: Int ")).collect::<String>()
        ),
        format!("{{ node(id: \"{}\") {{ id }} }}", "\\u0041".repeat(20_000)),
        format!("{{ municipality(slug: {}1{}) {{ name }} }}", "[".repeat(20_000), "]".repeat(20_000)),
        format!("{{ {} }}", (0..10_000).map(|n| format!("x{n} ")).collect::<String>()),
    ];
    for query in queries {
        let answer = timeout(QUICKLY, api.answer(&query, json!({}))).await;
        let beginning: String = query.chars().take(60).collect();
        assert!(answer.is_ok(), "keeps the service busy: {beginning}");
    }
}

#[tokio::test]
async fn the_largest_queries_of_the_app_and_of_graphiql_are_within_the_limits() {
    let api = api().await;
    let nested = "{ municipality(slug: \"esbjerg\") { services(first: 50) { nodes {
        slug name access organisation { name ancestors { name } } themes { name } targetGroups { name } locations { address1 }
        contacts { role contact { name title phones { number } emails { address } } } } } } }";
    api.data(nested, json!({})).await;
    let mut of = "kind name".to_owned();
    for _ in 0..9 {
        of = format!("kind name ofType {{ {of} }}");
    }
    api.data(&format!("{{ __schema {{ types {{ fields {{ type {{ {of} }} }} }} }} }}"), json!({})).await;
}

#[tokio::test]
async fn a_refusal_names_no_field_that_was_not_asked_for() {
    let api = api().await;
    let (_, message) = api.error("{ municipalitie { name } }", json!({})).await;
    assert!(
        !message.contains("municipalities") && !message.to_lowercase().contains("did you mean"),
        "{message}"
    );
}
