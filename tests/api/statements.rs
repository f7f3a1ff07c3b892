//! SQL statements: how many an answer takes, whatever the number of rows.

use serde_json::json;
use server::ctx::{Actor, Ctx};
use server::sample;
use tests::api::Api;
use tests::large::{self, Size};
use tests::on_both;

/// The nested directory query that the budgets are measured with.
const NESTED: &str = "{ municipality(slug: \"prove\") { services(first: 50) { totalCount pageInfo { endCursor } nodes {
    slug name access organisation { name parent { name } } themes { name } targetGroups { name }
    locations { address1 } contacts { role contact { name phones { number } emails { address } organisation { name } } }
} } } }";
const SEARCH: &str = "{ municipality(slug: \"prove\") { services(search: \"hjælp til gæld\", first: 20) {
    totalCount facets { themes { value count } organisations { value count } openNow }
    edges { matches { typed matched } node { name contacts { contact { name } } } }
} } }";
const NODE: &str = "query ($id: ID!) { node(id: $id) { ... on Organisation {
    name children { name } contacts { name } services { name contacts { contact { name } } }
} } }";
const FIRST: &str = "{ municipality(slug: \"prove\") { organisations(first: 1) { nodes { id } } } }";

/// The most that any answer may take.
const MOST: usize = 6;
const SMALL: Size = Size { services: 10, contacts: 20, organisations: 4 };
const LARGE: Size = large::DIRECTORY;

/// How many statements building the read model, the nested query, a search and a node take.
async fn counts(api: &Api, size: Size) -> [usize; 4] {
    let ctx = Ctx::new(api.app.clone(), Actor::Command("test"));
    sample::service::load(&ctx, &large::municipality(size), false).await.expect("a municipality");
    let before = api.statements();
    api.refresh().await;
    let mut counts = [api.statements() - before, 0, 0, 0];

    let data = api.data(FIRST, json!({})).await;
    let id = &data["municipality"]["organisations"]["nodes"][0]["id"];
    let queries = [(NESTED, json!({})), (SEARCH, json!({})), (NODE, json!({ "id": id }))];
    for (count, (query, variables)) in counts[1..].iter_mut().zip(queries) {
        let before = api.statements();
        api.data(query, variables).await;
        *count = api.statements() - before;
    }
    counts
}

on_both! {
    async fn an_answer_takes_at_most_six_statements_whatever_the_number_of_rows(api) {
        let few = counts(&api, SMALL).await;
        let other = Api::with_samples(api.database.kind()).await;
        let many = counts(&other, LARGE).await;
        assert_eq!(few, many, "read model, nested query, search, node");
        assert!(many[1..].iter().all(|count| *count <= MOST), "{many:?}");
        assert!(many[0] > MOST, "statements are counted");
    }

    async fn looking_for_changes_where_there_are_none_takes_one_statement(api) {
        let before = api.statements();
        api.refresh().await;
        assert_eq!(api.statements() - before, 1);
    }
}
